//! The canonical look of a file: two spaces of indentation, and whatever fits in
//! [`WIDTH`] columns on one line. So a record, a row of a condition or a mapping
//! is a line of a diff, and a journey reads from top to bottom.

/// The longest line that is made by joining; counted in characters.
const WIDTH: usize = 100;

/// Joins what fits on one line. `text` is what serde_json's pretty printer writes:
/// one token, or one key with its token, on each line.
pub(super) fn join_short(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    // Where each bracket that is still open stands, and whether it can still close on its line.
    let mut open: Vec<(usize, bool)> = Vec::new();
    for line in text.lines() {
        let token = line.trim_start();
        lines.push(line.to_owned());
        if token.ends_with(['{', '[']) {
            open.push((lines.len() - 1, true));
        } else if token.starts_with(['}', ']']) {
            let Some((start, fits)) = open.pop() else { continue };
            let joined = (fits && !open.is_empty()).then(|| joined(&lines[start..])).flatten();
            match joined {
                Some(joined) => {
                    lines.truncate(start);
                    lines.push(joined);
                }
                None => {
                    if let Some((_, fits)) = open.last_mut() {
                        *fits = false;
                    }
                }
            }
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// The lines as one, if that is short enough.
fn joined(lines: &[String]) -> Option<String> {
    let mut joined = String::new();
    let mut width = 0;
    for (index, line) in lines.iter().enumerate() {
        let token = if index == 0 { line.as_str() } else { line.trim_start() };
        let is_end = index == 0 || index == 1 || index == lines.len() - 1;
        let space = if is_end { "" } else { " " };
        width += space.len() + token.chars().count();
        if width > WIDTH {
            return None;
        }
        joined.push_str(space);
        joined.push_str(token);
    }
    Some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn pretty(value: &serde_json::Value) -> String {
        join_short(&serde_json::to_string_pretty(value).unwrap())
    }

    #[test]
    fn what_fits_stands_on_one_line() {
        let text = pretty(&json!({"a": {"b": [1, {"c": "{ ["}], "d": []}, "e": "x".repeat(100)}));
        let long = "x".repeat(100);
        let expected = format!(
            "{{\n  \"a\": {{\"b\": [1, {{\"c\": \"{{ [\"}}], \"d\": []}},\n  \"e\": \"{long}\"\n}}\n"
        );
        assert_eq!(text, expected);
    }

    #[test]
    fn what_does_not_fit_is_broken_from_the_outside() {
        let text = pretty(&json!({"a": [{"b": "x".repeat(60)}, {"b": "y".repeat(60)}]}));
        assert_eq!(text.lines().count(), 6, "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
    }
}
