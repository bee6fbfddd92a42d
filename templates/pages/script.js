// Without this everything is there to read; it only finds rows.
for (const input of document.querySelectorAll("input[data-filters]")) {
  const table = document.getElementById(input.dataset.filters);
  const told = input.parentElement.querySelector("output");
  if (!table) continue;
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const rows = Array.from(table.tBodies[0].rows, (row) => [row, plain(row.textContent)]);
  const find = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    told.textContent = words.length ? told.dataset.words.replace("{n}", shown) : "";
  };
  input.parentElement.hidden = false;
  input.addEventListener("input", find);
  find();
}
