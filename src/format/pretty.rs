//! The canonical look of a file: two spaces of indentation, and whatever fits in
//! [`WIDTH`] columns on one line. So a record, a row of a condition or a mapping
//! is a line of a diff, and a journey reads from top to bottom.

/// The longest line that is made by joining; counted in characters.
const WIDTH: usize = 100;

/// Handed over at once, in bytes.
const PIECE: usize = 64 * 1024;

/// Joins what fits on one line. `text` is what serde_json's pretty printer writes:
/// one token, or one key with its token, on each line.
pub(super) fn join_short(text: &str) -> String {
    let mut joined = String::new();
    let mut sink = |piece: &str| joined.push_str(piece);
    let mut pretty = Pretty::new(&mut sink);
    text.lines().for_each(|line| pretty.line(line));
    pretty.done();
    joined
}

/// A text that is written line by line, and joined where it fits. It is handed over in
/// pieces, so that a long one is never there as a whole.
pub(super) struct Pretty<'s> {
    sink: &'s mut dyn FnMut(&str),
    /// What is not handed over yet.
    text: String,
    /// How many lines there were.
    lines: usize,
    /// The brackets that are still open.
    open: Vec<Open>,
}

/// A bracket that is open.
struct Open {
    /// Where its line begins in the text, and which one it is.
    start: usize,
    line: usize,
    /// Whether it can still close on it.
    fits: bool,
}

impl<'s> Pretty<'s> {
    /// An empty text, for `sink`.
    pub fn new(sink: &'s mut dyn FnMut(&str)) -> Self {
        Self { sink, text: String::new(), lines: 0, open: Vec::new() }
    }

    /// The next line: one token, or one key with its token, with its comma.
    pub fn line(&mut self, line: &str) {
        let start = self.text.len();
        self.text.push_str(line);
        self.text.push('\n');
        let token = line.trim_ascii_start();
        if token.ends_with(['{', '[']) {
            // The file itself is never joined.
            let fits = !self.open.is_empty();
            self.open.push(Open { start, line: self.lines, fits });
        }
        self.lines += 1;
        if token.starts_with(['}', ']']) {
            self.close();
        }
        if self.text.len() >= PIECE {
            self.hand_over();
        }
    }

    /// Hands over the rest.
    pub fn done(self) {
        (self.sink)(&self.text);
    }

    fn close(&mut self) {
        let Some(Open { start, line, fits }) = self.open.pop() else { return };
        match fits.then(|| joined(&self.text[start..])).flatten() {
            Some(joined) => {
                self.text.truncate(start);
                self.text.push_str(&joined);
                self.lines = line + 1;
            }
            None => {
                if let Some(outer) = self.open.last_mut() {
                    outer.fits = false;
                }
            }
        }
    }

    /// Hands over the lines that nothing will be joined to.
    fn hand_over(&mut self) {
        // No line is empty, so that so many are too long.
        let can_fit = |open: &&Open| open.fits && open.line + WIDTH >= self.lines;
        let end = self.open.iter().find(can_fit).map_or(self.text.len(), |open| open.start);
        (self.sink)(&self.text[..end]);
        self.text.drain(..end);
        for open in &mut self.open {
            open.fits &= open.start >= end;
            open.start = open.start.saturating_sub(end);
        }
    }
}

/// The lines as one, if that is short enough.
fn joined(lines: &str) -> Option<String> {
    let mut joined = String::new();
    let mut width = 0;
    let last = lines.trim_ascii_end().rfind('\n').map_or(0, |at| at + 1);
    let mut at = 0;
    for (index, line) in lines.lines().enumerate() {
        let token = if index == 0 { line } else { line.trim_ascii_start() };
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
    use std::collections::BTreeSet;

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

    #[test]
    fn a_long_text_is_handed_over_in_pieces() {
        let row = json!({"id": 1, "name": "x".repeat(60), "tiles": [1, [2, "y".repeat(50)]]});
        let rows = |count| pretty(&json!({ "rows": [vec![row.clone(); count]] }));
        let (text, mut pieces) = (rows(5000), Vec::new());
        let mut sink = |piece: &str| pieces.push(piece.to_owned());
        let mut pretty = Pretty::new(&mut sink);
        // What was joined before stays as it is.
        text.lines().for_each(|line| pretty.line(line));
        pretty.done();
        assert!(pieces.len() > 5 && pieces.iter().all(|piece| piece.len() < PIECE + 4 * WIDTH));
        assert_eq!(pieces.concat(), text);
        // However long a text is, its rows look the same.
        let kinds = |text: &str| -> BTreeSet<String> { text.lines().map(str::to_owned).collect() };
        assert_eq!(kinds(&text), kinds(&rows(50)));
    }
}
