//! The ids of a code: of its messages, and in files that are read.

use crate::check::code::Code;

impl Code {
    /// The Fluent id of its sentence: `problem-` and its name in kebab case.
    pub fn message_id(self) -> String {
        self.id("problem-")
    }

    /// The Fluent id of what it means, as the page of all checks has it.
    pub fn meaning_id(self) -> String {
        self.id("check-")
    }

    /// The code of that [`text`](Self::text).
    pub fn from_text(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.text() == text)
    }

    fn id(self, begins: &str) -> String {
        let mut id = String::from(begins);
        for letter in self.text().chars() {
            if letter.is_ascii_uppercase() && !id.ends_with('-') {
                id.push('-');
            }
            id.push(letter.to_ascii_lowercase());
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use crate::check::code::{Code, Severity};

    #[test]
    fn a_message_id_is_the_code_in_kebab_case() {
        assert_eq!(Code::EmptyJourneyName.message_id(), "problem-empty-journey-name");
        assert_eq!(Code::NonExistingEvent.text(), "NonExistingEvent");
    }

    #[test]
    fn only_an_error_blocks_a_run() {
        for code in Code::ALL {
            assert!(!code.blocks_run() || code.severity() == Severity::Error, "{code:?}");
        }
    }
}
