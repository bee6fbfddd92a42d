//! A mail server that does what a test tells it, right or wrong.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// What the server does next.
pub enum Act {
    /// Answers.
    Say(&'static str),
    /// Hangs up.
    HangUp,
    /// Says nothing any more, until the other side goes.
    Wait,
}

/// What the server heard.
#[derive(Default)]
pub struct Heard {
    /// Every line outside of letters.
    pub lines: Vec<String>,
    /// Every letter that was handed over to its end, as it came.
    pub letters: Vec<String>,
}

/// A mail server on this machine.
pub struct Fake {
    /// Where it listens.
    pub port: u16,
    heard: Arc<Mutex<Heard>>,
}

/// What stands for the end of a letter in a script.
pub const LETTER: &str = "<letter>";

impl Fake {
    /// A server that answers each line as `script` says; what it leaves out is answered as usual.
    pub fn new(script: impl Fn(&str, &Heard) -> Option<Act> + Send + Sync + 'static) -> Fake {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let heard: Arc<Mutex<Heard>> = Arc::default();
        let (script, shared) = (Arc::new(script), heard.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (script, heard) = (script.clone(), shared.clone());
                std::thread::spawn(move || talk(stream, &*script, &heard));
            }
        });
        Fake { port, heard }
    }

    /// One that takes everything.
    pub fn kind() -> Fake {
        Fake::new(|_, _| None)
    }

    /// The letters so far.
    pub fn letters(&self) -> Vec<String> {
        self.heard.lock().expect("heard").letters.clone()
    }

    /// The lines so far that begin so.
    pub fn lines(&self, start: &str) -> Vec<String> {
        let heard = self.heard.lock().expect("heard");
        heard.lines.iter().filter(|line| line.starts_with(start)).cloned().collect()
    }

    /// Waits until so many letters were handed over.
    pub fn wait_for_letters(&self, count: usize) {
        while self.letters().len() < count {
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
    }

    /// The settings that lead to it.
    pub fn settings(&self) -> String {
        format!(
            "transport = \"smtp\"\n[mail.smtp]\nhost = \"127.0.0.1\"\nport = {}\ntls = \"none\"\ntimeout = \"1s\"\n",
            self.port
        )
    }
}

fn talk(stream: TcpStream, script: &dyn Fn(&str, &Heard) -> Option<Act>, heard: &Mutex<Heard>) {
    let mut writer = stream.try_clone().expect("a stream");
    let mut reader = BufReader::new(stream);
    let mut line = "<hello>".to_string();
    loop {
        let act = script(&line, &heard.lock().expect("heard")).unwrap_or(Act::Say(usual(&line)));
        match act {
            Act::Say(words) => {
                if writer.write_all(format!("{words}\r\n").as_bytes()).is_err() {
                    return;
                }
                if line == "DATA" && words.starts_with("354") {
                    let Some(letter) = read_letter(&mut reader) else { return };
                    heard.lock().expect("heard").letters.push(letter);
                    line = LETTER.to_string();
                    continue;
                }
            }
            Act::HangUp => return,
            Act::Wait => {
                let mut rest = String::new();
                while reader.read_line(&mut rest).is_ok_and(|length| length > 0) {}
                return;
            }
        }
        let mut next = String::new();
        if !reader.read_line(&mut next).is_ok_and(|length| length > 0) {
            return;
        }
        line = next.trim_end().to_string();
        heard.lock().expect("heard").lines.push(line.clone());
    }
}

fn usual(line: &str) -> &'static str {
    match line.split([' ', ':']).next().unwrap_or("") {
        "<hello>" => "220 fake.example",
        "EHLO" => "250-fake.example\r\n250 8BITMIME",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        LETTER => "250 2.0.0 taken",
        _ => "250 2.0.0 fine",
    }
}

/// A letter up to the dot at its end, with dots undone; nothing when the other side went before.
fn read_letter(reader: &mut BufReader<TcpStream>) -> Option<String> {
    let mut letter = String::new();
    loop {
        let mut line = Vec::new();
        if reader.read_until(b'\n', &mut line).ok()? == 0 {
            return None;
        }
        let line = String::from_utf8(line).ok()?;
        assert!(line.ends_with("\r\n") && !line[..line.len() - 2].contains(['\r', '\n']), "{line:?}");
        if line == ".\r\n" {
            return Some(letter);
        }
        letter.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}
