//! `[mail]`: by which way letters leave, and when.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use super::company::span;
use crate::domain::mail_rules::{MailRules, Password, SendWhen, Sendmail, Smtp, Tls, Transport};
use crate::domain::office::Span;
use crate::domain::typed::email;
use crate::problem::Problem;
use crate::rules::toml_file::Table;

/// How long to wait for a mail server's answer, or for a program, unless the file says otherwise.
const TIMEOUT: Duration = Duration::from_secs(60);
/// The ports that the ways of keeping a connection secret have, as RFC 6409 and RFC 8314 give them.
const STARTTLS_PORT: u16 = 587;
const IMPLICIT_PORT: u16 = 465;
const OPEN_PORT: u16 = 25;

pub(super) fn read(root: &Table<'_>) -> MailRules {
    let absent = MailRules::by_hand(Span::Elapsed(chrono::Duration::hours(1)));
    let Some(table) = root.table("mail") else { return absent };
    let sendmail = table.table("sendmail").and_then(sendmail);
    let smtp = table.table("smtp").and_then(smtp);
    let rules = MailRules {
        transport: transport(&table, sendmail, smtp).unwrap_or(absent.transport),
        send: table.parsed::<SendWhen>("send").unwrap_or(absent.send),
        seat: table.read("seat", seat).unwrap_or(absent.seat),
        release_within: span(&table, "release_within").unwrap_or(absent.release_within),
        attach: table.parsed("attach").unwrap_or(absent.attach),
        addresses: table.table("addresses").map(addresses).unwrap_or_default(),
    };
    let is_by_hand = table.value("transport").is_none_or(|value| value.peek_text() == Some("folder"));
    if is_by_hand && rules.send == SendWhen::AtOnce {
        table.report(
            "send",
            Problem::damaged("mail-send", "letters in a folder do not leave by themselves")
                .because("transport is \"folder\": a person sends each letter")
                .remedy("write transport = \"smtp\" or \"sendmail\", or delete this line"),
        );
    }
    table.finish();
    rules
}

/// Which of the ways is taken. A table of one that is not taken may stand there, and must be right all the same.
fn transport(table: &Table<'_>, sendmail: Option<Sendmail>, smtp: Option<Smtp>) -> Option<Transport> {
    let name = table.text("transport")?;
    let needed = |key: &str, example: &str| {
        table.report(
            "transport",
            Problem::damaged(
                "mail-transport",
                format!("transport is \"{key}\", and [mail.{key}] does not say how"),
            )
            .remedy(format!("write {example} under [mail.{key}]")),
        );
    };
    match name.as_str() {
        "folder" => Some(Transport::Folder),
        "sendmail" => {
            if sendmail.is_none() {
                needed("sendmail", "command = [\"/usr/sbin/sendmail\", \"-i\"]");
            }
            sendmail.map(Transport::Sendmail)
        }
        "smtp" => {
            if smtp.is_none() {
                needed("smtp", "host = \"mail.example.com\"");
            }
            smtp.map(Transport::Smtp)
        }
        _ => {
            table.report(
                "transport",
                Problem::damaged("mail-transport", format!("\"{name}\" is no way to send mail"))
                    .did_you_mean(&name, ["folder", "sendmail", "smtp"])
                    .remedy(
                        "write folder (a person sends), sendmail (a program does) or smtp (a mail server)",
                    ),
            );
            None
        }
    }
}

fn sendmail(table: Table<'_>) -> Option<Sendmail> {
    let command = table.list_of_text("command");
    let timeout = table.read("timeout", seconds).unwrap_or(TIMEOUT);
    table.finish();
    (!command.is_empty()).then_some(Sendmail { command, timeout })
}

