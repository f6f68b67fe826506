//! Words in the languages of Parcours, from the Fluent files beside this module.
//!
//! The page and the command line ask here, so they say the same. An unknown id
//! shows as itself; `tests/tidy` proves that there is none. Which language is shown
//! now, and following it when it is switched, is the caller's.

pub mod checks;
mod message;
pub mod names;
pub mod news;
pub mod scenario;

use std::cell::OnceCell;

use crate::check::problem::{Arg as CheckArg, Problem};
use crate::check::term;
use crate::locale::message::Messages;

/// A language that there are words in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

/// A variable of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Put in as it is.
    Text(String),
    /// Selects a plural form; where the digits are shown, a second variable has them
    /// as people of the language write them.
    Number(i64),
}

/// Which of a language's words: a page may learn them one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// Those for a journey and its settings.
    First,
    /// Those of the folder `later`: for all other pages.
    Later,
}

/// A message in that language.
pub fn say<'a>(lang: Lang, id: &str, args: impl IntoIterator<Item = (&'a str, Arg)>) -> String {
    let pattern = MESSAGES.with(|all| {
        let known = |words| messages(lang, words, all)?.get(id);
        known(Words::First).or_else(|| known(Words::Later))
    });
    let Some(pattern) = pattern else { return id.to_owned() };
    let args: Vec<(&str, Arg)> = args.into_iter().collect();
    message::put(lang, pattern, &args)
}

/// Makes words of a language ready to be said; only needed where they come later.
pub fn learn(lang: Lang, words: Words, text: &'static str) {
    // Learning them again changes nothing.
    let _ = MESSAGES.with(|all| all[place(lang, words)].set(Messages::read(text)));
}

/// The first words of English, for [`learn`].
pub fn english() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/en.messages"))
}

/// The later words of English, for [`learn`].
pub fn english_later() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/en.later.messages"))
}

/// The first words of French, for [`learn`].
pub fn french() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/fr.messages"))
}

/// The later words of French, for [`learn`].
pub fn french_later() -> &'static str {
    include_str!(concat!(env!("OUT_DIR"), "/fr.later.messages"))
}

/// The sentence of a finding.
pub fn sentence(lang: Lang, problem: &Problem) -> String {
    let (id, args) = problem.message();
    say(lang, &id, args.into_iter().map(|(name, arg)| (name, Arg::spoken(lang, arg))))
}

impl Lang {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// Its BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// Its own name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
        }
    }

    /// The language that a tag such as `fr-CA` asks for.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split('-').next().unwrap_or(tag);
        Self::ALL.into_iter().find(|known| known.tag() == language)
    }
}

impl Arg {
    fn spoken(lang: Lang, arg: CheckArg) -> Self {
        match arg {
            CheckArg::Tile(_, name, id) if name.is_empty() => Self::Text(say(lang, id, [])),
            CheckArg::Text(text) | CheckArg::Trigger(_, text) | CheckArg::Tile(_, text, _) => {
                match text.trim().is_empty() {
                    true => Self::Text(say(lang, "nameless", [])),
                    false => Self::Text(text),
                }
            }
            CheckArg::Number(number) => Self::Number(number),
            CheckArg::Type(ty, table) => {
                Self::Text(say(lang, term::of_type(&ty), [("table", Self::Text(table))]))
            }
            CheckArg::Term(id) => Self::Text(say(lang, id, [])),
        }
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

thread_local! {
    static MESSAGES: [OnceCell<Messages>; 4] = const { [const { OnceCell::new() }; 4] };
}

/// Where words are among [`MESSAGES`].
fn place(lang: Lang, words: Words) -> usize {
    match (lang, words) {
        (Lang::En, Words::First) => 0,
        (Lang::En, Words::Later) => 1,
        (Lang::Fr, Words::First) => 2,
        (Lang::Fr, Words::Later) => 3,
    }
}

fn messages(lang: Lang, words: Words, all: &[OnceCell<Messages>; 4]) -> Option<&Messages> {
    let text: fn() -> _ = match (lang, words) {
        (Lang::En, Words::First) => english,
        (Lang::En, Words::Later) => english_later,
        (Lang::Fr, Words::First) => french,
        (Lang::Fr, Words::Later) => french_later,
    };
    let cell = &all[place(lang, words)];
    // Where words come in files of their own, they have to be learnt first.
    if cfg!(feature = "split") {
        cell.get()
    } else {
        Some(cell.get_or_init(|| Messages::read(text())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_said_in_the_language_that_is_asked_for() {
        assert_eq!(say(Lang::En, "tile-entry", []), "Entry");
        assert_eq!(say(Lang::En, "duration-days", [("count", 1_i64.into())]), "1 day");
        assert_ne!(say(Lang::Fr, "tile-wait", []), say(Lang::En, "tile-wait", []));
    }

    #[test]
    fn a_tag_of_a_region_asks_for_its_language() {
        assert_eq!(Lang::from_tag("fr-CA"), Some(Lang::Fr));
        assert_eq!(Lang::from_tag("de"), None);
    }
}
