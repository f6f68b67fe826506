//! Words: English and French, from the Fluent files in `src/locale`.
//!
//! A component asks for a message by id, inside a reactive closure, and so follows
//! when the language is switched. An unknown id shows as itself; `tests/tidy.rs`
//! proves that there is none.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use leptos::prelude::*;
use unic_langid::LanguageIdentifier;

use crate::ui::prefs;

/// A language of the user interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    En,
    /// French.
    Fr,
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

const EN: [&str; AREAS] = [
    include_str!("../locale/en/app.ftl"),
    include_str!("../locale/en/canvas.ftl"),
    include_str!("../locale/en/properties.ftl"),
    include_str!("../locale/en/pages.ftl"),
    include_str!("../locale/en/run.ftl"),
    include_str!("../locale/en/data.ftl"),
    include_str!("../locale/en/terms.ftl"),
    include_str!("../locale/en/problems.ftl"),
    include_str!("../locale/en/edits.ftl"),
    include_str!("../locale/en/file.ftl"),
];

const FR: [&str; AREAS] = [
    include_str!("../locale/fr/app.ftl"),
    include_str!("../locale/fr/canvas.ftl"),
    include_str!("../locale/fr/properties.ftl"),
    include_str!("../locale/fr/pages.ftl"),
    include_str!("../locale/fr/run.ftl"),
    include_str!("../locale/fr/data.ftl"),
    include_str!("../locale/fr/terms.ftl"),
    include_str!("../locale/fr/problems.ftl"),
    include_str!("../locale/fr/edits.ftl"),
    include_str!("../locale/fr/file.ftl"),
];

const AREAS: usize = 10;

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static LANG: ArcRwSignal<Lang> = ArcRwSignal::new(first_choice());
    static ENGLISH: Bundle = bundle(Lang::En);
    static FRENCH: Bundle = bundle(Lang::Fr);
}

/// The language now; tracked.
pub fn lang() -> Lang {
    LANG.with(ArcRwSignal::clone).get()
}

/// Switches the language and remembers the choice.
pub fn set_lang(lang: Lang) {
    prefs::write(prefs::LANG, lang.tag());
    show_lang(lang);
    LANG.with(ArcRwSignal::clone).set(lang);
}

/// Tells the document which language it is in; called once at the start.
pub fn show_lang(lang: Lang) {
    if let Some(root) = document().document_element() {
        // A failure only costs the right voice of a screen reader.
        let _ = root.set_attribute("lang", lang.tag());
    }
}

/// A message without variables; tracked.
pub fn t(id: &str) -> String {
    format(lang(), id, None)
}

/// A message with variables; tracked.
pub fn t_with<'a>(id: &str, args: impl IntoIterator<Item = (&'a str, Arg)>) -> String {
    let lang = lang();
    let args: FluentArgs<'_> =
        args.into_iter().map(|(name, arg)| (name, arg.into_value())).collect();
    format(lang, id, Some(&args))
}

/// A variable of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Put in as it is.
    Text(String),
    /// Selects a plural form; write the digits with a second variable from [`crate::ui::numbers`].
    Number(i64),
}

impl Arg {
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

fn format(lang: Lang, id: &str, args: Option<&FluentArgs<'_>>) -> String {
    let from = |bundle: &Bundle| {
        let pattern = bundle.get_message(id)?.value()?;
        Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
    };
    let found = match lang {
        Lang::En => ENGLISH.with(from),
        Lang::Fr => FRENCH.with(from),
    };
    found.unwrap_or_else(|| id.to_owned())
}

fn bundle(lang: Lang) -> Bundle {
    let identifier: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![identifier]);
    bundle.set_use_isolating(false);
    for source in lang.sources() {
        // What does not parse is left out here and named by tests/tidy.rs.
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The language that was chosen before, else the first of the browser's that there is.
fn first_choice() -> Lang {
    let chosen = prefs::read(prefs::LANG).and_then(|tag| Lang::from_tag(&tag));
    let offered = || {
        let languages = window().navigator().languages();
        languages.iter().find_map(|tag| Lang::from_tag(&tag.as_string()?))
    };
    chosen.or_else(offered).unwrap_or(Lang::En)
}
