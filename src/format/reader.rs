//! Reads values from JSON, by their [shape](crate::format::shape).
//!
//! **Invariant:** the text is JSON, which has been looked at before: what is walked
//! here is only taken apart. Whatever does not fit is told by its path, such as
//! `journeys[2].tiles[0].limit`, and by its place in the text. A number that cannot be
//! an id's, or is the id of two records, is told as well.

use std::borrow::Cow;

use crate::format::error::{Cause, Json, ReadError};
use crate::format::guard::{self, after_string, after_value, skip_space};
use crate::format::ids::Ids;
use crate::format::read::words;
use crate::format::shape::{Choice, Entries, List, Members, Object, Shape, Value, When};

/// Reads a value from a text, and the ids of its records.
///
/// # Errors
///
/// The first thing that does not fit.
pub(super) fn read(text: &str, value: &mut dyn Value) -> Result<Ids, ReadError> {
    let mut reader = Reader { text, at: 0, steps: Vec::new(), ids: Ids::default() };
    reader.skip();
    reader.value(value).map_err(|flaw| flaw.told(text, &reader.steps))?;
    Ok(reader.ids)
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// What leads to the value that is read.
    steps: Vec<Step<'t>>,
    ids: Ids,
}

enum Step<'t> {
    Name(Cow<'t, str>),
    Index(usize),
}

/// What does not fit, where `steps` have led to.
struct Misfit {
    /// The byte that it stands at.
    at: usize,
    cause: Cause,
}

type Done = Result<(), Misfit>;

impl<'t> Reader<'t> {
    fn value(&mut self, value: &mut dyn Value) -> Done {
        match value.shape() {
            Shape::Text(text) => *text = self.string()?.into_owned(),
            Shape::Flag(flag) => match self.token() {
                "true" => *flag = true,
                "false" => *flag = false,
                _ => return self.expected(Json::TrueFalse),
            },
            Shape::Whole(number) => match self.byte() {
                b'-' | b'0'..=b'9' if !number.read(self.peek()) => {
                    return self.misfit(Cause::Number(self.peek().to_owned()));
                }
                b'-' | b'0'..=b'9' => drop(self.token()),
                _ => return self.expected(Json::WholeNumber),
            },
            Shape::Word(word) => {
                let at = self.at;
                let text = self.string()?;
                word.read(&text).map_err(|cause| Misfit { at, cause })?;
            }
            Shape::Maybe(_) if self.byte() == b'n' => drop(self.token()),
            Shape::Maybe(maybe) => self.value(maybe.fill())?,
            Shape::List(list) => self.list(list)?,
            Shape::Entries(entries) => self.entries(entries)?,
            Shape::Choice(choice) => self.choice(choice)?,
            Shape::Object(record) => self.record(record)?,
        }
        self.skip();
        Ok(())
    }

    fn list(&mut self, list: &mut dyn List) -> Done {
        self.open(b'[', Json::List)?;
        let mut index = 0;
        while !self.closes(b']') {
            self.steps.push(Step::Index(index));
            self.value(list.grow())?;
            self.steps.pop();
            index += 1;
        }
        Ok(())
    }

    fn entries(&mut self, entries: &mut dyn Entries) -> Done {
        self.open(b'{', Json::Object)?;
        while !self.closes(b'}') {
            let start = self.at;
            let key = self.key()?;
            let value = match entries.add(&key) {
                Ok(value) => value,
                Err(cause @ Cause::Twice(_)) => return self.again(start, cause),
                Err(cause) => {
                    self.steps.push(Step::Name(key));
                    return Err(Misfit { at: start, cause });
                }
            };
            self.steps.push(Step::Name(key));
            self.value(value)?;
            self.steps.pop();
        }
        Ok(())
    }

    fn choice(&mut self, choice: &mut dyn Choice) -> Done {
        let start = self.at;
        let kind = if choice.is_plain() { Json::Text } else { Json::TextOrObject };
        let is_object = self.byte() == b'{' && !choice.is_plain();
        let name = match self.byte() {
            b'{' if is_object => {
                self.at = skip_space(self.text.as_bytes(), start + 1);
                match self.byte() {
                    b'}' => return self.misplaced(start, Json::Object, kind),
                    _ => self.key()?,
                }
            }
            b'"' => self.string()?,
            _ => return self.expected(kind),
        };
        if !choice.names().contains(&&*name) {
            let expected = choice.names().iter().map(|&name| name.to_owned()).collect();
            let cause = Cause::Choice { found: name.into_owned(), expected };
            return Err(Misfit { at: start, cause });
        }
        choice.pick(&name);
        match choice.picked().1 {
            None if is_object => self.misplaced(start, Json::Object, Json::Text),
            None => Ok(()),
            Some(_) if !is_object => self.misplaced(start, Json::Text, Json::Object),
            Some(content) => {
                self.steps.push(Step::Name(name));
                self.value(content)?;
                self.steps.pop();
                if self.closes(b'}') { Ok(()) } else { self.misplaced(start, Json::Object, kind) }
            }
        }
    }

