//! How well a name fits what somebody types when they look for it: whole, by its
//! beginning, by its words, by some of its letters, or with one letter wrong.
//!
//! Names and queries come plain: in lower case and without accents. Nothing here
//! knows what is named.

use crate::model::collect;

/// How a name fits, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is what was typed.
    Exact,
    /// It begins so.
    Prefix,
    /// Words of it begin with what was typed.
    Words,
    /// What was typed is somewhere in it.
    Part,
    /// What was typed is in it and in what stands around it, such as its journey.
    Around,
    /// The letters are in it in this order, the first at the beginning of a word.
    Letters,
    /// With one letter wrong, missing, too much or in another order.
    Typo,
}

/// A fit, and how far it is from a better one; smaller is better.
pub type Rank = (Fit, usize);

/// A word that is shorter than this is not taken for one with a wrong letter.
const SHORTEST: usize = 4;

/// How well a name fits what was typed; `around` is the name of what it is in.
pub fn rank(name: &str, around: &str, query: &str) -> Option<Rank> {
    let query = query.trim();
    let words = || query.split_whitespace();
    let length = name.chars().count();
    if name == query {
        Some((Fit::Exact, 0))
    } else if name.starts_with(query) {
        Some((Fit::Prefix, length))
    } else if words().all(|word| begins_a_word(name, word)) {
        Some((Fit::Words, length))
    } else if words().all(|word| name.contains(word)) {
        Some((Fit::Part, length))
    } else if words().all(|word| name.contains(word) || around.contains(word)) {
        Some((Fit::Around, length))
    } else if let Some(span) = span(name, query) {
        Some((Fit::Letters, span))
    } else {
        let near = |word: &str| begins_a_word(name, word) || nearly_begins_a_word(name, word);
        words().all(near).then_some((Fit::Typo, length))
    }
}

/// The best of those names by their positions, at most so many; and how many fit.
pub fn best<'a>(
    names: impl Iterator<Item = (&'a str, &'a str)>,
    query: &str,
    most: usize,
) -> (Vec<usize>, usize) {
    let mut found: Vec<(Rank, usize)> = names
        .enumerate()
        .filter_map(|(index, (name, around))| Some((rank(name, around, query)?, index)))
        .collect();
    collect::sort_by_key(&mut found, |(rank, _)| *rank);
    let count = found.len();
    (found.into_iter().take(most).map(|(_, index)| index).collect(), count)
}

