//! A menu of commands. Opened from a button or at the pointer; arrows move, Enter
//! does, Escape and a click outside leave.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

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
        if root.get().is_some() {
            focus_item(root, |_, count| if count == 0 { None } else { Some(0) });
        }
    });
    let on_key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => focus_item(root, |at, count| Some(at.map_or(0, |at| (at + 1) % count))),
            "ArrowUp" => {
                focus_item(root, |at, count| Some(at.map_or(0, |at| (at + count - 1) % count)));
            }
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

/// Moves the focus among the enabled lines, given where it is and how many there are.
fn focus_item(root: NodeRef<html::Div>, to: impl Fn(Option<usize>, usize) -> Option<usize>) {
    let Some(root) = root.get_untracked() else { return };
    let Ok(list) = root.query_selector_all(".menu-item:not(:disabled)") else { return };
    let items: Vec<HtmlElement> =
        (0..list.length()).filter_map(|i| list.get(i)?.dyn_into().ok()).collect();
    if items.is_empty() {
        return;
    }
    let focused = document().active_element();
    let at = items.iter().position(|item| focused.as_ref() == Some(item.as_ref()));
    if let Some(item) = to(at, items.len()).and_then(|index| items.get(index)) {
        let _ = item.focus();
    }
}
