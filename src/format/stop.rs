//! Where a reader has stopped, as a path: serde_json tells the line and the column
//! of an error, people look for `journeys[2].tiles[0].limit`.
//!
//! **Invariant:** the text is JSON. It is walked only once something is wrong, so
//! reading what is right costs nothing.

use crate::format::error::{Cause, Position};
use crate::format::guard::{self, Member, Members, after_value, skip_space};

/// The path of what is wrong for that cause, where serde_json has stopped at `at`;
/// `.` is the whole file.
pub(super) fn path(text: &str, at: Position, cause: &Cause) -> String {
    let (bytes, offset) = (text.as_bytes(), guard::offset(text, at));
    let Stop { mut steps, place } = stop(bytes, offset);
    match (place, cause) {
        // A choice is wrong as a whole; what comes twice belongs to what holds both.
        (Place::Key, Cause::Choice { .. } | Cause::Twice(_)) => drop(steps.pop()),
        // Of what is no text, number or list serde_json tells the place only once it has
        // read on: after the last member, that is the end of the object.
        (Place::Value(start), Cause::Other(_)) if offset > start => {
            let is_object = bytes.get(start) == Some(&b'{');
            steps.extend(Members::of(bytes, start).last().filter(|_| is_object));
        }
        _ => {}
    }
    written(&steps)
}

/// The path of the value that stands at `at`.
pub(super) fn value(text: &str, at: Position) -> String {
    written(&stop(text.as_bytes(), guard::offset(text, at)).steps)
}

/// The path of the object or list that holds what stands at `at`.
pub(super) fn holder(text: &str, at: Position) -> String {
    let Stop { mut steps, .. } = stop(text.as_bytes(), guard::offset(text, at));
    steps.pop();
    written(&steps)
}

/// Whether what stands at `at` has no members.
pub(super) fn is_empty(text: &str, at: Position) -> bool {
    let bytes = text.as_bytes();
    match stop(bytes, guard::offset(text, at)).place {
        Place::Value(start) => Members::of(bytes, start).next().is_none(),
        Place::Key => false,
    }
}

/// What a reader has stopped at.
enum Place {
    /// A key, or the space after it.
    Key,
    /// The value that begins there, or the space after it.
    Value(usize),
}

/// The members that lead to what a reader has stopped at, from the outside in.
struct Stop<'a> {
    steps: Vec<Member<'a>>,
    place: Place,
}

fn stop(bytes: &[u8], offset: usize) -> Stop<'_> {
    let mut steps = Vec::new();
    let mut at = skip_space(bytes, 0);
    loop {
        // Where a value begins or has ended, it is meant and nothing in it.
        let inside = Members::of(bytes, at).filter(|_| offset > at);
        let found = inside
            .take_while(|member| member.start <= offset)
            .find(|member| offset <= after_value(bytes, member.value));
        let Some(member) = found else { return Stop { steps, place: Place::Value(at) } };
        let (start, value) = (member.start, member.value);
        steps.push(member);
        if start < value && offset < value {
            return Stop { steps, place: Place::Key };
        }
        at = value;
    }
}

fn written(steps: &[Member<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step.key {
            None => path += &format!("[{}]", step.index),
            Some(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path += &String::from_utf8_lossy(key);
            }
        }
    }
    if path.is_empty() { ".".into() } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"a\": [1, {\"b\": 2, \"c\" : {\"d\": true}}],\n  \"e\" : \"x\"\n}";

    fn at(before: &str, cause: &Cause) -> String {
        let end = TEXT.find(before).unwrap() + before.len();
        let line = TEXT[..end].lines().count();
        let column = end - TEXT[..end].rfind('\n').map_or(0, |at| at + 1);
        path(TEXT, Position { line, column }, cause)
    }

    #[test]
    fn a_value_is_told_from_its_beginning_to_its_end() {
        let cause = Cause::Other(String::new());
        assert_eq!(at("\"e\" : \"x\"", &cause), "e");
        assert_eq!(at("[1", &cause), "a[0]");
        assert_eq!(at("\"a\": ", &cause), "a");
        assert_eq!(at("\"b\": 2", &cause), "a[1].b");
        assert_eq!(at("true}}", &cause), "a[1].c", "the last member, where the object has ended");
        assert_eq!(at("true", &cause), "a[1].c.d");
    }

    #[test]
    fn a_missing_setting_is_told_at_the_object_that_has_just_ended() {
        let cause = Cause::Missing("z".into());
        assert_eq!(at("true}", &cause), "a[1].c");
        assert_eq!(at("true}}", &cause), "a[1]");
        assert_eq!(path(TEXT, Position { line: 4, column: 1 }, &cause), ".");
    }

    #[test]
    fn a_key_is_told_unless_what_holds_it_is_wrong() {
        assert_eq!(at("\"e\"", &Cause::Unknown("e".into())), "e");
        assert_eq!(at("\"c\" ", &Cause::Unknown("c".into())), "a[1].c");
        assert_eq!(at("\"c\" ", &Cause::Twice("c".into())), "a[1]");
        assert_eq!(at("\"d\"", &Cause::Choice { found: "d".into(), expected: vec![] }), "a[1].c");
    }

    #[test]
    fn a_comma_belongs_to_the_value_before_it() {
        let at = Position { line: 2, column: 9 };
        assert_eq!(path(TEXT, at, &Cause::Other(String::new())), "a[0]");
        assert_eq!(holder(TEXT, at), "a");
    }

    #[test]
    fn a_place_outside_of_the_text_ends_the_search() {
        for text in ["", "{", "[1,", "{\"a", "{\"a\":"] {
            path(text, Position { line: 9, column: 9 }, &Cause::Other(String::new()));
        }
    }
}
