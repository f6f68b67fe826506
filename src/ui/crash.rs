//! When the app itself breaks: a page that says so, and the way back to the work,
//! which is stored. It is made of plain elements, because nothing of the app can
//! be trusted any more.

use std::panic::PanicHookInfo;

use leptos::prelude::*;

use crate::ui::i18n::t;

/// Sees to it that a panic is told on the page and in the console.
pub fn watch() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        // Where even this fails, the console has the cause.
        let _ = show(info);
    }));
}

fn show(info: &PanicHookInfo<'_>) -> Option<()> {
    let document = document();
    if document.get_element_by_id(ID).is_some() {
        return None;
    }
    let element = |tag: &str, class: &str, words: &str| {
        let element = document.create_element(tag).ok()?;
        element.set_class_name(class);
        element.set_text_content(Some(words));
        Some(element)
    };
    let page = element("div", "crash", "")?;
    page.set_id(ID);
    page.set_attribute("role", "alert").ok()?;
    let card = element("div", "crash-card", "")?;
    let again = element("a", "button button-primary", &untrack(|| t("crash-again")))?;
    again.set_attribute("href", &fresh_address()?).ok()?;
    let parts = [
        element("h1", "", &untrack(|| t("crash-title")))?,
        element("p", "", &untrack(|| t("crash-body")))?,
        element("code", "code", &info.to_string())?,
        again,
    ];
    for part in parts {
        card.append_child(&part).ok()?;
    }
    page.append_child(&card).ok()?;
    document.body()?.append_child(&page).ok()?;
    Some(())
}

const ID: &str = "crash";

/// The address of what is open, made different so that the browser loads it anew.
fn fresh_address() -> Option<String> {
    let hash = window().location().hash().ok()?;
    Some(format!("?again={}{hash}", js_sys::Date::now()))
}
