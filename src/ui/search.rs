//! Search as people type: without regard to case and accents, every word must be
//! found somewhere, and what matched can be shown.

use js_sys::JsString;

/// The form in which texts are searched: lower case, accents taken off.
pub fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let decomposed = JsString::from(text).normalize("NFD");
    String::from(decomposed)
        .chars()
        .filter(|c| !is_accent(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether every word of `query` is found in `text`.
pub fn matches(text: &str, query: &str) -> bool {
    let text = plain(text);
    plain(query).split_whitespace().all(|word| text.contains(word))
}

/// `text` cut into pieces; `true` marks those that match a word of `query`.
///
/// Where taking accents off changes the number of letters, nothing is marked:
/// a mark in the wrong place would be worse than none.
pub fn marked(text: &str, query: &str) -> Vec<(String, bool)> {
    let letters: Vec<char> = text.chars().collect();
    let folded: Vec<char> = plain(text).chars().collect();
    let mut marks = vec![false; letters.len()];
    if letters.len() == folded.len() {
        for word in plain(query).split_whitespace() {
            mark_word(&folded, &word.chars().collect::<Vec<_>>(), &mut marks);
        }
    }
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for (letter, mark) in letters.into_iter().zip(marks) {
        match pieces.last_mut() {
            Some((piece, last)) if *last == mark => piece.push(letter),
            _ => pieces.push((letter.to_string(), mark)),
        }
    }
    pieces
}

fn mark_word(text: &[char], word: &[char], marks: &mut [bool]) {
    let found = text.windows(word.len().max(1)).position(|window| window == word);
    if let Some(start) = found {
        marks[start..start + word.len()].fill(true);
    }
}

/// Whether a character is a combining mark that NFD splits off a letter.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}
