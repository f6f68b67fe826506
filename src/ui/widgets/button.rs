//! Buttons: with words, with an icon before them, or with an icon alone. What they are
//! handed has plain types, so that each is compiled once however many there are.

use std::borrow::Cow;

use leptos::prelude::*;

use crate::ui::i18n::t;
use crate::ui::icon::{ChangingIcon, Icon, IconName};

/// What a button says.
#[derive(Debug, Clone, Copy)]
pub enum Label {
    /// A message.
    Message(&'static str),
    /// Words that are made of more than one message.
    Words(Signal<String>),
}

impl Label {
    /// The words; tracked.
    fn words(self) -> String {
        match self {
            Self::Message(id) => t(id),
            Self::Words(words) => words.get(),
        }
    }
}

impl From<&'static str> for Label {
    fn from(id: &'static str) -> Self {
        Self::Message(id)
    }
}

impl From<String> for Label {
    fn from(words: String) -> Self {
        Self::Words(Signal::stored(words))
    }
}

impl From<Signal<String>> for Label {
    fn from(words: Signal<String>) -> Self {
        Self::Words(words)
    }
}

/// A button that says what it does.
#[component]
pub fn Button(
    /// The words.
    #[prop(into)]
    label: Label,
    /// How it looks.
    #[prop(default = "button")]
    class: &'static str,
    /// An icon before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// More words, in a tooltip.
    #[prop(into, optional)]
    tooltip: Option<Label>,
    /// Whether it can be pressed now.
    #[prop(into, optional)]
    enabled: Option<Signal<bool>>,
    /// For tests.
    #[prop(into, optional)]
    test_id: Cow<'static, str>,
    /// What it does.
    #[prop(into)]
    on_click: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=class
            data-testid=named(test_id)
            title=move || tooltip.map(Label::words)
            disabled=move || is_off(enabled)
            on:click=move |_| on_click.run(())
        >
            {icon.map(|icon| view! { <Icon name=icon/> }.into_any())}
            {move || label.words()}
        </button>
    }
    .into_any()
}

/// A button that shows an icon and says its words to screen readers and in a tooltip.
#[component]
pub fn IconButton(
    /// The icon.
    #[prop(into)]
    icon: Signal<IconName>,
    /// The words.
    #[prop(into)]
    label: Label,
    /// Shorter words for the tooltip.
    #[prop(into, optional)]
    tooltip: Option<Label>,
    /// How it looks.
    #[prop(default = "button button-quiet button-small button-icon")]
    class: &'static str,
    /// Whether it can be pressed now.
    #[prop(into, optional)]
    enabled: Option<Signal<bool>>,
    /// Whether what it unfolds is unfolded.
    #[prop(into, optional)]
    expanded: Option<Signal<bool>>,
    /// Whether what it switches is on.
    #[prop(into, optional)]
    pressed: Option<Signal<bool>>,
    /// For tests.
    #[prop(into, optional)]
    test_id: Cow<'static, str>,
    /// What it does.
    #[prop(into)]
    on_click: Callback<()>,
) -> impl IntoView {
    let tooltip = tooltip.unwrap_or(label);
    let state =
        |signal: Option<Signal<bool>>| move || signal.map(|signal| signal.get().to_string());
    view! {
        <button
            type="button"
            class=class
            data-testid=named(test_id)
            aria-label=move || label.words()
            aria-expanded=state(expanded)
            aria-pressed=state(pressed)
            title=move || tooltip.words()
            disabled=move || is_off(enabled)
            on:click=move |_| on_click.run(())
        >
            <ChangingIcon name=icon/>
        </button>
    }
    .into_any()
}

/// A button that adds something to what stands above it.
#[component]
pub fn AddButton(
    /// The words.
    #[prop(into)]
    label: Label,
    /// Whether it can be pressed now.
    #[prop(into, optional)]
    enabled: Option<Signal<bool>>,
    /// For tests.
    #[prop(into, optional)]
    test_id: Cow<'static, str>,
    /// What it does.
    #[prop(into)]
    on_click: Callback<()>,
) -> impl IntoView {
    let enabled = enabled.unwrap_or(Signal::stored(true));
    view! { <Button label class="button button-small pane-add" icon=IconName::Plus enabled test_id on_click/> }
}

fn named(test_id: Cow<'static, str>) -> Option<String> {
    Some(test_id.into_owned()).filter(|id| !id.is_empty())
}

fn is_off(enabled: Option<Signal<bool>>) -> bool {
    enabled.is_some_and(|enabled| !enabled.get())
}
