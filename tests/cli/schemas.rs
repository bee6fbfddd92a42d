//! Schemas for editors: what the book's files are held against by another program (X08).

use serde_json::Value;

use crate::office::Office;
use crate::readers::{python_with, told};

/// Reads a file as an editor does: dates are texts, everything else is what YAML 1.2 or TOML says. Prints what a
/// schema has against it.
const VALIDATOR: &str = r#"
import datetime, json, pathlib, re, sys, tomllib, yaml
from jsonschema import Draft7Validator

class Loader(yaml.SafeLoader):
    pass

Loader.yaml_implicit_resolvers = {
    first: [(tag, what) for tag, what in rules if tag != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

def read(path):
    text = path.read_text()
    if path.suffix == ".yaml":
        return yaml.load(text, Loader)
    if text.startswith("+++"):
        text = text.split("+++")[1]
    return json.loads(json.dumps(tomllib.loads(text), default=str))

validators = {}
for path in pathlib.Path("schemas").iterdir():
    schema = json.loads(path.read_text())
    Draft7Validator.check_schema(schema)
    validators[path.stem] = Draft7Validator(schema)

def kind(path):
    whole = {"jobbook.toml": "jobbook", "team.toml": "team"}
    folders = {"jobs": "job", "clients": "client", "workflows": "workflow", "guides": "guide"}
    return whole.get(str(path)) or folders.get(path.parts[0])

seen = {}
paths = sorted(path for path in pathlib.Path(".").rglob("*") if path.suffix in (".yaml", ".toml", ".md"))
for path in paths:
    name = kind(path)
    if name is None:
        continue
    seen[name] = seen.get(name, 0) + 1
    for error in validators[name].iter_errors(read(path)):
        where = "/".join(map(str, error.absolute_path))
        print(f"{path}: {where}: {error.message[:200]}")
print("seen", *(f"{name}={seen[name]}" for name in sorted(seen)))
"#;

/// What the schemas have against the files of the book; absent without the program that reads them.
fn found(office: &Office) -> Option<String> {
    let mut python = python_with("jsonschema, yaml, tomllib")?;
    Some(told(python.current_dir(office.path(".")).args(["-c", VALIDATOR])))
}

#[test]
fn x08_every_file_of_the_example_is_as_its_schema_says() {
    let office = Office::example();
    office.ok(["schema", "install"]);
    let Some(found) = found(&office) else { return };
    let [seen] = found.lines().collect::<Vec<_>>()[..] else { panic!("{found}") };
    for name in ["client=20", "guide=", "jobbook=1", "job=", "team=1", "workflow=10"] {
        assert!(seen.contains(&format!(" {name}")), "{seen}");
    }
}

#[test]
fn x08_a_new_book_is_as_its_schemas_say_and_mistakes_are_found() {
    let office = Office::new();
    office.ok([
        "contact",
        "new",
        "in",
        "call",
        "--name",
        "Linden",
        "--phone",
        "040 5550177",
        "--title",
        "Gate",
    ]);
    office.ok(["quote", "new", "1"]);
    office.ok(["quote", "line", "1", "add", "Fit the closer", "--price", "64.00"]);
    office.ok(["schema", "install", "--modeline"]);
    let job = "jobs/2026/000/J-2026-00001.yaml";
    let sound = |office: &Office| found(office).map(|found| found.lines().count() == 1);
    let Some(is_sound) = sound(&office) else { return };
    assert!(is_sound, "{:?}", found(&office));

    // What jobbook does not know stays in a job's file, by promise.
    office.write(job, &format!("{}mood: good\n", office.read(job)));
    assert_eq!(sound(&office), Some(true), "{:?}", found(&office));

    for (file, right, wrong, where_) in [
        (job, "price: \"64.00\"", "price: 64.00", "quotes/0/lines/0/price: 64.0 is not of type 'string'"),
        (job, "path: quote-first", "path: quote-last", "path: 'quote-last' is not one of"),
        (job, "client: C-0001", "client: 1", "client: 1 is not of type 'string'"),
        (job, "+01:00\"\n", " o'clock\"\n", "does not match"),
        ("jobbook.toml", "tax_rounding =", "tax_ronding =", "prices: Additional properties"),
        (
            "jobbook.toml",
            "proration = \"visits\"",
            "proration = \"moons\"",
            "plans/proration: 'moons' is not one of",
        ),
        ("team.toml", "full_name =", "fullname =", "person/0: Additional properties"),
        (
            "workflows/service-call.toml",
            "on = \"quote-sent\"",
            "on = \"quote-eaten\"",
            "'quote-eaten' is not one of",
        ),
        (
            "workflows/service-call.toml",
            "\"parts-in-hand\"",
            "\"parts-in-mind\"",
            "is not valid under any of the given schemas",
        ),
    ] {
        let before = office.read(file);
        assert!(before.contains(right), "{file} has no {right}");
        office.write(file, &before.replacen(right, wrong, 1));
        let found = found(&office).unwrap();
        assert!(found.contains(where_) && found.contains(file), "{wrong}: {found}");
        office.write(file, &before);
    }
}

#[test]
fn x08_schemas_are_listed_printed_and_installed_beside_what_the_office_has() {
    let office = Office::new();
    let listed = office.ok(["schema", "list"]);
    for name in ["job", "client", "jobbook", "team", "workflow", "guide"] {
        assert!(listed.contains(&format!("{name} ")), "{listed}");
        let schema: Value = serde_json::from_str(&office.ok(["schema", "show", name])).unwrap();
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#", "{name}");
        let said = schema.to_string();
        for own in ["DECISIONS", "\"default\":", "\"null\"", "[`"] {
            assert!(!said.contains(own), "{name} says {own}");
        }
    }
    let elsewhere = tempfile::TempDir::new().unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_jobbook"));
    let output = command.args(["schema", "show", "job"]).current_dir(elsewhere.path()).output().unwrap();
    assert!(output.status.success(), "a schema needs no book");

    let own = "{ // mine\n  \"editor.rulers\": [100]\n}\n";
    office.write(".vscode/settings.json", own);
    let dry = office.ok(["schema", "install", "--dry-run"]);
    assert!(dry.contains("schemas/job.json"), "{dry}");
    assert!(!office.path("schemas").exists());
    let told = office.ok(["schema", "install"]);
    assert!(told.contains("schemas/job.json written\n") && told.contains(".taplo.toml written\n"), "{told}");
    assert!(told.contains(".vscode/settings.json is yours and stays as it is"), "{told}");
    assert!(told.contains("\"./schemas/job.json\": \"jobs/**/*.yaml\""), "{told}");
    assert_eq!(office.read(".vscode/settings.json"), own);
    assert_eq!(office.read("schemas/job.json"), office.ok(["schema", "show", "job"]));
    let subject = office.git(["show", "--format=%s", "--name-only"]);
    assert!(subject.starts_with("Schemas for editors\n\n.taplo.toml\nschemas/client.json\n"), "{subject}");

    let config = office.read("jobbook.toml");
    office.ok(["schema", "install", "--modeline"]);
    assert_eq!(office.read("jobbook.toml"), format!("#:schema ./schemas/jobbook.json\n{config}"));
    assert!(office.read("workflows/sales.toml").starts_with("#:schema ../schemas/workflow.json\n"));
    office
        .write(".vscode/settings.json", "{\"yaml.schemas\": {\"./schemas/job.json\": \"jobs/**/*.yaml\"}}\n");
    let again = office.ok(["schema", "install", "--modeline"]);
    assert_eq!(again, "the schemas are there, and are those of this jobbook\n");
    assert_eq!(office.ok(["check"]).lines().count(), 1);
}
