// Looks at each page in a frame of the given width, and writes down what it finds.
const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const rgb = (text) => (text.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
const light = (part) => (part /= 255) <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
const luminance = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
const contrast = (one, other) => {
  const [a, b] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
};

function ground(view, element) {
  for (let at = element; at; at = at.parentElement) {
    const color = view.getComputedStyle(at).backgroundColor;
    if (!color.includes("rgba") || rgb(color)[3] === 1) return rgb(color);
  }
  return [255, 255, 255];
}

function pale(view, root) {
  const found = [];
  for (const element of root.querySelectorAll("body *")) {
    const own = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || /^(script|style|title|desc)$/i.test(element.tagName) || !element.getClientRects().length) continue;
    const style = view.getComputedStyle(element);
    const color = rgb(element.namespaceURI.includes("svg") ? style.fill : style.color);
    const ratio = contrast(color, ground(view, element));
    if (ratio < 4.5) found.push(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return found;
}

async function look(file, width) {
  const frame = document.createElement("iframe");
  frame.width = width;
  frame.height = 900;
  document.body.append(frame);
  await new Promise((done) => { frame.onload = done; frame.src = file; });
  await wait(50);
  const [view, root] = [frame.contentWindow, frame.contentDocument];
  const told = { file, width, overflow: root.documentElement.scrollWidth - view.innerWidth, pale: pale(view, root) };
  told.dark = luminance(ground(view, root.body)) < 0.2;

  const reach = "a[href], button, input, [tabindex='0']";
  const targets = Array.from(root.querySelectorAll(reach)).filter((one) => one.getClientRects().length);
  told.first = targets[0].className;
  targets[0].focus();
  told.skip = targets[0].getBoundingClientRect().top >= 0 && root.activeElement === targets[0];
  told.unreached = targets.filter((one) => { one.focus(); return root.activeElement !== one; }).length;
  // What scrolls within the page can be scrolled by keyboard, and says what it is.
  told.mute = Array.from(root.querySelectorAll("main *")).filter((one) => {
    const scrolls = one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(view.getComputedStyle(one).overflowX);
    return scrolls && !(one.tabIndex === 0 && (one.ariaLabel || one.getAttribute("aria-labelledby")));
  }).length;
  let level = 0;
  told.headings = Array.from(root.querySelectorAll("h1, h2, h3, h4"), (one) => Number(one.tagName[1]))
    .filter((one) => { const leaps = one > level + 1; level = one; return leaps; }).length;

  const input = root.querySelector("input[data-filters]");
  if (input) {
    const rows = () => Array.from(root.querySelectorAll("#index tbody tr")).filter((row) => row.getClientRects().length);
    const all = rows().length;
    input.value = rows()[0].cells[0].textContent.trim().split(/\s+/)[0].toUpperCase();
    input.dispatchEvent(new view.Event("input"));
    told.filter = { shown: input.parentElement.getClientRects().length > 0, all, found: rows().length };
    told.filter.said = root.querySelector("output").textContent;
  }
  frame.remove();
  return told;
}

(async () => {
  const found = [];
  for (const file of FILES) for (const width of WIDTHS) found.push(await look(file, width));
  document.body.textContent = "";
  const told = document.createElement("pre");
  told.id = "told";
  told.textContent = JSON.stringify(found);
  document.body.append(told);
})();
