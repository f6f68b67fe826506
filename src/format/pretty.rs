//! The canonical look of a file: two spaces of indentation, and whatever fits in
//! [`WIDTH`] columns on one line. So a record, a row of a condition or a mapping
//! is a line of a diff, and a journey reads from top to bottom.

/// The longest line that is made by joining; counted in characters.
const WIDTH: usize = 100;

/// Joins what fits on one line. `text` is what serde_json's pretty printer writes:
/// one token, or one key with its token, on each line.
pub(super) fn join_short(text: &str) -> String {
    let mut pretty = Pretty::default();
    text.lines().for_each(|line| pretty.line(line));
    pretty.done()
}

/// A text that is written line by line, and joined where it fits.
#[derive(Default)]
pub(super) struct Pretty {
    text: String,
    /// Where the line of each bracket that is still open begins, and whether it can
    /// still close on it.
    open: Vec<(usize, bool)>,
}

impl Pretty {
    /// The next line: one token, or one key with its token, with its comma.
    pub fn line(&mut self, line: &str) {
        let start = self.text.len();
        self.text.push_str(line);
        self.text.push('\n');
        let token = line.trim_start();
        if token.ends_with(['{', '[']) {
            self.open.push((start, true));
        } else if token.starts_with(['}', ']']) {
            self.close();
        }
    }

    /// The whole text.
    pub fn done(self) -> String {
        self.text
    }

    fn close(&mut self) {
        let Some((start, fits)) = self.open.pop() else { return };
        let Some((_, outer_fits)) = self.open.last_mut() else { return };
        match fits.then(|| joined(&self.text[start..])).flatten() {
            Some(joined) => {
                self.text.truncate(start);
                self.text.push_str(&joined);
            }
            None => *outer_fits = false,
        }
    }
}

/// The lines as one, if that is short enough.
fn joined(lines: &str) -> Option<String> {
    let mut joined = String::new();
    let mut width = 0;
    let last = lines.trim_end().rfind('\n').map_or(0, |at| at + 1);
    let mut at = 0;
    for (index, line) in lines.lines().enumerate() {
        let token = if index == 0 { line } else { line.trim_start() };
        let space = if index < 2 || at >= last { "" } else { " " };
        at += line.len() + 1;
        width += space.len() + token.chars().count();
        if width > WIDTH {
            return None;
        }
        joined.push_str(space);
        joined.push_str(token);
    }
    joined.push('\n');
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
