//! Inputs for one value of a type. They hand on the spelling that files use:
//! numbers with a point, `true` and `false`, ISO 8601 dates.

use leptos::html;
use leptos::prelude::*;

use crate::model::time::{Moment, time_zone};
use crate::model::value::Type;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::properties::open::Open;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::inputs::{Select, TextInput};
use crate::ui::widgets::number::{with_point, written};

/// An input that follows the type.
#[component]
pub fn ValueInput(
    /// What it is the value of.
    #[prop(into)]
    label: Signal<String>,
    /// The type.
    ty: Type,
    /// What the document says.
    #[prop(into)]
    value: Signal<String>,
    /// Every state of the text while it is typed, in the spelling of files.
    #[prop(into)]
    on_input: Callback<String>,
    /// Whether something is wrong with it.
    #[prop(into)]
    invalid: Signal<bool>,
    /// For tests.
    #[prop(into)]
    test_id: String,
) -> impl IntoView {
    match ty {
        Type::Text | Type::EntityReference(_) => {
            let placeholder = match ty {
                Type::EntityReference(_) => Signal::derive(|| t("value-row-id")),
                _ => Signal::default(),
            };
            view! { <TextInput label value on_input invalid placeholder test_id/> }.into_any()
        }
        Type::Number => view! { <NumberInput label value on_input invalid test_id/> }.into_any(),
        Type::TrueFalse => view! { <TrueFalseInput label value on_input test_id/> }.into_any(),
        Type::DateTime => view! { <MomentInput label value on_input invalid test_id/> }.into_any(),
    }
}

/// A number. A comma is taken for the point, and spaces between digits are dropped;
/// what is typed stays as it is typed until the field is left.
#[component]
pub fn NumberInput(
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// What the document says.
    #[prop(into)]
    value: Signal<String>,
    /// Every state of the text, with a point.
    #[prop(into)]
    on_input: Callback<String>,
    /// Whether something is wrong with it.
    #[prop(into)]
    invalid: Signal<bool>,
    /// For tests.
    #[prop(into, optional)]
    test_id: String,
) -> impl IntoView {
    let open = Open::get();
    let typed = RwSignal::new(None::<String>);
    view! {
        <input
            type="text"
            class="input numeric"
            inputmode="decimal"
            autocomplete="off"
            data-testid=test_id
            aria-label=move || label.get()
            aria-invalid=move || invalid.get().to_string()
            prop:value=move || typed.get().unwrap_or_else(|| written(&value.get()))
            on:input=move |event| {
                let text = event_target_value(&event);
                on_input.run(with_point(&text));
                typed.set(Some(text));
            }
            on:blur=move |_| {
                typed.set(None);
                open.store.end_gesture();
            }
        />
    }
}

#[component]
fn TrueFalseInput(
    label: Signal<String>,
    value: Signal<String>,
    on_input: Callback<String>,
    test_id: String,
) -> impl IntoView {
    let options = || {
        vec![
            (String::new(), t("value-choose")),
            ("true".to_owned(), t("true")),
            ("false".to_owned(), t("false")),
        ]
    };
    view! { <Select label value options=Signal::derive(options) on_choose=on_input test_id/> }
}

/// A date, or a date and time, in the journey's time zone. A button switches between
/// the two.
#[component]
pub fn MomentInput(
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// What the document says.
    #[prop(into)]
    value: Signal<String>,
    /// The moment that was chosen, or nothing.
    #[prop(into)]
    on_input: Callback<String>,
    /// Whether something is wrong with it.
    #[prop(into)]
    invalid: Signal<bool>,
    /// Whether it can only be a whole day.
    #[prop(optional)]
    day_only: bool,
    /// Whether it begins as a date with a time.
    #[prop(optional)]
    timed_first: bool,
    /// For tests.
    #[prop(into, optional)]
    test_id: String,
) -> impl IntoView {
    let open = Open::get();
    let chosen = RwSignal::new(None::<bool>);
    let timed = Watch::new(move |_| {
        let now = value.get();
        let written = now.contains(['T', ' ']);
        !day_only && if now.is_empty() { chosen.get().unwrap_or(timed_first) } else { written }
    });
    let shown = move || {
        let zone = open.read(|_, journey| journey.time_zone.clone());
        for_browser(&value.get(), &zone, timed.get())
    };
    let switch = move || {
        let (now, to_timed) = (shown_day(&value.get_untracked()), !timed.get_untracked());
        chosen.set(Some(to_timed));
        if !now.is_empty() {
            on_input.run(if to_timed { format!("{now}T00:00") } else { now });
            open.store.end_gesture();
        }
    };
    let input: NodeRef<html::Input> = NodeRef::new();
    view! {
        <div class="moment">
            <input
                node_ref=input
                type=move || if timed.get() { "datetime-local" } else { "date" }
                class="input numeric"
                data-testid=test_id
                max=move || if timed.get() { "9999-12-31T23:59" } else { "9999-12-31" }
                aria-label=move || label.get()
                aria-invalid=move || invalid.get().to_string()
                prop:value=move || shown()
                on:input=move |event| {
                    let text = event_target_value(&event);
                    if !text.is_empty() || is_cleared(input) {
                        on_input.run(text);
                    }
                }
                on:change=move |_| open.store.end_gesture()
            />
            {(!day_only)
                .then(|| {
                    let label = move || t(if timed.get() { "value-day-only" } else { "value-with-time" });
                    view! {
                        <IconButton icon=IconName::Clock label=Signal::derive(label) on_click=move |()| switch()/>
                    }
                })}
        </div>
    }
}

/// Whether nothing is typed at all. A date of which only some parts are typed reads
/// as empty too, and must not be taken over.
fn is_cleared(input: NodeRef<html::Input>) -> bool {
    input.get_untracked().is_some_and(|input| !input.validity().bad_input())
}

/// A moment as the browser's input takes it; nothing where it does not read.
fn for_browser(text: &str, zone: &str, timed: bool) -> String {
    let Ok(moment) = text.trim().parse::<Moment>() else { return String::new() };
    let local = match moment {
        Moment::Day(day) => day.midnight(),
        Moment::Local(at) => at,
        Moment::Exact(at) => {
            at.in_zone(&time_zone(zone).unwrap_or(crate::model::zone::TimeZone::UTC))
        }
    };
    let day = local.date();
    let (hour, minute, second) = (local.hour(), local.minute(), local.second());
    match (timed, second) {
        (false, _) => day.to_string(),
        (true, 0) => format!("{day}T{hour:02}:{minute:02}"),
        (true, _) => format!("{day}T{hour:02}:{minute:02}:{second:02}"),
    }
}

/// The day of a moment as it is written.
fn shown_day(text: &str) -> String {
    text.split(['T', ' ']).next().unwrap_or_default().to_owned()
}
