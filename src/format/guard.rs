//! Looks at the text of a file before and after it is read: how deep it nests,
//! and where in the text a path leads. Neither recurses, so no file can
//! overflow the stack.

use crate::format::error::{Json, Position};

/// The position of that byte of a text, as people and editors count.
pub(super) fn position(text: &[u8], offset: usize) -> Position {
    let before = &text[..offset.min(text.len())];
    let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let line = 1 + before.iter().filter(|&&byte| byte == b'\n').count();
    // The bytes that go on with a character do not begin one.
    let begins = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
    Position { line, column: 1 + before[line_start..].iter().filter(begins).count() }
}

/// Where the reader of JSON stopped: it counts bytes, and none after the last line break.
pub(super) fn stopped(text: &str, error: &serde_json::Error) -> Position {
    let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
    let line_start: usize = lines.map(str::len).sum();
    position(text.as_bytes(), line_start + error.column().saturating_sub(1))
}

/// Where brackets first nest deeper than `most`.
pub(super) fn too_deep(text: &str, most: usize) -> Option<Position> {
    let (bytes, mut depth, mut at) = (text.as_bytes(), 0_usize, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at = after_string(bytes, at),
            b'{' | b'[' => {
                depth += 1;
                if depth > most {
                    return Some(position(bytes, at));
                }
                at += 1;
            }
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            _ => at += 1,
        }
    }
    None
}

/// Where the value of `path` begins in `text`, which is JSON; where the path ends
/// early, as far as it leads.
pub(super) fn locate(text: &str, path: &str) -> Position {
    position(text.as_bytes(), lead(text, path))
}

/// The text of the value that stands under `key` in the outermost object.
pub(super) fn member<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let bytes = text.as_bytes();
    let mut members = Members::of(bytes, skip_space(bytes, 0));
    let value = members.find(|member| member.key == Some(key.as_bytes()))?.value;
    text.get(value..after_value(bytes, value)).map(str::trim_end)
}

/// The kind of value that begins at that byte.
pub(super) fn kind_at(text: &str, at: usize) -> Json {
    match text.as_bytes().get(at) {
        Some(b'{') => Json::Object,
        Some(b'[') => Json::List,
        Some(b'"') => Json::Text,
        Some(b't' | b'f') => Json::TrueFalse,
        Some(b'n') | None => Json::Null,
        Some(_) => Json::Number,
    }
}

fn lead(text: &str, path: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = skip_space(bytes, 0);
    for step in path.split(['.', '[']).map(|step| step.trim_end_matches(']')) {
        if step.is_empty() {
            continue;
        }
        match child(bytes, at, step) {
            Some(next) => at = next,
            None => break,
        }
    }
    at
}

/// Where the member `step` (a key, or an index) of the object or list at `at` begins.
fn child(bytes: &[u8], at: usize, step: &str) -> Option<usize> {
    let index: Option<usize> = step.parse().ok();
    Members::of(bytes, at)
        .find(|member| member.key == Some(step.as_bytes()) || index == Some(member.index))
        .map(|member| member.value)
}

/// A member of an object or a list.
pub(super) struct Member<'a> {
    /// Its key as it is written, in an object.
    pub key: Option<&'a [u8]>,
    /// How many members stand before it.
    pub index: usize,
    /// Where its key begins, or its value in a list.
    pub start: usize,
    /// Where its value begins.
    pub value: usize,
}

/// The members of an object or a list, in the order of the text.
pub(super) struct Members<'a> {
    bytes: &'a [u8],
    is_object: bool,
    at: usize,
    index: usize,
}

impl<'a> Members<'a> {
    /// Those of the value that begins at `at`; a text or a number has none.
    pub fn of(bytes: &'a [u8], at: usize) -> Self {
        let is_object = bytes.get(at) == Some(&b'{');
        let holds = is_object || bytes.get(at) == Some(&b'[');
        let at = if holds { skip_space(bytes, at + 1) } else { bytes.len() };
        Self { bytes, is_object, at, index: 0 }
    }
}

impl<'a> Iterator for Members<'a> {
    type Item = Member<'a>;

    fn next(&mut self) -> Option<Member<'a>> {
        let (bytes, start) = (self.bytes, self.at);
        if start >= bytes.len() || matches!(bytes[start], b'}' | b']') {
            return None;
        }
        let (mut key, mut value) = (None, start);
        if self.is_object {
            let end = after_string(bytes, start);
            key = bytes.get(start + 1..end.saturating_sub(1));
            value = skip_space(bytes, skip_space(bytes, end) + 1);
        }
        let member = Member { key, index: self.index, start, value };
        self.index += 1;
        self.at = after_value(bytes, value);
        if bytes.get(self.at) == Some(&b',') {
            self.at = skip_space(bytes, self.at + 1);
        }
        Some(member)
    }
}

pub(super) fn skip_space(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    at
}

/// Where what follows the text at `start` stands.
pub(super) fn after_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(bytes.len())
}

/// Where the comma or bracket after the value at `start` stands.
pub(super) fn after_value(bytes: &[u8], start: usize) -> usize {
    let (mut depth, mut at) = (0_usize, start);
    while at < bytes.len() {
        match bytes[at] {
            b'"' => at = after_string(bytes, at),
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' | b',' if depth == 0 => return at,
            b'}' | b']' => {
                depth -= 1;
                at += 1;
            }
            _ => at += 1,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_its_place_in_the_text() {
        let text = "{\n  \"a\": [1, {\"b, c\": 2, \"d\": \"}\\\"\"}],\n  \"e\": {\"f\": 3}\n}";
        let at = |path| {
            let found = locate(text, path);
            (found.line, found.column)
        };
        assert_eq!(at("."), (1, 1));
        assert_eq!(at("a"), (2, 8));
        assert_eq!(at("a[1].d"), (2, 29));
        assert_eq!(at("e.f"), (3, 14));
        assert_eq!(at("e.g"), (3, 8), "where a path ends early, as far as it leads");
    }

    #[test]
    fn brackets_in_texts_do_not_nest() {
        assert_eq!(too_deep("[\"[[[[\"]", 1), None);
        assert_eq!(too_deep("[\n [1]]", 1), Some(Position { line: 2, column: 2 }));
    }

    #[test]
    fn the_reader_of_json_stops_at_a_character() {
        let at = |text: &str| {
            let error = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
            let found = stopped(text, &error);
            (found.line, found.column)
        };
        assert_eq!(at("{\n \"é é\": x}"), (2, 9));
        assert_eq!(at("[1,\n"), (2, 1), "cut off after a line break");
        assert_eq!(at(""), (1, 1));
        assert_eq!(at("[é"), (1, 2));
    }

    #[test]
    fn broken_text_ends_the_search() {
        for text in ["", "{", "{\"a", "{\"a\\", "[1,", "{\"a\":", "{a:1}", "}"] {
            locate(text, "a[0].b");
            assert_eq!(too_deep(text, 3), None);
        }
    }
}
