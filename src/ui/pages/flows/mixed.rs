//! A text with fields in it: what is typed stands between chips, each a field that is
//! filled in when the flow runs.
//!
//! Where a text stands is told by the fields before it, so typing keeps the inputs and
//! the place of the caret; only a field that comes or goes makes them anew.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

use crate::check::Wanted;
use crate::model::flow::{FlowSource, FlowValue, Part};
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::pages::flows::at::At;
use crate::ui::watch::Watch;
use crate::ui::widgets::picker::Picker;

/// A value as texts with fields between them: always one text more than fields.
#[derive(Debug, Clone, PartialEq, Default)]
struct Mix {
    texts: Vec<String>,
    fields: Vec<FlowSource>,
}

impl Mix {
    fn of(value: &FlowValue) -> Self {
        let mut mix = Self { texts: vec![String::new()], fields: Vec::new() };
        for part in value.parts() {
            match part {
                Part::Text(text) => {
                    if let Some(last) = mix.texts.last_mut() {
                        last.push_str(text);
                    }
                }
                Part::Picked(source) => {
                    mix.fields.push(*source);
                    mix.texts.push(String::new());
                }
            }
        }
        mix
    }

    fn value(self) -> FlowValue {
        let mut fields = self.fields.into_iter();
        let parts = self.texts.into_iter().flat_map(|text| {
            [Some(Part::Text(text)), fields.next().map(Part::Picked)].into_iter().flatten()
        });
        FlowValue::new(parts)
    }

    /// Puts a field into the text of that index, after so many UTF-16 units.
    fn insert(&mut self, index: usize, after: usize, source: FlowSource) {
        let Some(text) = self.texts.get_mut(index) else { return };
        let mut units = 0;
        let place = text.char_indices().find(|(_, letter)| {
            units += letter.len_utf16();
            units > after
        });
        let rest = text.split_off(place.map_or(text.len(), |(place, _)| place));
        self.texts.insert(index + 1, rest);
        self.fields.insert(index, source);
    }

    /// Takes the field of that index out; the texts around it become one.
    fn remove(&mut self, index: usize) {
        if index < self.fields.len() {
            self.fields.remove(index);
            let rest = self.texts.remove(index + 1);
            self.texts[index].push_str(&rest);
        }
    }
}

/// What the inputs of one value share. Copied freely; it is a handle.
#[derive(Clone, Copy)]
struct Mixed {
    at: At,
    place: usize,
    /// The text with the caret, and after how many UTF-16 units it stands.
    caret: RwSignal<(usize, usize)>,
    /// The text that is to get the focus as soon as it is there.
    focus: RwSignal<Option<usize>>,
}

impl Mixed {
    fn mix(self) -> Mix {
        Mix::of(&self.at.value(self.place))
    }

    fn change(self, change: impl FnOnce(&mut Mix)) {
        let mut mix = untrack(|| self.mix());
        change(&mut mix);
        self.at.set_value(self.place, mix.value());
    }

    fn insert(self, source: FlowSource) {
        let (index, after) = self.caret.get_untracked();
        self.focus.set(Some(index + 1));
        self.caret.set((index + 1, 0));
        self.change(|mix| mix.insert(index, after, source));
        self.at.store.end_gesture();
    }

    fn remove(self, index: usize) {
        self.focus.set(Some(index));
        self.change(|mix| mix.remove(index));
        self.at.store.end_gesture();
    }
}

/// The input.
#[component]
pub fn MixedInput(
    /// The step.
    at: At,
    /// Which value of it.
    place: usize,
    /// What it is called.
    label: Signal<String>,
    /// Which fields fit.
    wanted: Wanted,
    /// Whether there is room for several lines.
    lines: bool,
) -> impl IntoView {
    let end = (untrack(|| Mix::of(&at.value(place)).fields.len()), usize::MAX);
    let mixed = Mixed { at, place, caret: RwSignal::new(end), focus: RwSignal::new(None) };
    let fields = Watch::new(move |_| mixed.mix().fields);
    let wanted = StoredValue::new(wanted);
    let choose = move |key: String| {
        if let Some(source) = at.picked(&key) {
            mixed.insert(source);
        }
    };
    let parts = changing(move || {
        let fields = fields.get();
        let last = fields.len();
        let mut parts = Vec::new();
        for (index, source) in fields.into_iter().enumerate() {
            parts.push(view! { <Text mixed index label lines alone=false/> }.into_any());
            parts.push(view! { <Chip mixed index source/> }.into_any());
        }
        parts.push(view! { <Text mixed index=last label lines alone={last == 0}/> }.into_any());
        parts
    });
    let invalid = at.wrong(at.site(place));
    view! {
        <div class="mixed" data-lines=lines.to_string() aria-invalid=move || invalid.get().to_string()>
            <div class="mixed-parts">{parts}</div>
            <div class="mixed-insert">
                <Picker
                    label=Signal::derive(move || t_with("flow-insert-into", [("name", label.get().into())]))
                    placeholder=Signal::derive(|| t("flow-insert"))
                    value=Signal::stored(String::new())
                    icon=Signal::stored(Some(IconName::Braces))
                    choices=Signal::derive(move || wanted.with_value(|wanted| at.choices(wanted)))
                    foot=Signal::derive(move || wanted.with_value(|wanted| at.hidden(wanted)))
                    on_choose=choose
                    test_id="flow-insert"
                />
            </div>
        </div>
    }
}

