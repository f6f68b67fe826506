//! Saying a message: the patterns that `build.rs` has made of the Fluent files.
//!
//! **Invariant:** what it says is what Fluent says; `tests/tidy` compares the two.

use crate::locale::{Arg, Lang};

/// The messages of a language, in the order of their ids.
pub(super) struct Messages(Vec<(&'static str, &'static str)>);

impl Messages {
    pub fn read(text: &'static str) -> Self {
        let mut parts = text.split_terminator('\0');
        let mut messages = Vec::new();
        while let (Some(id), Some(pattern)) = (parts.next(), parts.next()) {
            messages.push((id, pattern));
        }
        Self(messages)
    }

    /// The pattern of that id.
    pub fn get(&self, id: &str) -> Option<&'static str> {
        let place = self.0.binary_search_by(|(known, _)| (*known).cmp(id)).ok()?;
        Some(self.0[place].1)
    }
}

/// Puts the variables in their places. One that is not given stays as its name.
pub(super) fn put(lang: Lang, pattern: &str, args: &[(&str, Arg)]) -> String {
    let mut said = String::new();
    let mut rest = pattern;
    speak(lang, &mut rest, args, Some(&mut said));
    said
}

/// Speaks up to the end of the pattern or of its variant, which is taken off `rest`;
/// without anybody to speak to it only goes there.
fn speak(lang: Lang, rest: &mut &str, args: &[(&str, Arg)], mut to: Option<&mut String>) {
    while let Some(place) = rest.find(['\x01', '\x03', '\x05']) {
        let (text, mark) = (&rest[..place], rest.as_bytes()[place]);
        *rest = &rest[place + 1..];
        if let Some(said) = to.as_deref_mut() {
            said.push_str(text);
        }
        match mark {
            1 => {
                let name = until(rest, '\x02');
                if let Some(said) = to.as_deref_mut() {
                    said.push_str(&text_of(name, args));
                }
            }
            3 => choose(lang, rest, args, to.as_deref_mut()),
            _ => return,
        }
    }
    if let Some(said) = to {
        said.push_str(rest);
    }
    *rest = "";
}

/// Speaks the first variant that fits, or the default one, and goes to the end of the choice.
fn choose(lang: Lang, rest: &mut &str, args: &[(&str, Arg)], to: Option<&mut String>) {
    let name = until(rest, '\x02');
    let value = find(name, args);
    let (mut chosen, mut default) = (None, None);
    while !rest.starts_with('\x06') && !rest.is_empty() {
        let key = until(rest, '\x04');
        let variant = *rest;
        speak(lang, rest, args, None);
        if key.is_empty() {
            default = Some(variant);
        } else if chosen.is_none() && value.is_some_and(|value| fits(lang, key, value)) {
            chosen = Some(variant);
        }
    }
    until(rest, '\x06');
    if let Some(mut variant) = chosen.or(default) {
        speak(lang, &mut variant, args, to);
    }
}

fn fits(lang: Lang, key: &str, value: &Arg) -> bool {
    match value {
        // A text of digits is not the number.
        Arg::Text(text) => text == key && !key.starts_with(|c: char| c.is_ascii_digit()),
        Arg::Number(number) => match key {
            "one" => is_one(lang, *number),
            _ => number.to_string() == key,
        },
    }
}

/// Whether the language has its singular for that number (CLDR's category "one").
fn is_one(lang: Lang, number: i64) -> bool {
    match lang {
        Lang::En => number == 1,
        Lang::Fr => number == 0 || number == 1,
    }
}

fn find<'a>(name: &str, args: &'a [(&str, Arg)]) -> Option<&'a Arg> {
    args.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
}

fn text_of(name: &str, args: &[(&str, Arg)]) -> String {
    match find(name, args) {
        Some(Arg::Text(text)) => text.clone(),
        Some(Arg::Number(number)) => number.to_string(),
        None => format!("{{${name}}}"),
    }
}

/// What stands before the mark; it and the mark are taken off.
fn until<'a>(rest: &mut &'a str, mark: char) -> &'a str {
    let (before, after) = rest.split_once(mark).unwrap_or((*rest, ""));
    *rest = after;
    before
}