fn words_of(name: &str) -> impl Iterator<Item = &str> {
    name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn begins_a_word(name: &str, word: &str) -> bool {
    words_of(name).any(|known| known.starts_with(word))
}

/// How many letters of the name it takes to hold those of the query in their order,
/// from the beginning of a word on; nothing where it takes too many to be meant.
fn span(name: &str, query: &str) -> Option<usize> {
    let letters: Vec<char> = query.chars().filter(|letter| !letter.is_whitespace()).collect();
    if letters.len() < 2 {
        return None;
    }
    let name: Vec<char> = name.chars().collect();
    let begins = |at: usize| at == 0 || !name[at - 1].is_alphanumeric();
    let from = |start: usize| {
        let mut at = start;
        for letter in &letters {
            at += name.get(at..)?.iter().position(|known| known == letter)? + 1;
        }
        Some(at - start)
    };
    let starts = (0..name.len()).filter(|at| begins(*at) && name[*at] == letters[0]);
    starts.filter_map(from).min().filter(|span| *span <= letters.len() * 4)
}

/// Whether one letter stands between a word and the beginning of one of the name.
fn nearly_begins_a_word(name: &str, word: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    word.len() >= SHORTEST
        && words_of(name).any(|known| {
            let known: Vec<char> = known.chars().collect();
            let lengths = word.len() - 1..=(word.len() + 1).min(known.len());
            lengths.into_iter().any(|length| one_apart(&known[..length.min(known.len())], &word))
        })
}

/// Whether one letter is wrong, missing, too much, or two are the wrong way round.
fn one_apart(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    match (one, other) {
        ([a, b, one @ ..], [c, d, other @ ..]) if a == d && b == c && one == other => true,
        ([_, one @ ..], [_, other @ ..]) if one == other => true,
        ([_, one @ ..], other) if one == other => true,
        (one, [_, other @ ..]) => one == other,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fit(name: &str, query: &str) -> Option<Fit> {
        rank(name, "", query).map(|(fit, _)| fit)
    }

    #[test]
    fn the_better_a_name_fits_the_sooner_it_comes() {
        let names =
            ["wiat", "what is there", "awaiting", "long wait", "wait 3 days", "wait", "exit"];
        let (found, count) = best(names.iter().map(|name| (*name, "")), "wait", 10);
        let found: Vec<&str> = found.into_iter().map(|index| names[index]).collect();
        assert_eq!(
            found,
            ["wait", "wait 3 days", "long wait", "awaiting", "what is there", "wiat"]
        );
        assert_eq!(count, 6);
    }

    #[test]
    fn words_are_found_in_any_order_and_in_what_is_around() {
        assert_eq!(fit("add to nurture", "nur add"), Some(Fit::Words));
        assert_eq!(rank("wait", "post-purchase", "post wait"), Some((Fit::Around, 4)));
        assert_eq!(fit("wait", "post wait"), None);
    }

    #[test]
    fn letters_in_their_order_are_found_from_the_beginning_of_a_word_on() {
        assert_eq!(fit("attribute branch", "atbr"), Some(Fit::Letters));
        assert_eq!(fit("post-purchase", "pp"), Some(Fit::Letters));
        assert_eq!(fit("order shipped", "ship ord"), Some(Fit::Words));
        assert_eq!(fit("attribute branch", "ttb"), None);
        assert_eq!(fit("a very long name that only happens to end in b", "ab"), None);
    }

    #[test]
    fn one_letter_may_be_wrong_but_not_two_and_not_in_a_short_word() {
        for query in ["purchsae", "purchas", "purchaase", "purxhase", "urchase", "purhcase"] {
            assert!(fit("post-purchase", query).is_some(), "{query}");
        }
        assert_eq!(fit("post-purchase", "pruhcase"), None);
        assert_eq!(fit("wait", "wzt"), None);
        assert_eq!(fit("wait", "waot"), Some(Fit::Typo));
    }

    #[test]
    fn of_what_fits_alike_the_shorter_comes_first_and_then_the_first() {
        let names = ["exit b", "exit", "exit a"];
        let (found, count) = best(names.iter().map(|name| (*name, "")), "e", 2);
        assert_eq!((found, count), (vec![1, 0], 3));
    }

    proptest! {
        #[test]
        fn a_word_is_found_with_any_one_letter_changed(
            word in "[a-z]{5,12}",
            at in any::<prop::sample::Index>(),
            letter in "[a-z]",
            how in 0..4,
        ) {
            let mut typed: Vec<char> = word.chars().collect();
            let at = at.index(typed.len());
            let letter = letter.chars().next().unwrap_or('x');
            match how {
                0 => typed[at] = letter,
                1 => typed.insert(at, letter),
                2 => drop(typed.remove(at)),
                _ => typed.swap(at, (at + 1) % word.len()),
            }
            let around = at + 1 == word.len() && how == 3;
            let typed: String = typed.into_iter().collect();
            let name = format!("the {word} of it");
            prop_assert!(around || rank(&name, "", &typed).is_some(), "{} for {}", typed, name);
        }

        #[test]
        fn any_beginning_of_a_name_fits_as_one(name in "[a-z]{1,8}( [a-z]{1,8}){0,3}", at in any::<prop::sample::Index>()) {
            let length = at.index(name.len()) + 1;
            let query = &name[..length];
            let fit = fit(&name, query);
            prop_assert!(matches!(fit, Some(Fit::Exact | Fit::Prefix)), "{:?}", fit);
        }
    }
}
