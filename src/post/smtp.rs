//! A mail server, talked to one word at a time, so that it is always known whether a letter may have left: nothing
//! has before the end of the letter was written, everything may have after that until an answer came.

use std::io::ErrorKind;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{Certificate, CertificateStore, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};

use super::carrier::{Handed, Unreached};
use super::password;
use crate::book::disk::read_outside;
use crate::domain::mail_rules::{Smtp, Tls};
use crate::mail::attempt::{Fate, Refusal, said};
use crate::mail::wire::Outgoing;
use crate::problem::{Outcome, Problem};

/// A server that has the whole letter may take longer to answer (RFC 5321, 4.5.3.2.6).
const LONGER: u32 = 5;
/// How long to wait for a farewell.
const FAREWELL: Duration = Duration::from_secs(1);
/// Larger files hold no certificates.
const LARGEST_CA: u64 = 4 << 20;
/// What a server answers when it is about to hang up.
const LEAVING: u16 = 421;
/// What it answers when it wants to know first who we are: that is about the settings, not the letter.
const LOGIN: &[u16] = &[530, 534, 535, 538];

/// A server that was reached and knows us.
pub struct Server {
    rules: Smtp,
    tls: Option<TlsParameters>,
    credentials: Option<Credentials>,
    connection: Option<SmtpConnection>,
    /// How many letters this connection has seen.
    seen: usize,
}

impl Server {
    pub(super) fn reach(
        rules: &Smtp,
        book: &Path,
        variable: &dyn Fn(&str) -> Option<String>,
    ) -> Outcome<Result<Server, Unreached>> {
        let tls = match rules.tls {
            Tls::None => None,
            Tls::Starttls | Tls::Implicit => Some(tls(rules, book)?),
        };
        let credentials = match (&rules.user, &rules.password) {
            (Some(user), Some(from)) => match password::get(from, book, variable) {
                Ok(password) => Some(Credentials::new(user.clone(), password)),
                Err(unreached) => return Ok(Err(unreached)),
            },
            _ => None,
        };
        let mut server = Server { rules: rules.clone(), tls, credentials, connection: None, seen: 0 };
        Ok(server.connect().map(|()| server))
    }

    fn connect(&mut self) -> Result<(), Unreached> {
        let rules = &self.rules;
        let hello = ClientId::Ipv4(Ipv4Addr::LOCALHOST);
        let at_once = self.tls.as_ref().filter(|_| rules.tls == Tls::Implicit);
        let place = (rules.host.as_str(), rules.port);
        let unreached =
            |error: &Error| Unreached { answer: self.told(error), is_settings: is_about_trust(error) };
        let mut connection = SmtpConnection::connect(place, Some(rules.timeout), &hello, at_once, None)
            .map_err(|error| unreached(&error))?;
        if let Some(tls) = self.tls.as_ref().filter(|_| rules.tls == Tls::Starttls) {
            if !connection.can_starttls() {
                hang_up(&mut connection);
                let answer = "the server offers no STARTTLS, so nothing was said to it".to_string();
                return Err(Unreached { answer, is_settings: true });
            }
            connection.starttls(tls, &hello).map_err(|error| unreached(&error))?;
        }
        if let Some(credentials) = &self.credentials {
            let mechanisms = [Mechanism::Plain, Mechanism::Login];
            if let Err(error) = connection.auth(&mechanisms, credentials) {
                hang_up(&mut connection);
                // Not now (4xx) may be a server that checks elsewhere; everything else is wrong until mended.
                let is_settings = !error.is_transient() && !is_about_time(&error);
                let answer = said(&format!("the login was refused: {}", self.told(&error)));
                return Err(Unreached { answer, is_settings });
            }
        }
        self.connection = Some(connection);
        self.seen = 0;
        Ok(())
    }

    /// Whether the connection ended: whatever it was, the letters after that wait, rather than to find out what it
    /// was with each of them.
    pub(super) fn is_lost(&self) -> bool {
        self.connection.is_none()
    }

    pub(super) fn describe(&self) -> Vec<String> {
        let Some(connection) = &self.connection else { return Vec::new() };
        let info = connection.server_info();
        let offers = |extension| if info.supports_feature(extension) { "yes" } else { "no" };
        let kept = match self.rules.tls {
            Tls::Starttls => "secret by STARTTLS, with a certificate that is trusted",
            Tls::Implicit => "secret from the first byte, with a certificate that is trusted",
            Tls::None => "open",
        };
        let login = match &self.rules.user {
            Some(user) => format!("logged in as {user}"),
            None => "no login".to_string(),
        };
        vec![
            format!("{}:{} answered as {}", self.rules.host, self.rules.port, said(info.name())),
            format!("the connection is {kept}"),
            login,
            format!("addresses beyond ASCII: {}", offers(Extension::SmtpUtfEight)),
        ]
    }

