//! The words of a language: those of the first picture, and those that come with the pages.

#![allow(unsafe_code, reason = "words are linked by their name across two Wasm files")]

use leptos::prelude::*;

use crate::locale::{Lang, Words};
use crate::ui::later::{Fetched, File, NotFetched};

/// Makes a language ready to be said: for all that is here or under way.
pub async fn learn(lang: Lang) -> Result<(), NotFetched> {
    learn_words(lang, Words::First).await?;
    match File::Pages.state().get_untracked() {
        Fetched::Here(_) | Fetched::UnderWay => learn_words(lang, Words::Later).await,
        Fetched::NotYet | Fetched::Failed => Ok(()),
    }
}

/// Makes a part of the words of a language ready.
#[cfg(feature = "split")]
pub async fn learn_words(lang: Lang, words: Words) -> Result<(), NotFetched> {
    let text = match (lang, words) {
        (Lang::En, Words::First) => english().await?,
        (Lang::En, Words::Later) => english_pages().await?,
        (Lang::Fr, Words::First) => french().await?,
        (Lang::Fr, Words::Later) => french_pages().await?,
    };
    crate::locale::learn(lang, words, text);
    Ok(())
}

/// Where nothing comes later, all words are known.
#[cfg(not(feature = "split"))]
pub async fn learn_words(_: Lang, _: Words) -> Result<(), NotFetched> {
    Ok(())
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(english, fallible)]
fn english() -> Result<&'static str, NotFetched> {
    Ok(crate::locale::english())
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(french, fallible)]
fn french() -> Result<&'static str, NotFetched> {
    Ok(crate::locale::french())
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later_english, fallible)]
fn english_pages() -> Result<&'static str, NotFetched> {
    Ok(crate::locale::english_later())
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(later_french, fallible)]
fn french_pages() -> Result<&'static str, NotFetched> {
    Ok(crate::locale::french_later())
}
