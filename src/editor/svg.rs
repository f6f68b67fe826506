//! What SVG files are written with: texts that cannot end their element, cut to the
//! room they have.

/// The colours of what is drawn, as CSS writes them.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs, reason = "each is the token of that name")]
pub struct Paper {
    pub canvas: String,
    pub surface: String,
    pub line: String,
    pub edge: String,
    pub text: String,
    pub text_soft: String,
}

impl Paper {
    /// The colours by the names of their tokens.
    pub fn of(token: &dyn Fn(&str) -> String) -> Self {
        Self {
            canvas: token("canvas"),
            surface: token("surface-2"),
            line: token("line"),
            edge: token("edge"),
            text: token("text"),
            text_soft: token("text-soft"),
        }
    }
}

/// Adds to a file that is being written.
pub(super) fn add(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let written = std::fmt::Write::write_fmt(out, text);
    debug_assert!(written.is_ok());
}

/// The head of an arrow.
pub(super) fn marker(id: &str, colour: &str) -> String {
    format!(
        "<marker id=\"{id}\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"7\" \
         markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8Z\" fill=\"{}\"/></marker>",
        escaped(colour)
    )
}

/// As much of a text as has room, by the width of a common letter.
pub(super) fn fitting(text: &str, width: f64) -> String {
    let most = (width / 6.8) as usize;
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A text in lines of that width, by the width of a common letter; what is left when
/// there are so many ends the last one.
pub(super) fn lines(text: &str, width: f64, most: usize) -> Vec<String> {
    let room = (width / 6.8) as usize;
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let length = line.chars().count() + word.chars().count() + 1;
            if !line.is_empty() && (length <= room || lines.len() + 1 == most) {
                line.push(' ');
            } else if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join(" ");
        lines.push(rest);
    }
    lines.iter().map(|line| fitting(line, width)).collect()
}

/// What XML can hold.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push(' '),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_between_words_and_what_has_no_room_is_cut() {
        let width = 6.8 * 10.0;
        assert_eq!(lines("Ask Ana first", width, 4), ["Ask Ana", "first"]);
        assert_eq!(lines("Ask\n\nAna", width, 4), ["Ask", "Ana"]);
        assert_eq!(lines("Ask Ana first and then Bo", width, 2), ["Ask Ana", "first and…"]);
        assert_eq!(lines("A\nB\nC", width, 2), ["A", "B C"]);
        assert_eq!(lines("", width, 4), [""; 0]);
    }

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(fitting("Order", 100.0), "Order");
        assert_eq!(fitting(&"a".repeat(30), 68.0), format!("{}…", "a".repeat(9)));
    }
}
