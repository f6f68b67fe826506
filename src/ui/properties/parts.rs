//! Small parts that every pane is made of: sections, labelled controls, findings
//! in place, and choices of a few.

use leptos::prelude::*;

use crate::check::{Site, Spot};
use crate::model::value::Type;
use crate::ui::icon::{ChangingIcon, IconName};
use crate::ui::later::{Part, later};
use crate::ui::problems::inline::{InlineProblems, is_wrong};
use crate::ui::properties::open::Open;

/// A part of a pane under a heading.
#[component]
pub fn Section(
    /// The words of the heading.
    #[prop(into)]
    title: Signal<String>,
    /// What stands at the right of the heading.
    #[prop(into, optional)]
    detail: Signal<String>,
    /// For tests.
    #[prop(optional)]
    test_id: &'static str,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="pane-section" data-testid=test_id aria-label=move || title.get()>
            <div class="pane-section-head">
                <h3>{move || title.get()}</h3>
                <span class="soft small numeric">{move || detail.get()}</span>
            </div>
            {children()}
        </section>
    }
}

/// A label over a control that is more than one input: it is not a `label` element,
/// whose clicks would go to the first of them.
#[component]
pub fn Labelled(
    /// The words.
    #[prop(into)]
    label: Signal<String>,
    /// The control; it carries its own accessible name.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="field">
            <span class="field-label" aria-hidden="true">
                {move || label.get()}
            </span>
            {children()}
        </div>
    }
}

/// The findings at one setting of the journey or of a tile.
#[component]
pub fn Says(
    /// The setting.
    site: Site,
) -> impl IntoView {
    view! { <InlineProblems site/> }
}

/// Whether something is wrong at a setting.
pub fn wrong_at(open: Open, site: Site) -> Signal<bool> {
    Signal::derive(move || is_wrong(open.store, site))
}

/// The findings about a tile as a whole.
#[component]
pub fn SaysWhole(
    /// The tile, the Entry included; `None`: the journey.
    tile: Option<crate::model::id::TileId>,
) -> impl IntoView {
    let site = Open::get().site(tile, Spot::Whole);
    view! { <Says site/> }
}

/// One of two or three, side by side.
#[component]
pub fn Segments<K>(
    /// What it is a choice of.
    #[prop(into)]
    label: Signal<String>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<Option<K>>,
    /// Keys with their words and the ends of their test ids.
    options: Vec<(K, Signal<String>, &'static str)>,
    /// What was chosen.
    #[prop(into)]
    on_choose: Callback<K>,
    /// The beginning of the test ids.
    #[prop(into, optional)]
    test_id: String,
) -> impl IntoView
where
    K: Copy + PartialEq + Send + Sync + 'static,
{
    view! {
        <div class="segments" role="group" aria-label=move || label.get()>
            {options
                .into_iter()
                .map(|(key, words, end)| {
                    view! {
                        <button
                            type="button"
                            class="segment"
                            data-testid=format!("{test_id}-{end}")
                            aria-pressed=move || (value.get() == Some(key)).to_string()
                            on:click=move |_| on_choose.run(key)
                        >
                            {move || words.get()}
                        </button>
                    }
                        .into_any()
                })
                .collect_view()}
        </div>
    }
}

/// A line that opens a part that comes later below it.
#[component]
pub fn Unfold(
    /// The words of the line.
    words: Signal<String>,
    /// What is opened.
    part: Part,
    /// For tests.
    test_id: &'static str,
    /// When it opens by itself.
    #[prop(optional)]
    open: Option<Signal<bool>>,
) -> impl IntoView {
    let is_open = RwSignal::new(open.is_some_and(|open| open.get_untracked()));
    Effect::new(move |_| {
        if open.is_some_and(|open| open.get()) {
            is_open.set(true);
        }
    });
    let icon =
        Signal::derive(
            move || {
                if is_open.get() { IconName::ChevronDown } else { IconName::ChevronRight }
            },
        );
    view! {
        <div class="used-in">
            <button
                type="button"
                class="link small used-in-button"
                data-testid=test_id
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                <ChangingIcon name=icon/>
                {move || words.get()}
            </button>
            {move || is_open.get().then(|| view! { <div class="pane-card">{later(part)}</div> }.into_any())}
        </div>
    }
}

/// The icon of a type.
pub fn type_icon(ty: &Type) -> IconName {
    match ty {
        Type::Text => IconName::CaseSensitive,
        Type::Number => IconName::Hash,
        Type::TrueFalse => IconName::ToggleLeft,
        Type::DateTime => IconName::Calendar,
        Type::EntityReference(_) => IconName::Link2,
    }
}