/// A field in the text.
#[component]
fn Chip(mixed: Mixed, index: usize, source: FlowSource) -> impl IntoView {
    let name = move || mixed.at.label(source);
    view! {
        <span class="mixed-chip" data-testid="flow-chip">
            {move || mixed.at.icon(source).map(|name| view! { <Icon name/> }.into_any())}
            <span class="truncate" title=move || name()>{move || name()}</span>
            <button
                type="button"
                aria-label=move || t_with("flow-take-out", [("name", name().into())])
                on:click=move |_| mixed.remove(index)
            >
                <Icon name=IconName::X/>
            </button>
        </span>
    }
}

/// A text before, between or after fields.
#[component]
fn Text(
    mixed: Mixed,
    index: usize,
    label: Signal<String>,
    lines: bool,
    alone: bool,
) -> impl IntoView {
    let text = move || mixed.mix().texts.get(index).cloned().unwrap_or_default();
    let typed = move |text: String| {
        mixed.change(|mix| {
            if let Some(known) = mix.texts.get_mut(index) {
                *known = text;
            }
        });
    };
    let left = move |element: &web_sys::Element| {
        mixed.caret.set((index, caret_of(element)));
        mixed.at.store.end_gesture();
    };
    let on_key = move |event: KeyboardEvent| {
        let element = event.target().and_then(|one| one.dyn_into::<web_sys::Element>().ok());
        let at_start = element.is_some_and(|element| is_at_start(&element));
        if event.key() == "Backspace" && at_start && index > 0 {
            event.prevent_default();
            mixed.remove(index - 1);
        }
    };
    let is_empty = move || text().is_empty().to_string();
    let size = move || if alone { 1 } else { text().chars().count().clamp(1, 60) };
    if lines {
        let node: NodeRef<html::Textarea> = NodeRef::new();
        focus_when_asked(mixed, index, move || node.get().is_some_and(|one| one.focus().is_ok()));
        return view! {
            <textarea
                node_ref=node
                class="mixed-text"
                data-alone=alone.to_string()
                data-empty=is_empty
                data-testid="flow-text"
                rows=if alone { "2" } else { "1" }
                aria-label=move || label.get()
                prop:value=text
                on:input=move |event| typed(event_target_value(&event))
                on:keydown=on_key
                on:blur=move |_| node.get_untracked().iter().for_each(|one| left(one))
            ></textarea>
        }
        .into_any();
    }
    let node: NodeRef<html::Input> = NodeRef::new();
    focus_when_asked(mixed, index, move || node.get().is_some_and(|one| one.focus().is_ok()));
    view! {
        <input
            type="text"
            node_ref=node
            class="mixed-text"
            data-alone=alone.to_string()
            data-empty=is_empty
            data-testid="flow-text"
            autocomplete="off"
            size=size
            aria-label=move || label.get()
            prop:value=text
            on:input=move |event| typed(event_target_value(&event))
            on:keydown=on_key
            on:blur=move |_| node.get_untracked().iter().for_each(|one| left(one))
        />
    }
    .into_any()
}

/// Gives the text the focus once, when it is asked for and there.
fn focus_when_asked(mixed: Mixed, index: usize, focus: impl Fn() -> bool + 'static) {
    Effect::new(move |_| {
        if mixed.focus.get() == Some(index) && focus() {
            mixed.focus.set(None);
        }
    });
}

fn caret_of(element: &web_sys::Element) -> usize {
    let start = match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.selection_start(),
        None => element.unchecked_ref::<HtmlTextAreaElement>().selection_start(),
    };
    start.ok().flatten().map_or(usize::MAX, |start| start as usize)
}

/// Whether the caret stands before everything, and nothing is selected.
fn is_at_start(element: &web_sys::Element) -> bool {
    let end = match element.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.selection_end(),
        None => element.unchecked_ref::<HtmlTextAreaElement>().selection_end(),
    };
    caret_of(element) == 0 && end.ok().flatten() == Some(0)
}
