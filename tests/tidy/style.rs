//! How it looks: words come from the messages, colours from the tokens.

use crate::expect_none;
use crate::files::{File, below, read};

const TOKENS: &str = "style/tokens.css";
/// Attributes that people read or hear.
const SPOKEN: [&str; 4] = ["title", "aria-label", "placeholder", "alt"];

#[test]
fn every_style_sheet_is_linked() {
    let (page, later) = (read("index.html").text, read("src/ui/look.rs").text);
    let unlinked = below("style", ".css").into_iter().filter(|file| {
        let first = page.contains(&format!("href=\"{}\"", file.path));
        let comes_later = later.contains(&format!("include_str!(\"../../{}\")", file.path));
        first == comes_later
    });
    let finding = |file: File| file.finding(1, "is linked in index.html or worn in ui/look.rs");
    expect_none(&unlinked.map(finding).collect::<Vec<_>>());
}

#[test]
fn colours_are_written_in_the_tokens_only() {
    let mut findings = Vec::new();
    let sheets = below("style", ".css").into_iter().filter(|file| file.path != TOKENS);
    for file in sheets.chain(below("src/ui", ".rs")) {
        for (number, line) in file.code().lines().enumerate() {
            if has_colour(line) {
                findings.push(
                    file.finding(number + 1, &format!("writes a colour: name it in {TOKENS}")),
                );
            }
        }
    }
    expect_none(&findings);
}

#[test]
fn words_on_the_screen_come_from_the_messages() {
    let mut findings = Vec::new();
    for file in below("src/ui", ".rs") {
        let spoken = |(number, line): (usize, &str)| {
            says_something(line).then(|| file.finding(number + 1, "says this in one language only"))
        };
        findings.extend(file.code().lines().enumerate().filter_map(spoken).collect::<Vec<_>>());
    }
    expect_none(&findings);
}

#[test]
fn the_heuristics_see_what_they_are_for() {
    assert!(has_colour("  color: #fff;") && has_colour("border: 1px solid rgb(0 0 0)"));
    assert!(!has_colour("#face { color: var(--ink); }"));
    assert!(says_something(r#"<p>"Hello there"</p>"#) && says_something(r#"<a title="Hello">"#));
    assert!(says_something(r#"    "Nothing here""#));
    assert!(
        !says_something(r#"<p class="tile">{t("hello")}</p>"#) && !says_something(r#"<b>"+"</b>"#)
    );
    assert!(!says_something(r#"    "tile selected","#));
    let file = File { path: String::new(), text: "a\n// b\n#[cfg(test)]\nmod tests {".to_owned() };
    assert_eq!(file.code(), "a\n");
}

/// Whether a colour is the value of something on this line.
fn has_colour(line: &str) -> bool {
    let value = line.split_once(':').map_or("", |(_, value)| value);
    let quoted = line.split('"').skip(1).step_by(2).filter(|text| text.starts_with('#'));
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab("];
    functions.iter().any(|function| line.contains(function))
        || value.split('#').skip(1).chain(quoted.map(|text| &text[1..])).any(|text| {
            let digits = text.chars().take_while(char::is_ascii_hexdigit).count();
            let ends = !text[digits..]
                .starts_with(|letter: char| letter.is_alphanumeric() || letter == '-');
            matches!(digits, 3 | 4 | 6 | 8) && ends
        })
}

/// Whether a text that people read stands on this line as it is.
fn says_something(line: &str) -> bool {
    let attribute = SPOKEN.iter().any(|name| {
        let text =
            line.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split('"').next());
        text.is_some_and(has_word)
    });
    let node = line.split_once(">\"").and_then(|(_, rest)| rest.split('"').next());
    let trimmed = line.trim();
    let alone = trimmed
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .filter(|text| !text.contains('"') && text.starts_with(char::is_uppercase));
    attribute || node.is_some_and(has_word) || alone.is_some_and(has_word)
}

/// Whether two letters stand side by side.
fn has_word(text: &str) -> bool {
    let letters: Vec<bool> = text.chars().map(char::is_alphabetic).collect();
    letters.windows(2).any(|pair| pair == [true, true])
}
