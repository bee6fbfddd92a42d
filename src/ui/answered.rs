//! What was answered, as it could have been typed.

/// The answers of one run.
#[derive(Debug, Default)]
pub(super) struct Answered {
    words: Vec<String>,
    /// Whether an answer has no word that can be typed: a menu of what to do next.
    untypable: bool,
}

impl Answered {
    /// Keeps an answer; `instead` names what could have been typed: an option and its value, or an argument in
    /// capital letters. An empty answer is no word.
    pub(super) fn remember(&mut self, instead: &str, answer: &str) {
        let mut parts = instead.split(' ');
        let (first, others) = (parts.next().unwrap_or_default(), parts.count());
        let is_argument = first.len() > 1 && first.chars().all(|c| c.is_ascii_uppercase());
        let is_option = first.starts_with("--") && (others == 1 || instead.contains(" | "));
        match answer.trim() {
            _ if !is_argument && !is_option => self.untypable = true,
            "" => {}
            answer if is_option && answer.starts_with('-') => self.words.push(format!("{first}={answer}")),
            answer if is_option => self.words.extend([first.to_string(), answer.to_string()]),
            answer => self.words.push(answer.to_string()),
        }
    }

    /// The words; nothing when there are none, or not all can be typed.
    pub(super) fn words(&self) -> Option<Vec<String>> {
        (!self.untypable && !self.words.is_empty()).then(|| self.words.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(answers: &[(&str, &str)]) -> Option<Vec<String>> {
        let mut answered = Answered::default();
        for (instead, answer) in answers {
            answered.remember(instead, answer);
        }
        answered.words()
    }

    #[test]
    fn options_arguments_and_what_was_left_empty() {
        let answers = [
            ("--phone NUMBER", "555"),
            ("--email ADDRESS", ""),
            ("--by a | b", "-a"),
            ("TITLE after it", "x y"),
        ];
        assert_eq!(words(&answers).unwrap(), ["--phone", "555", "--by=-a", "x y"]);
    }

    #[test]
    fn a_menu_is_no_command() {
        assert_eq!(words(&[("--phone NUMBER", "555"), ("--assign NAME or --to QUEUE", "skip it")]), None);
        assert_eq!(words(&[]), None);
    }
}
