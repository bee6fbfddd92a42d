"""Strict readers of what left the book: nothing of a text may have become anything else than text.

Called with the folders of the hostile book's results and of a book whose texts are plain. Prints what is wrong.
"""
import collections, csv, email, email.policy, html.parser, io, json, os, re, subprocess, sys, zipfile
import xml.etree.ElementTree as ElementTree

CANARY = "zqx"
problems = []


def hostile(character, allowed="\n"):
    code = ord(character)
    if character in allowed:
        return False
    return (
        code < 0x20 or 0x7F <= code < 0xA0 or code in (0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x3164, 0xFFA0, 0xFEFF)
        or 0x200B <= code <= 0x200F or 0x2028 <= code <= 0x202E or 0x2060 <= code <= 0x206F
        or 0xFFF0 <= code <= 0xFFFB or 0xE0000 <= code <= 0xE0FFF
    )


def misleads(character):
    """What a printed page must not hold: letters may be joined and have marks of direction there."""
    return hostile(character) and not re.match("[\u00ad\u200c-\u200f\U000e0100-\U000e01ef]", character)


def clean(name, text, allowed="\n", what="a hostile character", printed=False):
    judge = misleads if printed else hostile
    found = sorted({hex(ord(c)) for c in text if c not in allowed and judge(c)})
    if found:
        at = next(i for i, c in enumerate(text) if c not in allowed and judge(c))
        problems.append(f"{name}: {what} {found}: {text[max(0, at - 60):at + 40]!r}")


def say(name, told):
    problems.append(f"{name}: {told}")


