//! Rows are found, and what is no row is told with its place.

use super::*;

const ONE: &str = "jobs/2020/000/J-2020-00001.yaml";
const TWO: &str = "jobs/2020/000/J-2020-00002.yaml";

fn seals(manifests: &[(&str, &str)]) -> Seals {
    let manifests = manifests.iter();
    let read =
        |(path, text): &(&str, &str)| Manifest { path: path.to_string(), bytes: text.as_bytes().to_vec() };
    Seals { manifests: manifests.map(read).collect(), unread: Vec::new() }
}

fn written(paths: &[&str]) -> String {
    let rows = paths.iter().map(|path| (path.to_string(), hash_of(path.as_bytes())));
    String::from_utf8(Rows(rows.collect()).write().unwrap()).unwrap()
}

#[test]
fn what_is_written_is_found_and_nothing_else() {
    let text = written(&[TWO, ONE]);
    let seals =
        seals(&[("sealed/2019.csv", &written(&["clients/00/C-0001.yaml"])), ("sealed/2020.csv", &text)]);
    assert_eq!(seals.of(ONE), Some(hash_of(ONE.as_bytes())));
    assert_eq!(seals.entry(TWO), Some(("sealed/2020.csv", hash_of(TWO.as_bytes()))));
    assert_eq!(seals.of("jobs/2020/000/J-2020-00003.yaml"), None);
    assert_eq!(seals.of("J-2020-00001.yaml"), None, "the end of a path is no path");
    assert_eq!(seals.of("jobs/2020/000/J-2020-0000"), None, "nor is its beginning");
    assert_eq!(seals.files().collect::<Vec<_>>(), ["sealed/2019.csv", "sealed/2020.csv"]);
    assert_eq!(seals.entries().count(), 3);
    assert!(seals.problems().is_empty());
    assert_eq!(Rows::read(text.as_bytes()).write().unwrap(), text.as_bytes());
}

#[test]
fn line_ends_of_other_machines_change_nothing() {
    let text = written(&[ONE, TWO]).replace('\n', "\r\n");
    let seals = seals(&[("sealed/2020.csv", &text)]);
    assert_eq!(seals.of(TWO), Some(hash_of(TWO.as_bytes())));
    assert!(seals.problems().is_empty());
    assert_eq!(hash_of(b"a: 1\r\nb: 2\r\n"), hash_of(b"a: 1\nb: 2\n"));
    assert_ne!(hash_of(b"a: 1\rb: 2\n"), hash_of(b"a: 1\nb: 2\n"));
}

#[test]
fn every_odd_row_is_told_and_the_good_ones_count() {
    let good = written(&[ONE]);
    let row = good.lines().nth(1).unwrap();
    let text = format!(
        "{good}<<<<<<< ours\n{row}\nconfig.toml,{}\n{TWO},12\n{TWO},{}\n",
        "0".repeat(64),
        "0".repeat(64)
    );
    let seals = seals(&[("sealed/2020.csv", &text), ("sealed/2021.csv", &written(&[TWO]))]);
    assert_eq!(seals.of(ONE), Some(hash_of(ONE.as_bytes())));
    assert_eq!(seals.of("config.toml"), None);
    let told: Vec<String> =
        seals.problems().iter().map(|one| format!("{one} {}", one.causes.join(" "))).collect();
    let places: Vec<&str> = told.iter().map(|one| one.split(": ").next().unwrap()).collect();
    assert_eq!(
        places,
        [
            "sealed/2020.csv:3",
            "sealed/2020.csv:4",
            "sealed/2020.csv:5",
            "sealed/2020.csv:6",
            "sealed/2021.csv:2"
        ],
        "{told:#?}"
    );
    assert!(told[4].contains("with another hash"), "{told:?}");
}

#[test]
fn a_manifest_is_that_of_its_year_alone() {
    assert_eq!(path(2020), "sealed/2020.csv");
    assert_eq!(year_of("sealed/2020.csv"), Some(2020));
    for other in ["sealed/20.csv", "sealed/2020.txt", "sealed/x2020.csv", "2020.csv", "sealed/a/2020.csv"] {
        assert_eq!(year_of(other), None, "{other}");
    }
}