fn smtp(table: Table<'_>) -> Option<Smtp> {
    refuse_written_password(&table);
    let host = table.read("host", host);
    let tls = table.parsed::<Tls>("tls").unwrap_or(Tls::Starttls);
    let usual = match tls {
        Tls::Starttls => STARTTLS_PORT,
        Tls::Implicit => IMPLICIT_PORT,
        Tls::None => OPEN_PORT,
    };
    let port = table.value("port").and_then(|value| {
        let number = value.count()?;
        let port = u16::try_from(number).ok().filter(|port| *port > 0);
        if port.is_none() {
            value.report(
                Problem::damaged("mail-port", format!("{number} is no port"))
                    .remedy(format!("write a number from 1 to 65535; the usual one here is {usual}")),
            );
        }
        port
    });
    let open_is_fine = table.flag("unencrypted").unwrap_or(false);
    if let Some(host) = host.as_deref().filter(|host| tls == Tls::None && !is_here(host) && !open_is_fine) {
        table.report(
            "tls",
            Problem::damaged("mail-open", format!("letters and password would go to {host} in the open"))
                .because("without TLS everybody on the way can read and change them")
                .remedy("write tls = \"starttls\" or \"implicit\"")
                .remedy("or add unencrypted = true, if nobody else is on that network"),
        );
    }
    let user = table.text("user");
    let password = password(&table);
    let has_password = ["password", "password_env", "password_command"].iter().any(|key| table.has(key));
    if user.is_some() != has_password {
        let (there, missing, remedy) = match user {
            Some(_) => ("user", "no password", "add password_command = [\"pass\", \"mail\"]"),
            None => ("password_command", "no user", "add user = \"office@example.com\""),
        };
        let key = if table.has(there) { there } else { "password_env" };
        table.report(
            key,
            Problem::damaged("mail-login", format!("[mail.smtp] has a {key} and {missing}")).remedy(remedy),
        );
    }
    let smtp = Smtp {
        host: host.unwrap_or_default(),
        port: port.unwrap_or(usual),
        tls,
        user,
        password,
        ca_file: table.text("ca_file"),
        timeout: table.read("timeout", seconds).unwrap_or(TIMEOUT),
    };
    table.finish();
    (!smtp.host.is_empty()).then_some(smtp)
}

/// The file lies in git and on every copy's disk: no password belongs into it.
fn refuse_written_password(table: &Table<'_>) {
    if table.has("password") {
        table.report(
            "password",
            Problem::damaged("mail-password", "a password must not stand in this file")
                .because("the file is kept by git, for ever and in every copy of the book")
                .remedy("delete the line, and change the password if the file was committed")
                .remedy("write password_command = [\"pass\", \"mail\"], or password_env = \"JOBBOOK_MAIL_PASSWORD\""),
        );
    }
}

fn password(table: &Table<'_>) -> Option<Password> {
    let variable = table.read("password_env", variable);
    let command = table.has("password_command").then(|| table.list_of_text("password_command"));
    match (command, variable) {
        (Some(_), Some(_)) => {
            table.report(
                "password_env",
                Problem::damaged("mail-password", "the password comes from two places").remedy("delete one"),
            );
            None
        }
        (Some(command), None) if command.is_empty() => {
            table.report(
                "password_command",
                Problem::damaged("mail-password", "password_command names no program")
                    .remedy("write it like [\"pass\", \"mail\"]"),
            );
            None
        }
        (Some(command), None) => Some(Password::Command(command)),
        (None, Some(variable)) => Some(Password::Variable(variable)),
        (None, None) => None,
    }
}

fn host(text: &str) -> Result<String, Problem> {
    let host = text.trim();
    let is_name = host.split('.').all(|label| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    });
    if (is_name && host.len() <= 253) || host.parse::<IpAddr>().is_ok() {
        return Ok(host.to_string());
    }
    Err(Problem::damaged("mail-host", format!("\"{text}\" is no name of a server"))
        .remedy("write it like mail.example.com; the port has a key of its own: port = 587"))
}

/// Whether the server is this machine.
fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn variable(text: &str) -> Result<String, Problem> {
    let is_name = !text.starts_with(|first: char| first.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_name {
        return Ok(text.to_string());
    }
    // What stands there may be the password itself: it is not repeated.
    Err(Problem::damaged("mail-password", "password_env is the name of a variable, not the password")
        .remedy("write it like JOBBOOK_MAIL_PASSWORD"))
}

fn seat(text: &str) -> Result<String, Problem> {
    let seat = text.trim();
    if seat.len() <= 4 && seat.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Ok(seat.to_string());
    }
    Err(Problem::damaged("mail-seat", format!("\"{text}\" is no seat"))
        .because("a seat is up to four lower-case letters")
        .remedy("write what git config jobbook.seat says in the copy that sends; delete the line for the first one"))
}

/// `30s`, `2m`.
fn seconds(text: &str) -> Result<Duration, Problem> {
    let typed = text.trim();
    let length = typed.strip_suffix('s').map(|number| (number, 1)).or_else(|| {
        let number = typed.strip_suffix('m')?;
        Some((number, 60))
    });
    let seconds = length.and_then(|(number, unit)| number.trim().parse::<u64>().ok()?.checked_mul(unit));
    match seconds {
        Some(seconds) if (1..=3600).contains(&seconds) => Ok(Duration::from_secs(seconds)),
        _ => Err(Problem::damaged("mail-timeout", format!("\"{text}\" is no time to wait"))
            .remedy("write it like 30s or 2m, up to 60m")),
    }
}

/// `billing = "billing@example.com"`
fn addresses(table: Table<'_>) -> BTreeMap<String, String> {
    let entries = table.entries().into_iter();
    entries.filter_map(|(key, value)| Some((key.name().to_string(), value.read(email::address)?))).collect()
}
