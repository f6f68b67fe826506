//! The style sheets of the parts that come later. They are in the same file as those
//! parts, so that the first picture does not wait for them; the others are linked in
//! the page.

use std::cell::Cell;

use leptos::prelude::document;
use web_sys::CssStyleSheet;

const SHEETS: [&str; 8] = [
    include_str!("../../style/later/pages.css"),
    include_str!("../../style/later/find.css"),
    include_str!("../../style/later/note.css"),
    include_str!("../../style/later/run.css"),
    include_str!("../../style/later/life.css"),
    include_str!("../../style/later/wires.css"),
    include_str!("../../style/later/outline.css"),
    include_str!("../../style/later/picture.css"),
];

thread_local! {
    static WORN: Cell<bool> = const { Cell::new(false) };
}

/// Adds the style sheets to the page, once. They are made by script, which the page's
/// security policy allows where it forbids styles in the document.
pub fn wear() {
    if WORN.replace(true) {
        return;
    }
    let worn = document().adopted_style_sheets();
    for text in SHEETS {
        // A browser that can neither make nor hold a sheet still shows the words.
        if let Ok(sheet) = CssStyleSheet::new()
            && sheet.replace_sync(text).is_ok()
        {
            worn.push(&sheet);
        }
    }
}
