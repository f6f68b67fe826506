//! The path of a place in the text of a file: people look for
//! `journeys[2].tiles[0].limit`, and not for a byte.
//!
//! **Invariant:** the text is JSON. It is walked only once something is wrong, so
//! reading what is right costs nothing.

use crate::format::guard::{Member, Members, after_value, skip_space};

/// The path of the object or list that holds what stands at that byte; `.` is the
/// whole file.
pub(super) fn holder(text: &str, offset: usize) -> String {
    let bytes = text.as_bytes();
    let mut steps: Vec<Member<'_>> = Vec::new();
    let mut at = skip_space(bytes, 0);
    while let Some(member) = Members::of(bytes, at)
        .take_while(|member| member.start <= offset)
        .find(|member| offset < after_value(bytes, member.value))
    {
        at = member.value;
        steps.push(member);
        if offset <= at {
            break;
        }
    }
    steps.pop();
    written(&steps)
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

    fn at(before: &str) -> String {
        holder(TEXT, TEXT.find(before).unwrap() + before.len())
    }

    #[test]
    fn a_value_is_held_by_the_object_or_list_around_it() {
        assert_eq!(at("\"e\" : "), ".");
        assert_eq!(at("["), "a");
        assert_eq!(at("\"b\": "), "a[1]");
        assert_eq!(at("\"d\": "), "a[1].c");
        assert_eq!(at("\"d\": tr"), "a[1].c");
    }

    #[test]
    fn a_place_outside_of_the_text_ends_the_search() {
        for text in ["", "{", "[1,", "{\"a", "{\"a\":"] {
            holder(text, 99);
        }
    }
}
