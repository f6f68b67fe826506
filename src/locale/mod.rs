//! Words in the languages of Parcours, from the Fluent files beside this module.
//!
//! The page and the command line ask here, so they say the same. An unknown id
//! shows as itself; `tests/tidy` proves that there is none. Which language is shown
//! now, and following it when it is switched, is the caller's.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::check::problem::{Arg as CheckArg, Problem};
use crate::check::term;

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

/// A message in that language.
pub fn say<'a>(lang: Lang, id: &str, args: impl IntoIterator<Item = (&'a str, Arg)>) -> String {
    let args: FluentArgs<'_> =
        args.into_iter().map(|(name, arg)| (name, arg.into_value())).collect();
    let from = |bundle: &Bundle| {
        let pattern = bundle.get_message(id)?.value()?;
        Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    };
    let found = match lang {
        Lang::En => ENGLISH.with(from),
        Lang::Fr => FRENCH.with(from),
    };
    found.unwrap_or_else(|| id.to_owned())
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

    fn sources(self) -> &'static [&'static str] {
        match self {
            Self::En => &EN,
            Self::Fr => &FR,
        }
    }
}

impl Arg {
    fn spoken(lang: Lang, arg: CheckArg) -> Self {
        match arg {
            CheckArg::Text(text) => Self::Text(text),
            CheckArg::Number(number) => Self::Number(number),
            CheckArg::Type(ty) => Self::Text(say(lang, term::of_type(&ty), [])),
            CheckArg::Term(id) => Self::Text(say(lang, id, [])),
        }
    }

    fn into_value(self) -> FluentValue<'static> {
        match self {
            Self::Text(text) => FluentValue::String(Cow::Owned(text)),
            Self::Number(number) => FluentValue::from(number),
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

const EN: [&str; AREAS] = [
    include_str!("en/app.ftl"),
    include_str!("en/canvas.ftl"),
    include_str!("en/properties.ftl"),
    include_str!("en/pages.ftl"),
    include_str!("en/run.ftl"),
    include_str!("en/data.ftl"),
    include_str!("en/terms.ftl"),
    include_str!("en/problems.ftl"),
    include_str!("en/edits.ftl"),
    include_str!("en/file.ftl"),
];

const FR: [&str; AREAS] = [
    include_str!("fr/app.ftl"),
    include_str!("fr/canvas.ftl"),
    include_str!("fr/properties.ftl"),
    include_str!("fr/pages.ftl"),
    include_str!("fr/run.ftl"),
    include_str!("fr/data.ftl"),
    include_str!("fr/terms.ftl"),
    include_str!("fr/problems.ftl"),
    include_str!("fr/edits.ftl"),
    include_str!("fr/file.ftl"),
];

const AREAS: usize = 10;

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static ENGLISH: Bundle = bundle(Lang::En);
    static FRENCH: Bundle = bundle(Lang::Fr);
}

fn bundle(lang: Lang) -> Bundle {
    let identifier: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![identifier]);
    bundle.set_use_isolating(false);
    for source in lang.sources() {
        // What does not parse is left out here and named by tests/tidy.
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
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
