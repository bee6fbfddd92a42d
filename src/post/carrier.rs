//! Whoever takes letters: opened once for a round, then one letter after the other.

use super::sendmail::Program;
use super::smtp::Server;
use crate::book::Book;
use crate::domain::mail_rules::Transport;
use crate::mail::attempt::{Fate, Refusal};
use crate::mail::wire::Outgoing;
use crate::problem::{Outcome, Problem};

/// What came of handing a letter over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// What became of it.
    pub fate: Fate,
    /// Addresses for which it was taken.
    pub taken: Vec<String>,
    /// Those for which it was not.
    pub refused: Vec<Refusal>,
    /// What was said.
    pub answer: String,
}

impl Handed {
    /// Nobody took it, and this is why.
    pub(super) fn none(fate: Fate, answer: impl Into<String>) -> Handed {
        Handed { fate, taken: Vec::new(), refused: Vec::new(), answer: answer.into() }
    }
}

/// Why nobody could be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreached {
    /// What was said, on one line.
    pub answer: String,
    /// Whether it will not mend itself: a wrong password, a certificate that nobody vouches for.
    pub is_settings: bool,
}

impl Unreached {
    /// The problem, for a person.
    pub fn problem(&self, transport: &Transport) -> Problem {
        let problem = Problem::refused("mail-unreached", format!("no letter left by {}", transport.way()))
            .because(self.answer.clone());
        if self.is_settings {
            problem.remedy("mend [mail] in jobbook.toml, then try: jobbook outbox test")
        } else {
            problem.remedy("jobbook outbox send, when it is reached again").remedy("jobbook outbox test")
        }
    }
}

/// Whoever takes letters.
pub enum Carrier {
    /// A mail server.
    Server(Box<Server>),
    /// A program.
    Program(Program),
}

impl Carrier {
    /// Whoever the settings name, ready to take letters; nothing has been sent.
    ///
    /// # Errors
    /// `mail-by-hand` when a person sends the letters; what is wrong with a file that the settings name.
    pub fn open(
        book: &Book,
        variable: &dyn Fn(&str) -> Option<String>,
    ) -> Outcome<Result<Carrier, Unreached>> {
        Ok(match &book.office().mail.transport {
            Transport::Folder => return Err(by_hand().into()),
            Transport::Sendmail(sendmail) => Ok(Carrier::Program(Program::new(sendmail, book.root()))),
            Transport::Smtp(smtp) => {
                Server::reach(smtp, book.root(), variable)?.map(|server| Carrier::Server(Box::new(server)))
            }
        })
    }

    /// Hands a letter over, for `to` alone.
    pub fn carry(&mut self, letter: &Outgoing, to: &[String]) -> Handed {
        match self {
            Carrier::Server(server) => server.carry(letter, to),
            Carrier::Program(program) => program.carry(letter, to),
        }
    }

    /// Whether it cannot take any more in this round.
    pub fn is_lost(&self) -> bool {
        match self {
            Carrier::Server(server) => server.is_lost(),
            Carrier::Program(_) => false,
        }
    }

    /// What there is to tell of it, for somebody who tries the settings.
    pub fn describe(&self) -> Vec<String> {
        match self {
            Carrier::Server(server) => server.describe(),
            Carrier::Program(program) => program.describe(),
        }
    }

    /// Takes leave.
    pub fn close(self) {
        if let Carrier::Server(server) = self {
            server.close();
        }
    }
}

/// The refusal to send where a person does.
pub fn by_hand() -> Problem {
    Problem::refused("mail-by-hand", "letters are sent by a person here")
        .because("[mail] in jobbook.toml has transport = \"folder\"")
        .remedy(
            "open the letter in outbox/ready with your mail program and send it, then: jobbook outbox done N",
        )
        .remedy("or name a mail server: transport = \"smtp\" and [mail.smtp] in jobbook.toml")
}
