//! Writes values as JSON, by their [shape](crate::format::shape), in the canonical
//! form of [`pretty`](crate::format::pretty).

use crate::format::pretty::Pretty;
use crate::format::shape::{Members, Shape, Value, When};

/// The canonical text of a value, which is left as it is.
pub(super) fn write(value: &mut dyn Value) -> String {
    let mut text = String::new();
    pieces(value, &mut |piece| text.push_str(piece));
    text
}

/// As [`write()`], handed over in pieces.
pub(super) fn pieces(value: &mut dyn Value, sink: &mut dyn FnMut(&str)) {
    let mut writer = Writer { pretty: Pretty::new(sink), line: String::new(), open: Vec::new() };
    writer.value(value);
    writer.pretty.line(&writer.line);
    writer.pretty.done();
}

/// The indentation of what is in eight brackets.
const EIGHT_DEEP: &str = "                ";

struct Writer<'s> {
    pretty: Pretty<'s>,
    /// The last line: whether a comma ends it is known only when something follows.
    line: String,
    /// Of each object or list that is open, whether something is in it.
    open: Vec<bool>,
}

impl Writer<'_> {
    fn value(&mut self, value: &mut dyn Value) {
        match value.shape() {
            Shape::Text(text) => self.text(text),
            Shape::Flag(flag) => self.line += if *flag { "true" } else { "false" },
            Shape::Whole(number) => self.line += &number.get().to_string(),
            Shape::Word(word) => self.text(&word.write()),
            Shape::Maybe(maybe) => match maybe.get() {
                Some(value) => self.value(value),
                None => self.line += "null",
            },
            Shape::List(list) => {
                self.begin('[');
                for index in 0..list.len() {
                    self.next();
                    self.value(list.get(index));
                }
                self.end(']');
            }
            Shape::Entries(entries) => {
                self.begin('{');
                entries.each(&mut |key, value| self.entry(key, value));
                self.end('}');
            }
            Shape::Choice(choice) => match choice.picked() {
                (name, None) => self.text(name),
                (name, Some(content)) => {
                    self.begin('{');
                    self.entry(name, content);
                    self.end('}');
                }
            },
            Shape::Object(record) => {
                self.begin('{');
                record.members(self);
                self.end('}');
            }
        }
    }

    fn entry(&mut self, key: &str, value: &mut dyn Value) {
        self.next();
        self.text(key);
        self.line += ": ";
        self.value(value);
    }

    fn text(&mut self, text: &str) {
        // Most texts stand as they are, and finding that out costs less than escaping them.
        let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
        if text.bytes().all(is_plain) {
            self.line.push('"');
            self.line.push_str(text);
            self.line.push('"');
        } else {
            // A text can always be written.
            self.line += &serde_json::to_string(text).unwrap_or_default();
        }
    }

    fn begin(&mut self, bracket: char) {
        self.line.push(bracket);
        self.open.push(false);
    }

    /// Begins the line of what comes next in an object or a list.
    fn next(&mut self) {
        if let Some(is_filled) = self.open.last_mut() {
            if *is_filled {
                self.line.push(',');
            }
            *is_filled = true;
        }
        self.feed();
    }

    fn end(&mut self, bracket: char) {
        if self.open.pop() == Some(true) {
            self.feed();
        }
        self.line.push(bracket);
    }

    fn feed(&mut self) {
        self.pretty.line(&self.line);
        self.line.clear();
        for open in self.open.chunks(EIGHT_DEEP.len() / 2) {
            self.line.push_str(&EIGHT_DEEP[..2 * open.len()]);
        }
    }
}

impl Members for Writer<'_> {
    fn member(&mut self, name: &'static str, when: When, value: &mut dyn Value) {
        if when == When::Left || when == When::Filled && value.shape().is_empty() {
            return;
        }
        self.entry(name, value);
    }
}
