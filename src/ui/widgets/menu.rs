//! A menu of commands. Opened from a button or at the pointer; arrows move, Enter
//! does, Escape and a click outside leave.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::widgets::flyout::{Spot, come_back};

/// One line of a menu.
#[derive(Clone)]
pub struct MenuItem {
    /// Its words.
    pub label: String,
    /// Its icon.
    pub icon: IconName,
    /// The keys that do the same; empty: none.
    pub keys: String,
    /// Whether it can be done now.
    pub enabled: bool,
    /// What it does.
    pub run: Callback<()>,
}

impl MenuItem {
    /// A line that no key does; its words are a message.
    pub fn plain(label: &str, icon: IconName, enabled: bool, run: Callback<()>) -> Self {
        Self { label: t(label), icon, keys: String::new(), enabled, run }
    }
}

/// A menu at a spot.
#[component]
pub fn Menu(
    /// Where it stands.
    spot: Spot,
    /// What it is the menu of.
    #[prop(into)]
    label: String,
    /// Its lines.
    items: Vec<MenuItem>,
    /// Closes it.
    on_close: Callback<()>,
) -> impl IntoView {
    let root: NodeRef<html::Div> = NodeRef::new();
    come_back();
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            step_focus(&root, ITEMS, 0);
        }
    });
    let step = move |by| {
        if let Some(root) = root.get_untracked() {
            step_focus(&root, ITEMS, by);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "Escape" | "Tab" => on_close.run(()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let left_by = move |event: web_sys::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        // A menu that is being closed loses the focus when it is already gone.
        let root = root.try_get_untracked().flatten();
        if root.is_some_and(|root| !root.contains(to.as_ref())) {
            on_close.run(());
        }
    };
    view! {
        <div
            class="menu"
            role="menu"
            aria-label=label
            node_ref=root
            style:left=spot.css_left()
            style:top=spot.css_top()
            style:bottom=spot.css_bottom()
            on:keydown=on_key
            on:focusout=left_by
        >
            {items
                .into_iter()
                .map(|item| {
                    let run = item.run;
                    view! {
                        <button
                            type="button"
                            class="menu-item"
                            role="menuitem"
                            disabled=!item.enabled
                            on:click=move |_| {
                                on_close.run(());
                                run.run(());
                            }
                        >
                            <Icon name=item.icon/>
                            <span>{item.label}</span>
                            {(!item.keys.is_empty()).then(|| view! { <kbd>{item.keys.clone()}</kbd> }.into_any())}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// The lines that can be chosen.
const ITEMS: &str = ".menu-item:not(:disabled)";

/// Moves the focus by so many among what is called so within `root`, around its ends;
/// to the first one where none of them has it.
pub fn step_focus(root: &Element, among: &str, by: isize) {
    let Ok(list) = root.query_selector_all(among) else { return };
    let items: Vec<HtmlElement> =
        (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect();
    let focused = document().active_element();
    let at = items.iter().position(|item| focused.as_ref() == Some(item.as_ref()));
    let to = at.map_or(0, |at| (at + items.len()).wrapping_add_signed(by) % items.len());
    if let Some(item) = items.get(to) {
        // A refusal leaves the focus where it is.
        let _ = item.focus();
    }
}
