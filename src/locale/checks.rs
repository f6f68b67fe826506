//! Every check of the checker, for people to look up: what it means, why it matters,
//! what is said and how it is put right. Made of the codes themselves, for the page and
//! for `docs/checks.md`.

use std::fmt::Write;

use crate::check::code::{Code, Severity};
use crate::check::fix::labels;
use crate::locale::{Lang, say};

/// A check, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// Its stable name.
    pub code: Code,
    /// How bad what it finds is.
    pub severity: String,
    /// What it finds.
    pub meaning: String,
    /// What follows from it.
    pub why: String,
    /// What is said beside the place, with `…` for what depends on it.
    pub says: String,
    /// What the buttons say that put it right.
    pub fixes: Vec<String>,
}

/// A check in that language.
pub fn explained(lang: Lang, code: Code) -> Explained {
    let word = |id: &str| say(lang, id, []);
    let why = match code.severity() {
        Severity::Error if code.blocks_run() => "checks-why-run",
        Severity::Error => "checks-why-error",
        Severity::Warning => "checks-why-warning",
        Severity::Info => "checks-why-info",
    };
    Explained {
        code,
        severity: word(severity(code.severity())),
        meaning: word(&code.meaning_id()),
        why: word(why),
        says: without_names(&word(&code.message_id())),
        fixes: labels(code).iter().map(|id| word(id)).collect(),
    }
}

/// The id of the word for a severity.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Info => "severity-info",
    }
}

/// The page of all checks, as Markdown.
pub fn markdown(lang: Lang) -> String {
    let word = |id: &str| say(lang, id, []);
    let colon = match lang {
        Lang::En => ":",
        Lang::Fr => "\u{202f}:",
    };
    let mut page = format!("# {}\n\n{}\n", word("checks"), word("checks-about"));
    for &code in Code::ALL {
        let check = explained(lang, code);
        // Writing to a string does not fail.
        let _ = write!(page, "\n## {}\n\n", code.text());
        let mut line = |id: &str, text: &str| {
            let _ = writeln!(page, "- **{}**{colon} {text}", word(id));
        };
        line("checks-severity", &check.severity);
        line("checks-meaning", &check.meaning);
        line("checks-why", &check.why);
        line("checks-says", &check.says);
        if !check.fixes.is_empty() {
            line("checks-fixes", &check.fixes.join("; "));
        }
    }
    page
}

/// A sentence without the names of its variables.
fn without_names(sentence: &str) -> String {
    let mut said = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once("{$") {
        said.push_str(before);
        said.push('…');
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    said + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_is_told_in_every_language() {
        for lang in Lang::ALL {
            for &code in Code::ALL {
                let told = explained(lang, code);
                assert_ne!(told.meaning, code.meaning_id(), "{code:?}");
                assert!(!told.says.contains('{'), "{}", told.says);
            }
        }
    }
}
