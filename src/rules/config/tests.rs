//! The shipped files are good, and every mistake in a file is named where it stands.

use super::new_book::{Answers, PRICE_BOOKS, jobbook_toml, team_toml};
use super::office;
use crate::domain::money::Percent;
use crate::domain::office::{DateOrder, Office, Span};
use crate::problem::Problem;

const CONFIG: &str = "\
format = 1

[office]
name = 'Alder Works'
country = 'DE'

[calendar]
zone = 'Europe/Berlin'
[calendar.hours]
monday = '08:00-17:00'

[prices]
currency = 'EUR'

[[tax]]
code = 'full'
title = 'VAT 19 %'
percent = 19

[class.standard]
";

const TEAM: &str = "\
format = 1

[roles]
sales = 'Sales'

[[person]]
name = 'mara'
roles = ['sales']
";

fn told(config: &str, team: &str) -> Vec<String> {
    let (outcome, warnings) = office(config, team);
    let errors = outcome.err().map(|problems| problems.into_vec()).unwrap_or_default();
    for problem in errors.iter().chain(&warnings) {
        let lists_the_words = problem.message.contains("is not one of:");
        assert!(!problem.remedies.is_empty() || !problem.causes.is_empty() || lists_the_words, "{problem}");
    }
    errors
        .iter()
        .map(ToString::to_string)
        .chain(warnings.iter().map(|warning| format!("warning {warning}")))
        .collect()
}

fn answers() -> Answers {
    Answers {
        zone: "Europe/Berlin".to_string(),
        tax_title: "VAT 19 %".to_string(),
        tax_percent: "19".parse().unwrap(),
        full_name: "Mara \"M.\" Lund".to_string(),
        email: Some("mara@alder.example".to_string()),
        ..Answers::usual("DE", "Alder \\ {{zone}} Works", "mara")
    }
}