    fn record(&mut self, record: &mut dyn Object) -> Done {
        let start = self.at;
        self.open(b'{', Json::Object)?;
        let mut given = 0;
        while !self.closes(b'}') {
            let key_at = self.at;
            let key = self.key()?;
            let mut find = Find { reader: self, key, key_at, index: 0, given, found: None };
            record.members(&mut find);
            let Find { key, found, given: now, .. } = find;
            given = now;
            match found {
                Some(done) => done?,
                None => {
                    let cause = Cause::Unknown(key.clone().into_owned());
                    self.steps.push(Step::Name(key));
                    return self.misfit(cause);
                }
            }
        }
        let mut missing = Missing { given, index: 0, first: None };
        record.members(&mut missing);
        match missing.first {
            Some(name) => Err(Misfit { at: start, cause: Cause::Missing(name.into()) }),
            None => Ok(()),
        }
    }

    /// Passes the bracket that a value of that kind begins with.
    fn open(&mut self, bracket: u8, kind: Json) -> Done {
        if self.byte() != bracket {
            return self.expected(kind);
        }
        self.at += 1;
        self.skip();
        Ok(())
    }

    /// Whether that bracket comes, which is passed, as is a comma.
    fn closes(&mut self, bracket: u8) -> bool {
        match self.byte() {
            b',' => {
                self.at += 1;
                self.skip();
                false
            }
            next if next == bracket => {
                self.at += 1;
                true
            }
            // A text that ended here would be no JSON.
            next => next == 0,
        }
    }

    /// Passes a key and its colon.
    fn key(&mut self) -> Result<Cow<'t, str>, Misfit> {
        let key = self.string()?;
        self.skip();
        self.at += 1;
        self.skip();
        Ok(key)
    }

    fn string(&mut self) -> Result<Cow<'t, str>, Misfit> {
        if self.byte() != b'"' {
            return Err(self.wrong(Json::Text));
        }
        let start = self.at;
        let end = after_string(self.text.as_bytes(), start);
        let token = self.text.get(start..end).unwrap_or_default();
        self.at = end;
        if !token.contains('\\') {
            return Ok(token.trim_matches('"').into());
        }
        let text = serde_json::from_str::<String>(token);
        // Half of a character that needs two is no text; the reader of JSON says so.
        text.map(Cow::Owned)
            .map_err(|error| Misfit { at: start, cause: Cause::Other(words(&error)) })
    }

    /// A number, or a word without quotes.
    fn peek(&self) -> &'t str {
        let end = after_value(self.text.as_bytes(), self.at);
        self.text.get(self.at..end).unwrap_or_default().trim_end()
    }

    fn token(&mut self) -> &'t str {
        let token = if matches!(self.byte(), b'"' | b'{' | b'[') { "" } else { self.peek() };
        self.at += token.len();
        token
    }

    /// The next byte; 0 at the end.
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn skip(&mut self) {
        self.at = skip_space(self.text.as_bytes(), self.at);
    }

    fn misfit(&self, cause: Cause) -> Done {
        Err(Misfit { at: self.at, cause })
    }

    fn misplaced(&self, at: usize, found: Json, expected: Json) -> Done {
        Err(Misfit { at, cause: Cause::Kind { found, expected } })
    }

    fn expected(&self, expected: Json) -> Done {
        Err(self.wrong(expected))
    }

    fn wrong(&self, expected: Json) -> Misfit {
        let cause = Cause::Kind { found: guard::kind_at(self.text, self.at), expected };
        Misfit { at: self.at, cause }
    }

    /// A key that has come before: the end of the second one is the place.
    fn again(&self, key_at: usize, cause: Cause) -> Done {
        Err(Misfit { at: after_string(self.text.as_bytes(), key_at) - 1, cause })
    }
}

/// Reads the member of that name.
struct Find<'r, 't> {
    reader: &'r mut Reader<'t>,
    key: Cow<'t, str>,
    key_at: usize,
    /// How many members have been shown.
    index: u32,
    /// A bit for each member that has been read.
    given: u64,
    found: Option<Done>,
}

impl Members for Find<'_, '_> {
    fn member(&mut self, name: &'static str, when: When, value: &mut dyn Value) {
        let bit = 1 << self.index;
        self.index += 1;
        if self.found.is_some() || self.key != name {
            return;
        }
        if self.given & bit != 0 {
            self.found = Some(self.reader.again(self.key_at, Cause::Twice(name.into())));
            return;
        }
        self.given |= bit;
        let reader = &mut *self.reader;
        let at = reader.at;
        reader.steps.push(Step::Name(name.into()));
        let done = reader.value(value);
        if done.is_ok() {
            reader.steps.pop();
            if when == When::Own
                && let Shape::Word(id) = value.shape()
                && let Some(number) = id.number()
            {
                reader.ids.add(number, at);
            }
        }
        self.found = Some(done);
    }
}

/// Finds the first member that should have been read.
struct Missing {
    given: u64,
    index: u32,
    first: Option<&'static str>,
}

impl Members for Missing {
    fn member(&mut self, name: &'static str, when: When, _: &mut dyn Value) {
        let bit = 1 << self.index;
        self.index += 1;
        if self.given & bit == 0 && matches!(when, When::Own | When::Must) {
            self.first.get_or_insert(name);
        }
    }
}

impl Misfit {
    fn told(self, text: &str, steps: &[Step<'_>]) -> ReadError {
        let mut path = String::new();
        for step in steps {
            match step {
                Step::Index(index) => path += &format!("[{index}]"),
                Step::Name(name) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path += name;
                }
            }
        }
        let path = if path.is_empty() { ".".into() } else { path };
        let at = guard::position(text.as_bytes(), self.at);
        ReadError::Field { path, at, cause: self.cause }
    }
}
