//! Card and account numbers are refused wherever they come in (T03).

use clap::{Arg, ArgAction, Command, CommandFactory};
use jobbook::cli::args::Cli;

use crate::engagement::{Engagement, line};
use crate::office::Office;

const CARD: &str = "4111 1111 1111 1111";
const IBAN: &str = "DE89 3704 0044 0532 0130 00";

/// Every way of words through the command line that takes a value, and the value's argument.
fn places(command: &Command, path: &[String], found: &mut Vec<(Vec<String>, Arg)>) {
    for sub in command.get_subcommands() {
        let path: Vec<String> = path.iter().cloned().chain([sub.get_name().to_string()]).collect();
        places(sub, &path, found);
    }
    if command.has_subcommands() {
        return;
    }
    let takes_value = |arg: &&Arg| matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
    found.extend(command.get_arguments().filter(takes_value).map(|arg| (path.to_vec(), arg.clone())));
}

#[test]
fn t03_no_argument_of_any_command_takes_a_card_or_account_number() {
    let office = Office::new();
    Engagement::new().approved(&office, vec![line("Fit the closer", "2", "64.00")]).write(&office);
    let mut command = Cli::command();
    command.build();
    let mut found = Vec::new();
    places(&command, &[], &mut found);
    assert!(found.len() > 250, "{}", found.len());
    let before = office.files();
    for (path, arg) in &found {
        for (secret, code, full) in [(CARD, "card-number", "4111 1111"), (IBAN, "bank-account", "3704 0044")]
        {
            let value = format!("see {secret}");
            let mut words: Vec<&str> = path.iter().map(String::as_str).collect();
            let option = arg.get_long().map(|long| format!("--{long}"));
            words.extend(option.as_deref());
            words.push(&value);
            let answer = office.run(words.iter().copied());
            assert!(
                answer.code != 0 && answer.err.contains(&format!("[{code}]")),
                "{words:?}: {}",
                answer.err
            );
            assert!(!answer.err.contains(full) && answer.out.is_empty(), "{words:?}: {}", answer.err);
            assert!(answer.err.contains("--payment-token"), "{}", answer.err);
        }
    }
    assert_eq!(office.files(), before);
    assert!(!office.path(".jobbook/lock").exists() || !office.read(".jobbook/lock").contains("4111 1111"));
}

#[test]
fn t03_a_card_number_does_not_come_in_through_an_import() {
    let office = Office::new();
    office.write("new.csv", &format!("code,description,price\nA,pays with {CARD},1.00\nB,Brush,2.00\n"));
    let told = office.run(["price", "import", "standard", "new.csv"]);
    assert!(told.code != 0 && told.err.contains("[card-number]"), "{}", told.err);
    let prices = office.read("prices/standard.csv");
    assert!(prices.contains("B,Brush") && !prices.contains("4111"), "{prices}");
    Engagement::new().approved(&office, vec![line("Fit the closer", "2", "64.00")]).write(&office);
    office.write("bank.csv", &format!("date,amount,payer,reference\n2026-03-02,10.00,Ines,{IBAN}\n"));
    let told = office.run(["payment", "import", "bank.csv"]);
    assert!(told.code != 0 && told.err.contains("[bank-account]"), "{}{}", told.out, told.err);
    assert!(office.files().iter().all(|(name, text)| name.ends_with("bank.csv") || !text.contains("3704")));
}

#[test]
fn t03_a_card_number_does_not_come_in_through_an_editor() {
    let office = Office::new().with_a_job();
    for (typed, code) in [
        (format!("title: {CARD}"), "card-number"),
        (format!("title: Door   # {CARD}"), "card-number"),
        (format!("title: {IBAN}"), "bank-account"),
    ] {
        let script = format!("#!/bin/sh\nsed -i 's/^title: .*/{typed}/' \"$1\"\n");
        office.write("editor.sh", &script);
        let mut command = office.command(["job", "edit", "1", "--no-input"]);
        command.env("EDITOR", "sh editor.sh");
        let output = command.output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(!output.status.success() && told.contains(&format!("[{code}]")), "{told}");
    }
    assert!(!office.read("jobs/2026/000/J-2026-00001.yaml").contains("4111"));
}

#[test]
fn t03_who_acts_is_not_called_like_a_card() {
    let mut office = Office::new().with_a_job();
    office.by(CARD);
    assert!(office.refused(1, ["parts", "receive", "1"]).contains("[card-number]"));
}

#[test]
fn t03_check_names_what_somebody_typed_into_a_file() {
    let office = Office::new().with_a_job();
    office.replace(
        "jobs/2026/000/J-2026-00001.yaml",
        "text: Door closer",
        &format!("text: Door closer {CARD}"),
    );
    office.replace("clients/00/C-0001.yaml", "name: Mara Linden", &format!("name: {IBAN}"));
    let told = office.run(["check"]);
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(
        told.err.contains("J-2026-00001.yaml:14:9") && told.err.contains("[card-number]"),
        "{}",
        told.err
    );
    assert!(told.err.contains("C-0001.yaml:9:9") && told.err.contains("[bank-account]"), "{}", told.err);
    assert!(!told.err.contains("1111 1111") && !told.err.contains("3704"), "{}", told.err);
    // What is recorded already does not stop honest work; what is not yet, is not recorded by a command.
    assert!(office.run(["parts", "receive", "1"]).err.contains("[card-number]"));
    office.git(["commit", "-qam", "By hand"]);
    office.ok(["parts", "receive", "1"]);
}

#[test]
fn t03_the_offices_own_account_stands_on_its_invoices() {
    let office = Office::new();
    office.replace(
        "jobbook.toml",
        "# payment = [\"Please pay by bank transfer\", \"and name the invoice number\"]",
        &format!("payment = [\"Pay to {IBAN}\"] #"),
    );
    office.git(["commit", "-qam", "Account"]);
    Engagement::new().approved(&office, vec![line("Fit the closer", "2", "64.00")]).write(&office);
    office.ok(["invoice", "new", "1"]);
    office.ok(["invoice", "send", "1", "--via", "print"]);
    assert!(office.read("jobs/2026/000/J-2026-00001.yaml").contains(IBAN));
    assert_eq!(office.run(["check"]).code, 0);
}

#[test]
fn t03_a_card_number_that_somebody_typed_into_a_file_is_not_recorded() {
    let office = Office::new();
    office.ok(["client", "new", "Linden Bakery", "--phone", "040 5550177"]);
    office.ok(["job", "new", "C-0001", "Oven door sticks"]);
    let file = "jobs/2026/000/J-2026-00001.yaml";
    let (before, head) = (office.read(file), office.git(["rev-parse", "HEAD"]));
    office.write(file, &format!("{before}# card 4111 1111 1111 1111\n"));
    let edited = office.read(file);
    let refused = office.run(["job", "note", "1", "called"]);
    assert_ne!(refused.code, 0);
    assert!(refused.err.contains("[card-number]") && refused.err.contains(file), "{}", refused.err);
    assert!(!refused.err.contains("4111"), "{}", refused.err);
    assert_eq!(
        (office.read(file), office.git(["rev-parse", "HEAD"])),
        (edited, head),
        "nothing is recorded or written"
    );
    // Other jobs go on, and this one as soon as the number is out.
    office.ok(["job", "new", "C-0001", "Another"]);
    office.write(file, &before);
    office.ok(["job", "note", "1", "called"]);
    let all = office.git(["log", "-p", "--all"]);
    assert!(!all.contains("4111"), "{all}");
}