fn good(config: &str, team: &str) -> Office {
    let (outcome, warnings) = office(config, team);
    assert_eq!(warnings, Vec::<Problem>::new());
    outcome.unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn what_is_left_out_has_a_sensible_value() {
    let office = good(CONFIG, TEAM);
    assert_eq!(office.default_class, "standard");
    assert_eq!(office.default_tax, "full");
    assert_eq!((office.quote_valid_days, office.invoice_days), (30, 14));
    assert_eq!(office.numbering.job.format(2026, "", 17), "J-2026-00017");
    assert_eq!(office.mail.transport.name(), "folder");
    assert_eq!(office.request_follow_up, Span::BusinessDays(2));
    assert_eq!(office.team[0].full_name, "mara");
}

#[test]
fn the_files_of_a_new_book_are_good() {
    let answers = answers();
    let office = good(&jobbook_toml(&answers), &team_toml(&answers));
    assert_eq!(office.name, "Alder \\ {{zone}} Works");
    assert_eq!(office.date_order, DateOrder::DayMonthYear);
    assert_eq!(office.prices.rates[0].percent, "19".parse::<Percent>().unwrap());
    let person = office.person_for("billing", "2026-03-02".parse().unwrap()).unwrap();
    assert_eq!(
        (person.full_name.as_str(), person.email.as_deref()),
        ("Mara \"M.\" Lund", Some("mara@alder.example"))
    );
    for class in office.classes.values() {
        let book = class.price_book.as_deref().unwrap();
        assert!(PRICE_BOOKS.iter().any(|(name, _)| *name == book), "{book}");
    }
    let mut minimal = answers;
    minimal.email = None;
    good(&jobbook_toml(&minimal), &team_toml(&minimal));
}

/// The file with the keys that stand behind a `#` put to use.
fn with_every_key(text: &str) -> String {
    let is_key = |line: &str| {
        let name = line.split('=').next().unwrap_or("").trim();
        line.contains('=')
            && !name.is_empty()
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    let lines = text.lines().map(|line| match line.strip_prefix("# ") {
        Some(rest) if is_key(rest) || rest.trim_start().starts_with(['[', '{', ']']) => rest,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_keys_behind_comments_in_the_shipped_files_are_good_too() {
    let config = with_every_key(&jobbook_toml(&answers()));
    let (people, colleague) = with_every_key(&team_toml(&Answers { email: None, ..answers() }))
        .split_once("# Add one")
        .map(|(people, _)| (people.to_string(), "[[person]]\nname = 'colleague'\nroles = ['technician']\n"))
        .unwrap();
    let office = good(&config, &format!("{people}\n{colleague}"));
    assert_eq!(office.address.lines(), ["1 Example Street", "00000 Exampleton EX", "Exampleland"]);
    assert_eq!(office.assistant.as_deref().map(<[String]>::len), Some(2));
    assert_eq!(office.required_documents.len(), 1);
    assert_eq!(office.portal("facility hub").map(|portal| portal.columns.len()), Some(14));
    assert_eq!(office.team[0].away.len(), 2);
    assert_eq!(office.team[0].deputy.as_deref(), Some("colleague"));
    assert_eq!(office.access.limits.len(), 2);
    let on_letters = [&office.phone, &office.email, &office.website, &office.tax_id, &office.hour_code];
    assert!(on_letters.iter().all(|text| text.is_some()) && !office.payment.is_empty());
    assert!(
        office.team[0].phone.is_some() && office.team[0].email.is_some() && !office.team[0].skills.is_empty()
    );
}

#[test]
fn places_on_days_and_routes_are_read_and_their_mistakes_named() {
    let config = format!(
        "{CONFIG}\n[schedule]\ndays_out = '4bd'\npromise_buffer = '2d'\nvisits_per_day = 5\nvisit_hours = '06:00-22:00'\n"
    );
    let team = format!(
        "{TEAM}capacity = {{ visits = 3 }}\n\n[[route]]\nname = 'north'\ntechnician = 'Mara'\ndays = ['monday']\n"
    );
    let office = good(&config, &team);
    assert_eq!(
        (office.booking.days_out, office.booking.promise_buffer),
        (Span::BusinessDays(4), Span::Days(2))
    );
    assert_eq!((office.capacity_of("mara"), office.capacity_of("nobody")), (Some(3), None));
    let route = office.route("North").unwrap();
    assert_eq!((route.technician.as_str(), route.title.as_str()), ("mara", "north"));
    let monday = "2026-03-02".parse().unwrap();
    assert!(route.runs_on(monday) && !route.runs_on(monday + chrono::Duration::days(1)));
    assert_eq!(office.visit_hours(monday).unwrap().1.to_string(), "22:00:00");
    assert_eq!(office.visit_hours(monday + chrono::Duration::days(1)), None);
    assert_eq!(good(CONFIG, TEAM).capacity_of("mara"), None);
    for (config, team, expected) in [
        ("\n[schedule]\ndays_out = '72h'\n", "", "jobbook.toml:23:12: \"72h\" is no number of days"),
        ("", "capacity = { visit = 3 }\n", "team.toml:9:12: visits is missing in [capacity]"),
        (
            "",
            "[[route]]\nname = 'n'\ntechnician = 'bo'\ndays = ['mon']\n",
            "team.toml:11:14: there is no person \"bo\"",
        ),
    ] {
        let told = told(&format!("{CONFIG}{config}"), &format!("{TEAM}{team}"));
        assert_eq!(told.first().map(String::as_str), Some(expected), "{told:?}");
    }
}

#[test]
fn each_mistake_in_jobbook_toml_is_named_at_its_place() {
    for (good, bad, expected) in [
        ("format = 1\n", "", "jobbook.toml: format is missing in jobbook.toml"),
        ("format = 1", "format = '1'", "jobbook.toml:1:10: format is a text, and a whole number is expected"),
        ("name = 'Alder Works'\n", "", "jobbook.toml:3:1: name is missing in [office]"),
        ("name = 'Alder", "nmae = 'x'\nname = 'Alder", "jobbook.toml:4:1: unknown key \"nmae\""),
        ("'DE'", "'Germany'", "jobbook.toml:5:11: \"Germany\" is not the code of a country"),
        ("'DE'", "'DE'\nemail = 'me'", "jobbook.toml:6:9: \"me\" is not a mail address"),
        (
            "'DE'",
            "'DE'\nlanguage = 'English'",
            "jobbook.toml:6:12: \"English\" is not the code of a language",
        ),
        ("'Europe/Berlin'", "'Europe/Berln'", "jobbook.toml:8:8: there is no time zone \"Europe/Berln\""),
        (
            "[calendar.hours]",
            "date_order = 'dym'\n[calendar.hours]",
            "jobbook.toml:9:14: \"dym\" is not one of: dmy, mdy, ymd",
        ),
        (
            "[calendar.hours]",
            "holidays = [2026-12-25, '1.1.2027']\n[calendar.hours]",
            "jobbook.toml:9:25: \"1.1.2027\" is not a day",
        ),
        ("'08:00-17:00'", "'8 to 5'", "jobbook.toml:10:10: \"8 to 5\" are not business hours"),
        ("'08:00-17:00'", "'17:00-08:00'", "jobbook.toml:10:10: \"17:00-08:00\" closes before it opens"),
        ("'08:00-17:00'", "'closed'", "jobbook.toml:9:1: the office is never open"),
        (
            "'08:00-17:00'",
            "['08:00-12:00', '11:00-17:00']",
            "jobbook.toml:10:26: the office opens before it closed",
        ),
        (
            "'08:00-17:00'",
            "['08:00-12:00', 'closed']",
            "jobbook.toml:10:26: a day that is closed has no other hours",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[priority.high]\nrespond = '8 hours'",
            "jobbook.toml:22:11: \"8 hours\" is not a length of time",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[category.x]\nowner = 'slaes'",
            "jobbook.toml:22:9: \"slaes\" is neither a person nor a role of team.toml",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[[escalation]]\nowner = 'sales'",
            "jobbook.toml:21:1: within is missing in [escalation]",
        ),
        ("monday", "mondya", "jobbook.toml:10:1: unknown key \"mondya\""),
        ("'EUR'", "'Euro'", "jobbook.toml:13:12: \"Euro\" is not a currency code of ISO 4217"),
        ("'EUR'", "'EUR'\nmode = 'brutto'", "jobbook.toml:14:8: \"brutto\" is not one of: net, gross"),
        ("'EUR'", "'EUR'\npart_markup = -5", "jobbook.toml:14:15: -5 per cent can't be meant"),
        ("'EUR'", "'EUR'\ndefault_tax = 'ful'", "jobbook.toml:14:15: there is no tax rate \"ful\""),
        ("percent = 19", "percent = '19 %'", "jobbook.toml:18:11: \"19 %\" is not a percentage"),
        (
            "[class.",
            "[[tax]]\ncode = 'full'\ntitle = 'x'\npercent = 7\n[class.",
            "jobbook.toml:21:8: there are two tax rates \"full\"",
        ),
        (
            "[class.standard]",
            "[class.standard]\nprice_book = '../secret'",
            "jobbook.toml:21:14: \"../secret\" is not a plain name",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[clients]\ndefault_class = 'standrad'",
            "jobbook.toml:22:17: there is no class \"standrad\" of clients",
        ),
        ("[class.standard]", "[class.other]", "jobbook.toml:20:2: there is no class \"standard\" of clients"),
        (
            "[class.standard]",
            "[class.standard]\n[numbers]\njob = 'J{year}'",
            "jobbook.toml:22:7: \"J{year}\" is not a pattern for numbers",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[numbers]\njob = 'C-{seq:05}'",
            "jobbook.toml:22:7: numbers of two kinds begin with C",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[mail]\ntransport = 'smtp'",
            "jobbook.toml:22:13: transport is \"smtp\", and [mail.smtp] does not say how",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[mail]\ntransport = 'sendmail'\n[mail.sendmail]\ntimeout = '5s'",
            "jobbook.toml:22:13: transport is \"sendmail\", and [mail.sendmail] does not say how",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[mail]\ntransport = 'pigeon'",
            "jobbook.toml:22:13: \"pigeon\" is no way to send mail",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[mail]\nsend = 'at-once'",
            "jobbook.toml:22:8: letters in a folder do not leave by themselves",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[mail.smtp]\nhost = 'mail.example.com'\nuser = 'a'\npassword = 'hunter2'",
            "jobbook.toml:24:12: a password must not stand in this file",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[mail.smtp]\nhost = 'mail.example.com'\nuser = 'a'\npassword_env = 'hunter 2'",
            "jobbook.toml:24:16: password_env is the name of a variable, not the password",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[mail.smtp]\nhost = 'mail.example.com'\ntls = 'none'",
            "jobbook.toml:23:7: letters and password would go to mail.example.com in the open",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[mail.smtp]\nhost = 'mail.example.com'\nuser = 'a'",
            "jobbook.toml:23:8: [mail.smtp] has a user and no password",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[mail.smtp]\nhost = 'mail.example.com:587'",
            "jobbook.toml:22:8: \"mail.example.com:587\" is no name of a server",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[mail.smtp]\nhost = 'mail.example.com'\ntimeout = 'long'",
            "jobbook.toml:23:11: \"long\" is no time to wait",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[mail.smtp]\nhots = 'mail.example.com'",
            "jobbook.toml:22:1: unknown key \"hots\"",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[requests]\nfollow_up = '2 days'",
            "jobbook.toml:22:13: \"2 days\" is not a length of time",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[documents]\npaper = 'A5'",
            "jobbook.toml:22:9: \"A5\" is not one of: A4, Letter",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[jobs]\ncancel_reasons = ['a', 'a']",
            "jobbook.toml:22:24: \"a\" is there twice",
        ),
        (
            "[class.standard]",
            "[class.standard]\n[invoice]\ndays = 14",
            "jobbook.toml:21:2: unknown key [invoice]",
        ),
        ("format = 1", "format = 2", "jobbook.toml:1:10: jobbook.toml was written by a newer jobbook"),
        ("'Alder Works'", "Alder", "jobbook.toml:4:8: string values must be quoted, expected literal string"),
    ] {
        let config = CONFIG.replacen(good, bad, 1);
        assert_ne!(config, CONFIG, "{good}");
        assert_eq!(told(&config, TEAM), [expected], "{bad}");
    }
}

#[test]
fn each_mistake_in_team_toml_is_named_at_its_place() {
    for (good, bad, expected) in [
        ("['sales']", "['sale']", vec!["team.toml:8:10: there is no role \"sale\""]),
        ("['sales']", "'sales'", vec!["team.toml:8:9: roles is a text, and a list is expected"]),
        (
            "sales = 'Sales'",
            "sales = 'Sales'\nparts = 'Parts'",
            vec!["warning team.toml:5:1: nobody has the role \"parts\""],
        ),
        ("'mara'", "'Mara Lund'", vec!["team.toml:7:8: \"Mara Lund\" can't be typed as one word"]),
        ("'mara'", "'sales'", vec!["team.toml:7:8: \"sales\" is a role as well as a person"]),
        ("'mara'", "'mara'\ndeputy = 'mra'", vec!["team.toml:8:10: there is no person \"mra\""]),
        ("'mara'", "'mara'\ndeputy = 'mara'", vec!["team.toml:8:10: mara can't stand in for mara"]),
        ("'mara'", "'mara'\nemail = 'mara@'", vec!["team.toml:8:9: \"mara@\" is not a mail address"]),
        (
            "'mara'",
            "'mara'\naway = ['2026-08-14..2026-08-03']",
            vec!["team.toml:8:9: \"2026-08-14..2026-08-03\" ends before it begins"],
        ),
        (
            "[[person]]",
            "[[person]]\nname = 'Mara'\n[[person]]",
            vec!["team.toml:9:8: two persons are named \"mara\""],
        ),
        (
            "[[person]]",
            "[person]",
            vec!["team.toml:6:1: person is a table, and a list of tables is expected"],
        ),
        ("format = 1", "format = 9", vec!["team.toml:1:10: team.toml was written by a newer jobbook"]),
    ] {
        let team = TEAM.replacen(good, bad, 1);
        assert_ne!(team, TEAM, "{good}");
        assert_eq!(told(CONFIG, &team), expected, "{bad}");
    }
}

#[test]
fn all_mistakes_of_both_files_are_told_at_once() {
    let config = CONFIG.replace("'DE'", "'XX'").replace("'EUR'", "'??'").replace("19\n", "-1\n");
    let team = TEAM.replace("name = 'mara'", "name = 7\nmial = 'x'");
    let told = told(&config, &team);
    assert_eq!(
        told,
        [
            "jobbook.toml:5:11: \"XX\" is not the code of a country",
            "jobbook.toml:13:12: \"??\" is not a currency code of ISO 4217",
            "jobbook.toml:18:11: -1 per cent can't be meant",
            "team.toml:8:1: unknown key \"mial\"",
        ]
    );
}

#[test]
fn an_empty_book_says_what_to_add() {
    assert_eq!(
        told("", ""),
        [
            "jobbook.toml: format is missing in jobbook.toml",
            "jobbook.toml: office is missing in jobbook.toml",
            "jobbook.toml: calendar is missing in jobbook.toml",
            "jobbook.toml: no tax rate is given",
            "jobbook.toml: there is no class \"standard\" of clients",
            "jobbook.toml: prices is missing in jobbook.toml",
            "team.toml: format is missing in team.toml",
            "team.toml: nobody is named",
        ]
    );
}