    pub(super) fn close(mut self) {
        if let Some(mut connection) = self.connection.take() {
            // Everything is said: whether it takes leave, too, changes nothing.
            let _ = connection.quit();
        }
    }

    pub(super) fn carry(&mut self, letter: &Outgoing, to: &[String]) -> Handed {
        let (used, handed) = (self.seen > 0, self.hand_over(letter, to));
        // A server may hang up after so many letters: then a new connection is tried, once.
        let hung_up = self.connection.is_none() && handed.fate == Fate::NotNow;
        if !hung_up || !used {
            return handed;
        }
        match self.connect() {
            Ok(()) => self.hand_over(letter, to),
            Err(unreached) => Handed::none(Fate::NotNow, unreached.answer),
        }
    }

    fn hand_over(&mut self, letter: &Outgoing, to: &[String]) -> Handed {
        let Some(mut connection) = self.connection.take() else {
            return Handed::none(Fate::NotNow, "the connection is gone");
        };
        self.seen += 1;
        let handed = self.talk(&mut connection, letter, to);
        if connection.has_broken() {
            return handed;
        }
        self.connection = Some(connection);
        handed
    }

    fn talk(&self, connection: &mut SmtpConnection, letter: &Outgoing, to: &[String]) -> Handed {
        let info = connection.server_info();
        let mut options = Vec::new();
        if letter.is_international() {
            if !info.supports_feature(Extension::SmtpUtfEight) {
                let answer = "the server carries no addresses with letters beyond ASCII (SMTPUTF8)";
                return Handed::none(Fate::Refused, answer);
            }
            options.push(MailParameter::SmtpUtfEight);
        }
        if letter.is_eight_bit() {
            if !info.supports_feature(Extension::EightBitMime) {
                return Handed::none(Fate::Refused, "the server carries no letters beyond ASCII (8BITMIME)");
            }
            options.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        if let Err(error) = connection.command(Mail::new(address(&letter.from), options)) {
            return self.before_the_letter(connection, &error);
        }
        let mut taken = Vec::new();
        let mut refused = Vec::new();
        for one in to {
            let Some(recipient) = address(one) else { continue };
            match connection.command(Rcpt::new(recipient, Vec::new())) {
                Ok(_) => taken.push(one.clone()),
                Err(error) if answered(&error) && code(&error) != Some(LEAVING) => refused.push(Refusal {
                    to: one.clone(),
                    answer: self.told(&error),
                    for_good: error.is_permanent(),
                }),
                Err(error) => return self.before_the_letter(connection, &error),
            }
        }
        let all = refused.iter().map(|refusal| format!("{}: {}", refusal.to, refusal.answer));
        let all = said(&all.collect::<Vec<_>>().join("; "));
        if taken.is_empty() {
            reset(connection);
            let for_good = refused.iter().all(|refusal| refusal.for_good);
            let fate = if for_good { Fate::Refused } else { Fate::NotNow };
            return Handed { fate, taken, refused, answer: all };
        }
        if let Err(error) = connection.command(Data) {
            return self.before_the_letter(connection, &error);
        }
        // From here on it may have left.
        let body = letter.bytes.strip_suffix(b"\r\n").unwrap_or(&letter.bytes);
        let patience = self.rules.timeout.saturating_mul(LONGER);
        let answer = connection.set_timeout(Some(patience)).map_err(|_| None);
        let answer = answer.and_then(|()| connection.message(body).map_err(Some));
        let _ = connection.set_timeout(Some(self.rules.timeout));
        match answer {
            Ok(response) => {
                let told = said(&format!(
                    "{} {}",
                    response.code(),
                    response.message().collect::<Vec<_>>().join(" ")
                ));
                let fate = if refused.is_empty() { Fate::Accepted } else { Fate::Partly };
                let answer = if refused.is_empty() { told } else { all };
                Handed { fate, taken, refused, answer }
            }
            Err(Some(error)) if answered(&error) => {
                let fate = if error.is_permanent() { Fate::Refused } else { Fate::NotNow };
                Handed::none(fate, self.told(&error))
            }
            Err(error) => {
                hang_up(connection);
                let why = error
                    .map_or("the connection ended".to_string(), |error| self.told_after(&error, patience));
                Handed::none(Fate::Unknown, said(&format!("the letter was handed over, then: {why}")))
            }
        }
    }

    /// What an answer, or none, means before the server has the letter: it did not leave.
    fn before_the_letter(&self, connection: &mut SmtpConnection, error: &Error) -> Handed {
        let for_good = error.is_permanent() && !code(error).is_some_and(|code| LOGIN.contains(&code));
        if answered(error) && code(error) != Some(LEAVING) {
            reset(connection);
        } else {
            hang_up(connection);
        }
        Handed::none(if for_good { Fate::Refused } else { Fate::NotNow }, self.told(error))
    }

    fn told(&self, error: &Error) -> String {
        self.told_after(error, self.rules.timeout)
    }

    /// What a server said, or what kept it from saying anything.
    fn told_after(&self, error: &Error, patience: Duration) -> String {
        if let Some(code) = code(error) {
            let words = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            return said(&format!("{code} {words}"));
        }
        if is_about_time(error) {
            return format!("no answer within {} s", patience.as_secs());
        }
        let mut words = error.to_string();
        let mut source = std::error::Error::source(error);
        while let Some(deeper) = source {
            words = deeper.to_string();
            source = deeper.source();
        }
        said(&words)
    }
}

fn tls(rules: &Smtp, book: &Path) -> Outcome<TlsParameters> {
    let mut builder = TlsParameters::builder(rules.host.clone());
    if let Some(file) = &rules.ca_file {
        let path: PathBuf = book.join(file);
        let wrong = |why: String| {
            Problem::damaged("mail-ca-file", format!("{file} holds no certificates: {why}"))
                .remedy("give a file with certificates as PEM after ca_file in jobbook.toml")
        };
        let bytes = read_outside(&path, LARGEST_CA).map_err(|problem| wrong(problem.message))?;
        let blocks = blocks(&String::from_utf8_lossy(&bytes));
        if blocks.is_empty() {
            return Err(wrong("none begins in it".to_string()).into());
        }
        builder = builder.certificate_store(CertificateStore::None);
        for block in blocks {
            let certificate =
                Certificate::from_pem(block.as_bytes()).map_err(|error| wrong(said(&error.to_string())))?;
            builder = builder.add_root_certificate(certificate);
        }
    }
    builder.build().map_err(|error| {
        Problem::damaged("mail-tls", format!("TLS cannot be used: {}", said(&error.to_string())))
            .remedy("install this machine's certificates (ca-certificates), or name ca_file in jobbook.toml")
            .into()
    })
}

/// The certificates of a PEM file, each by itself.
fn blocks(text: &str) -> Vec<String> {
    const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
    const END: &str = "-----END CERTIFICATE-----";
    let ends = |rest: &str| rest.find(END).map(|end| format!("{BEGIN}{}{END}\n", &rest[..end]));
    text.split(BEGIN).skip(1).filter_map(ends).collect()
}

fn address(text: &str) -> Option<Address> {
    let (local, domain) = text.rsplit_once('@')?;
    // It was checked when the letter was read, more narrowly than here.
    Some(Address::new_dangerous(local, domain))
}

fn code(error: &Error) -> Option<u16> {
    error.status().map(u16::from)
}

/// Whether the server itself said no.
fn answered(error: &Error) -> bool {
    error.is_transient() || error.is_permanent()
}

fn is_about_time(error: &Error) -> bool {
    matches!(io_kind(error), Some(ErrorKind::TimedOut | ErrorKind::WouldBlock))
}

/// Whether it is the certificate, or that the other side does not speak TLS.
fn is_about_trust(error: &Error) -> bool {
    error.is_tls() || io_kind(error) == Some(ErrorKind::InvalidData)
}

/// What kept the bytes from coming or going, if that is what it was.
fn io_kind(error: &Error) -> Option<ErrorKind> {
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(deeper) = source {
        if let Some(io) = deeper.downcast_ref::<std::io::Error>() {
            return Some(io.kind());
        }
        source = deeper.source();
    }
    None
}

/// Forgets a letter that was begun.
fn reset(connection: &mut SmtpConnection) {
    if connection.command("RSET\r\n").is_err() {
        hang_up(connection);
    }
}

/// Ends a connection that is no use any more, without waiting long for a farewell.
fn hang_up(connection: &mut SmtpConnection) {
    let _ = connection.set_timeout(Some(FAREWELL));
    connection.abort();
}