def read_csv(name, data, allowed="\n"):
    text = data.decode("utf-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    for row in rows:
        if len(row) != len(rows[0]):
            say(name, f"a row of {len(row)} cells where there are {len(rows[0])}: {row}")
        for cell in row:
            clean(name, cell, allowed, printed=True)
            if cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", cell):
                say(name, f"a cell that a sheet takes for a formula: {cell!r}")
            if re.match(r"^\s+[=+@-]", cell):
                say(name, f"a cell that a sheet may take for a formula: {cell!r}")
    return len(rows)


def read_xlsx(name, data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    for part in archive.namelist():
        if "external" in part.lower() or "vba" in part.lower():
            say(name, f"has {part}")
        if not part.endswith((".xml", ".rels")):
            continue
        for element in ElementTree.fromstring(archive.read(part)).iter():
            tag = element.tag.rsplit("}")[-1]
            if CANARY in element.tag.lower():
                say(name, f"an element {element.tag}")
            if tag == "f" and not re.fullmatch(r"(SUBTOTAL|SUM|COUNT)[A-Z0-9(),:$]*", element.text or ""):
                say(name, f"a formula {element.text!r}")
            if tag in ("hyperlink", "ddeLink", "oleLink"):
                say(name, f"an element {tag} in {part}")
            if tag == "Relationship" and element.get("TargetMode") == "External":
                say(name, f"points to {element.get('Target')!r}")
    return None


class Page(html.parser.HTMLParser):
    def __init__(self, name):
        super().__init__(convert_charrefs=True)
        self.name, self.inside, self.text = name, [], []

    def handle_starttag(self, tag, attributes):
        if CANARY in tag or tag in ("base", "iframe", "object", "embed", "svg:script", "form"):
            say(self.name, f"an element <{tag}>")
        for key, value in attributes:
            value = value or ""
            if CANARY in key or key.startswith("on"):
                say(self.name, f"an attribute {key}={value!r} on <{tag}>")
            if key in ("href", "src", "action", "formaction", "xlink:href", "data"):
                bare = re.sub(r"[\x00-\x20]", "", value).lower()
                scheme = re.match(r"[a-z][a-z0-9+.-]*:", bare)
                own = scheme and scheme[0] in ("http:", "https:", "mailto:", "tel:")
                image = key == "src" and bare.startswith("data:image/")
                if scheme and not own and not image:
                    say(self.name, f"a link {value!r}")
                if not scheme and CANARY in value:
                    say(self.name, f"a link to a file {value!r}")
            if key == "style" and CANARY in value:
                say(self.name, f"a style {value!r}")
        if tag in ("script", "style", "title"):
            self.inside.append(tag)

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, text):
        # A running foot repeats what the paper says in a text of the style, every sign of it as an escape.
        text_of_style = r'"(?:[^"\\<>{}\n]|\\[0-9a-f]{1,6} )*"'
        bare = re.sub(text_of_style, "", text) if self.inside[-1:] == ["style"] else text
        if self.inside and self.inside[-1] in ("script", "style") and CANARY in bare:
            say(self.name, f"text within <{self.inside[-1]}>: {text[:200]!r}")
        self.text.append(text)

    def handle_comment(self, text):
        if CANARY in text:
            say(self.name, f"a comment {text!r}")

    def handle_decl(self, text):
        if text.lower() != "doctype html":
            say(self.name, f"a declaration {text!r}")

    def handle_pi(self, text):
        say(self.name, f"an instruction {text!r}")

    unknown_decl = handle_comment


def templates_untouched(name, text):
    for found in re.finditer(r"\{% include", text):
        before = text[: found.start()]
        if not before.endswith("{{ zqx }}"):
            say(name, f"a template took {before[-40:]!r} for its own")


def read_html(name, data):
    text = data.decode("utf-8")
    page = Page(name)
    page.feed(text)
    page.close()
    shown = "".join(page.text)
    clean(name, shown, printed=True)
    templates_untouched(name, shown)
    return None


def read_pdf(name, data):
    with open("paper.pdf", "wb") as file:
        file.write(data)
    for option in ("-js", "-url"):
        told = subprocess.run(["pdfinfo", option, "paper.pdf"], capture_output=True)
        said = told.stdout.decode("utf-8", "replace")
        if told.returncode or told.stderr:
            say(name, told.stderr.decode())
        if option == "-js" and said.strip():
            say(name, f"a script {said!r}")
        if option == "-url" and CANARY in said and not re.search(r"https?://|mailto:", said):
            say(name, f"a link {said!r}")
    for word in (b"/JavaScript", b"/Launch", b"/SubmitForm", b"/GoToR"):
        if word in data:
            say(name, f"has {word!r}")
    text = subprocess.run(["pdftotext", "paper.pdf", "-"], capture_output=True).stdout.decode("utf-8", "replace")
    clean(name, text, "\n\f", printed=True)
    templates_untouched(name, text.replace("\n", " "))
    os.remove("paper.pdf")
    return None


HEADERS = {
    "from", "to", "cc", "bcc", "subject", "date", "message-id", "reply-to", "in-reply-to", "references",
    "mime-version", "content-type", "content-transfer-encoding", "content-disposition", "x-unsent",
}


def read_eml(name, data):
    message = email.message_from_bytes(data, policy=email.policy.default)
    head = data.split(b"\r\n\r\n")[0].split(b"\n\n")[0]
    if b"\0" in data or re.search(rb"\r(?!\n)", data):
        say(name, "a bare CR or a NUL")
    for line in head.splitlines():
        if not line[:1].isspace() and b":" not in line:
            say(name, f"a line of the head without a name: {line!r}")
    for part in message.walk():
        for key, value in part.items():
            low = key.lower()
            if CANARY in low or not (low in HEADERS or low.startswith("x-jobbook")):
                say(name, f"a header {key}: {value!r}")
            clean(name, str(value), "", f"in the header {key}", printed=True)
        for defect in part.defects:
            say(name, f"a defect {defect!r}")
        filename = part.get_filename()
        if filename is not None and (re.search(r"[/\\\x00-\x1f]|\.\.", filename) or filename.startswith(".")):
            say(name, f"an attachment called {filename!r}")
        kind = part.get_content_type()
        if kind == "text/plain" and filename is None:
            text = part.get_content()
            clean(name, text, "\n\r", printed=True)
            templates_untouched(name, text)
        if kind == "text/html":
            read_html(name, part.get_content().encode())
        if kind == "text/calendar":
            read_ics(name, part.get_content().encode())
        if kind.startswith("application/pdf"):
            read_pdf(name, part.get_content())
    if message["bcc"]:
        say(name, f"a blind copy to {message['bcc']!r}")
    for header in ("to", "cc", "from", "reply-to"):
        for address in getattr(message[header], "addresses", ()) if message[header] else ():
            if "evil" in address.domain or CANARY in address.addr_spec:
                say(name, f"{header} names {address.addr_spec!r}")
    return None


def read_ics(name, data):
    import icalendar

    text = data.decode("utf-8")
    for line in text.split("\r\n"):
        if len(line.encode()) > 75 or "\n" in line or "\r" in line:
            say(name, f"a line that no calendar reads: {line!r}")
    calendar = icalendar.Calendar.from_ical(text)
    kinds = collections.Counter()
    for component in calendar.walk():
        kinds[component.name] += 1
        if component.name not in ("VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VEVENT", "VALARM"):
            say(name, f"a component {component.name}")
        if component.errors:
            say(name, f"{component.errors}")
        for key, value in component.property_items(recursive=False):
            if CANARY in key.lower():
                say(name, f"a property {key}")
            for parameter in getattr(value, "params", {}):
                if CANARY in parameter.lower():
                    say(name, f"a parameter {parameter}")
            if isinstance(value, str) and key in ("SUMMARY", "DESCRIPTION", "LOCATION"):
                clean(name, value, "\n", printed=True)
    return sorted(kinds.items())


def read_vcf(name, data):
    import vobject

    cards = 0
    for card in vobject.readComponents(data.decode("utf-8")):
        cards += 1
        if card.name != "VCARD":
            say(name, f"a component {card.name}")
        for child in card.getChildren():
            if CANARY in child.name.lower() or CANARY in str(list(getattr(child, "params", {}))).lower():
                say(name, f"a property {child.name}")
    for line in re.sub("\r\n[ \t]", "", data.decode("utf-8")).split("\r\n"):
        clean(name, line, "", printed=True)
    return cards


def run(name, arguments):
    told = subprocess.run(arguments, capture_output=True)
    if told.returncode or told.stderr:
        say(name, f"{arguments[0]}: {told.stdout.decode()[:500]}{told.stderr.decode()[:1500]}")
    return told.stdout.decode("utf-8", "replace")


def write(name, data):
    with open(name, "wb") as file:
        file.write(data)


def read_hledger(name, data):
    clean(name, data.decode(), printed=True)
    write("x.journal", data)
    run(name, ["hledger", "-f", "x.journal", "check", "--strict"])
    rows = list(csv.DictReader(io.StringIO(run(name, ["hledger", "-f", "x.journal", "register", "-O", "csv"]))))
    for account in {row["account"] for row in rows}:
        if account.lower().startswith(("assets:zqx", "zqx", "equity:zqx")):
            say(name, f"an account {account!r}")
    return [(row["date"], row["amount"]) for row in rows]


def read_ledger(name, data):
    clean(name, data.decode(), printed=True)
    write("x.ledger", data)
    told = run(name, ["ledger", "--args-only", "-f", "x.ledger", "register", "--format", "%(date)|%(amount)|%(account)\\n"])
    rows = [line.split("|", 2) for line in told.splitlines()]
    for row in rows:
        if len(row) < 3 or row[2].lower().startswith(("assets:zqx", "zqx", "equity:zqx")):
            say(name, f"a posting {row}")
    return [row[:2] for row in rows]


def read_beancount(name, data):
    from beancount import loader

    clean(name, data.decode(), printed=True)
    write("x.beancount", data)
    entries, errors, _ = loader.load_file("x.beancount")
    for error in errors:
        say(name, f"{error.message} {error.source}")
    return sorted(collections.Counter(type(entry).__name__ for entry in entries).items())


def read_iif(name, data):
    text = data.decode("cp1252", "replace")
    heads, counts = {}, collections.Counter()
    for line in text.split("\r\n"):
        if not line:
            continue
        clean(name, line, "\t", printed=True)
        cells = line.split("\t")
        counts[cells[0]] += 1
        if cells[0].startswith("!"):
            heads[cells[0][1:]] = len(cells)
        elif cells[0] not in heads:
            say(name, f"a row that no head names: {line!r}")
        elif len(cells) > heads[cells[0]]:
            say(name, f"a row of {len(cells)} cells where there are {heads[cells[0]]}: {line!r}")
        for cell in cells:
            if cell.count('"') % 2 and cell.startswith('"'):
                say(name, f"a quote that is not closed: {cell!r}")
    return sorted(counts.items())


def read_xml(name, data):
    if b"<!" in data.replace(b"<![CDATA[", b"") or data.count(b"<?") > 1:
        say(name, "a declaration")
    root = ElementTree.fromstring(data)
    for element in root.iter():
        if CANARY in str(element.tag).lower() or any(CANARY in key for key in element.keys()):
            say(name, f"an element {element.tag}")
        clean(name, element.text or "", printed=True)
    return None


def read_json(name, data):
    def pairs(found):
        for key, _ in found:
            if key == CANARY:
                say(name, "a key that a text made")
        if len({key for key, _ in found}) != len(found):
            say(name, "a key twice")
        return dict(found)

    def constant(word):
        say(name, f"{word} is no JSON")

    text = data.decode("utf-8")
    clean(name, text)
    json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    return None


def read_jsonl(name, data):
    lines = data.decode("utf-8").split("\n")
    for line in lines[:-1]:
        read_json(name, line.encode())
    return len(lines)


READERS = {
    ".qb.csv": read_csv, ".csv": read_csv, ".xlsx": read_xlsx, ".html": read_html, ".pdf": read_pdf, ".eml": read_eml,
    ".ics": read_ics, ".vcf": read_vcf, ".hledger": read_hledger, ".ledger": read_ledger, ".beancount": read_beancount,
    ".iif": read_iif, ".xml": read_xml, ".json": read_json, ".jsonl": read_jsonl,
}


def read_all(folder):
    shapes = {}
    for at, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.join(at, name)
            shown = os.path.relpath(path, folder)
            ending = next((ending for ending in READERS if name.endswith(ending)), None)
            if ending is None:
                continue
            with open(path, "rb") as file:
                data = file.read()
            try:
                shapes[shown] = READERS[ending](shown, data)
            except Exception as error:
                say(shown, f"cannot be read: {type(error).__name__}: {str(error)[:600]}")
    return shapes


hostile_shapes = read_all(sys.argv[1])
kept, problems = problems, []
plain_shapes = read_all(sys.argv[2])
if problems:
    kept.append("of plain texts: " + "\n".join(problems))
for name in sorted(hostile_shapes.keys() & plain_shapes.keys()):
    if hostile_shapes[name] != plain_shapes[name]:
        kept.append(f"{name}: {hostile_shapes[name]} where plain texts give {plain_shapes[name]}"[:3000])
print("\n".join(kept))
print(f"{len(hostile_shapes)} results were read", file=sys.stderr)
