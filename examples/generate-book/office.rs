//! The files of rules, as a new book has them, and five people.

use std::path::Path;

use jobbook::book::beginning::{GUIDES, WORKFLOWS};
use jobbook::book::{numbers, rulefiles, syncing, yaml};
use jobbook::domain::office::Office;
use jobbook::rules::config::new_book::{self, Answers};
use jobbook::rules::rulebook::Rulebook;

use crate::calendar::Calendar;
use crate::writing::save;

/// Who works there besides ana and the technicians: name, full name, roles.
const PEOPLE: [(&str, &str, &str); 2] =
    [("cleo", "Cleo Marsh", "\"billing\", \"sales\""), ("dora", "Dora Lindt", "\"dispatch\", \"logistics\"")];

/// Writes the rules, and reads them as the program does.
pub fn write(folder: &Path, technicians: u32) -> anyhow::Result<Rulebook> {
    let mut answers = Answers::usual("DE", "Measured Office", "ana");
    answers.zone = "Europe/Berlin".to_string();
    answers.tax_percent = "19".parse()?;
    answers.email = Some("office@measured.example".to_string());
    save(folder, "jobbook.toml", &new_book::jobbook_toml(&answers))?;
    let mut team = new_book::team_toml(&answers);
    let technicians = (0..technicians).map(|number| {
        let name = technician(number);
        (name.clone(), format!("Technician {name}"), "\"technician\"")
    });
    let people = PEOPLE.map(|(name, full_name, roles)| (name.to_string(), full_name.to_string(), roles));
    for (name, full_name, roles) in people.into_iter().chain(technicians) {
        team.push_str(&format!(
            "\n[[person]]\nname      = \"{name}\"\nfull_name = \"{full_name}\"\nroles     = [{roles}]\n"
        ));
    }
    for (name, technician) in [("north", "ben"), ("south", "eli")] {
        team.push_str(&format!("\n[[route]]\nname       = \"{name}\"\ntechnician = \"{technician}\"\n"));
    }
    save(folder, "team.toml", &team)?;
    for (name, text) in WORKFLOWS {
        save(folder, &format!("workflows/{name}.toml"), text)?;
    }
    for (name, text) in GUIDES {
        save(folder, &format!("guides/{name}.toml"), text)?;
    }
    for (name, text) in new_book::PRICE_BOOKS {
        save(folder, &format!("prices/{name}.csv"), text)?;
    }
    save(folder, ".gitattributes", &syncing::attributes())?;
    save(folder, "outbox/.gitignore", "sending/\n")?;
    save(folder, ".jobbook/.gitignore", "*\n")?;
    let (rules, _) = rulefiles::load(folder)?;
    Ok(rules)
}

/// What a technician is called; the first is 0.
pub fn technician(number: u32) -> String {
    match number {
        0 => "ben".to_string(),
        1 => "eli".to_string(),
        _ => format!("tech{}", number + 1),
    }
}

/// Writes the last numbers given.
pub fn write_numbers(folder: &Path, calendar: &Calendar, office: &Office) -> anyhow::Result<()> {
    save(folder, &numbers::path(""), &yaml::write(&calendar.numbers(office)))?;
    Ok(())
}
