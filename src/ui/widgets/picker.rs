//! A picker: a button that shows what is chosen, and under it a searchable list.
//!
//! It opens under the keyboard: type to search, arrows to move, Enter to choose,
//! Escape to leave. It follows the combobox pattern of the ARIA practices.

use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::search;
use crate::ui::watch::Watch;
use crate::ui::widgets::flyout::Spot;

/// One thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Choice {
    /// What is handed back when it is chosen; unique in the list.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// What stands at its right, such as a type or a state.
    pub detail: String,
    /// The heading under which it stands; choices of one group are neighbours.
    pub group: String,
    /// Its icon.
    pub icon: Option<IconName>,
}

/// A button with a searchable list.
#[component]
pub fn Picker(
    /// The name of the control, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// What is chosen; empty: nothing, and the placeholder is shown.
    #[prop(into)]
    value: Signal<String>,
    /// What is shown while nothing is chosen.
    #[prop(into)]
    placeholder: Signal<String>,
    /// The icon of what is chosen.
    #[prop(into, optional)]
    icon: Signal<Option<IconName>>,
    /// What can be chosen; read when the list opens and while it is open.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// What was chosen, by key.
    #[prop(into)]
    on_choose: Callback<String>,
    /// With it, a last line offers to create what was typed.
    #[prop(into, optional)]
    on_create: Option<Callback<String>>,
    /// The words of that line, given what was typed.
    #[prop(into, optional)]
    create_label: Option<Callback<String, String>>,
    /// What is said below the list, such as how many are hidden and why.
    #[prop(into, optional)]
    foot: Signal<String>,
    /// Whether what is chosen is wrong.
    #[prop(into, optional)]
    invalid: Signal<bool>,
    /// For tests and styles.
    #[prop(into, optional)]
    test_id: String,
) -> impl IntoView {
    let button: NodeRef<html::Button> = NodeRef::new();
    let spot = RwSignal::new(None::<Spot>);
    let open = move || {
        if let Some(button) = button.get_untracked() {
            spot.set(Some(Spot::beside(&button, WIDTH)));
        }
    };
    let close = Callback::new(move |refocus: bool| {
        spot.set(None);
        if let (true, Some(button)) = (refocus, button.get_untracked()) {
            // The focus goes back to where it came from; a refusal is harmless.
            let _ = button.focus();
        }
    });
    let choose = Callback::new(move |key: String| {
        close.run(true);
        on_choose.run(key);
    });
    let create = on_create.map(|create| {
        Callback::new(move |text: String| {
            close.run(true);
            create.run(text);
        })
    });
    let shown = move || if value.get().is_empty() { placeholder.get() } else { value.get() };
    view! {
        <div class="picker">
            <button
                type="button"
                class="picker-button"
                node_ref=button
                data-testid=test_id
                data-empty=move || value.get().is_empty().to_string()
                aria-label=move || format!("{} {}", label.get(), shown())
                aria-haspopup="listbox"
                aria-expanded=move || spot.get().is_some().to_string()
                aria-invalid=move || invalid.get().to_string()
                on:click=move |_| if spot.get_untracked().is_some() { close.run(true) } else { open() }
                on:keydown=move |event: KeyboardEvent| {
                    if event.key() == "ArrowDown" {
                        event.prevent_default();
                        open();
                    }
                }
            >
                {move || icon.get().map(|icon| view! { <Icon name=icon/> }.into_any())}
                <span class="truncate">
                    {shown}
                </span>
                <Icon name=IconName::ChevronDown/>
            </button>
            {move || {
                spot.get()
                    .map(|spot| {
                        view! {
                            <ChoiceList
                                spot
                                label
                                choices
                                choose
                                create
                                create_label
                                foot
                                close
                            />
                        }
                            .into_any()
                    })
            }}
        </div>
    }
}

/// The width of the list in px, as in `widgets.css`.
pub const WIDTH: f64 = 340.0;

/// So many choices are in the page at once; letters find the others.
const MOST: usize = 300;

/// The searchable list of a picker, where something else than a picker's button
/// opens it. It is to be unmounted when it is closed.
#[component]
pub fn ChoiceList(
    /// Where it stands.
    spot: Spot,
    /// What is chosen here, for screen readers.
    label: Signal<String>,
    /// What can be chosen.
    choices: Signal<Vec<Choice>>,
    /// What was chosen, by key.
    choose: Callback<String>,
    /// With it, a last line offers to create what was typed.
    #[prop(optional_no_strip)]
    create: Option<Callback<String>>,
    /// The words of that line, given what was typed.
    #[prop(optional_no_strip)]
    create_label: Option<Callback<String, String>>,
    /// What is said below the list.
    #[prop(into, optional)]
    foot: Signal<String>,
    /// With it, it says what is found for what was typed; the choices do not count then.
    #[prop(optional)]
    find: Option<Callback<String, Vec<Choice>>>,
    /// The position that is chosen by Enter when the list opens.
    #[prop(optional)]
    start: usize,
    /// Closes it; whether the focus is to go back to what opened it.
    close: Callback<bool>,
) -> impl IntoView {
    let query = RwSignal::new(String::new());
    let active = RwSignal::new(start);
    let search_box: NodeRef<html::Input> = NodeRef::new();
    let root: NodeRef<html::Div> = NodeRef::new();
    let found = Watch::new(move |_| {
        let query = query.get();
        if let Some(find) = find {
            return find.run(query);
        }
        let matches = |choice: &Choice| {
            search::matches(&format!("{} {}", choice.group, choice.label), &query)
        };
        choices.get().into_iter().filter(matches).collect::<Vec<_>>()
    });
    let creates = move || create.is_some() && !query.get().trim().is_empty();
    let shown = move || found.with(Vec::len).min(MOST);
    let rows = move || shown() + usize::from(creates());
    Effect::new(move |_| {
        if let Some(input) = search_box.get() {
            let _ = input.focus();
            scroll_to_active(root);
        }
    });
    let take = move || {
        let index = active.get_untracked();
        let chosen =
            found.with_untracked(|found| found.get(index).map(|choice| choice.key.clone()));
        match (chosen, create) {
            (Some(key), _) => choose.run(key),
            (None, Some(create)) if untrack(creates) => create.run(query.get_untracked()),
            _ => {}
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let last = untrack(rows).saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => active.update(|at| *at = if *at >= last { 0 } else { *at + 1 }),
            "ArrowUp" => active.update(|at| *at = if *at == 0 { last } else { *at - 1 }),
            "Home" if event.ctrl_key() => active.set(0),
            "End" if event.ctrl_key() => active.set(last),
            "Enter" => take(),
            "Escape" | "Tab" => close.run(true),
            _ => return,
        }
        event.stop_propagation();
        event.prevent_default();
        scroll_to_active(root);
    };
    view! {
        <div
            class="flyout"
            node_ref=root
            style:left=spot.css_left()
            style:top=spot.css_top()
            style:bottom=spot.css_bottom()
            on:keydown=on_key
            on:focusout=move |event| {
                if focus_left(root, &event) {
                    close.run(false);
                }
            }
        >
            <label class="flyout-search">
                <Icon name=IconName::Search/>
                <input
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    node_ref=search_box
                    aria-label=move || label.get()
                    aria-expanded="true"
                    aria-controls="flyout-list"
                    aria-activedescendant=move || format!("flyout-{}", active.get())
                    placeholder=move || t("search")
                    prop:value=query
                    on:input=move |event| {
                        query.set(event_target_value(&event));
                        active.set(0);
                    }
                />
            </label>
            <div class="flyout-list" role="listbox" id="flyout-list" aria-label=move || label.get()>
                {move || {
                    let mut group = String::new();
                    found
                        .get()
                        .into_iter()
                        .take(MOST)
                        .enumerate()
                        .map(|(index, choice)| {
                            let heading = (choice.group != group).then(|| choice.group.clone());
                            group.clone_from(&choice.group);
                            view! { <Row index choice heading active query choose/> }.into_any()
                        })
                        .collect_view()
                }}
                {move || {
                    creates()
                        .then(|| {
                            view! { <CreateRow index=shown() active query create create_label/> }.into_any()
                        })
                }}
                {move || {
                    (rows() == 0).then(|| view! { <p class="flyout-none">{move || t(if query.with(String::is_empty) { "nothing-to-choose" } else { "nothing-found" })}</p> }.into_any())
                }}
            </div>
            {move || {
                let count = found.with(Vec::len);
                let foot = if count > MOST { more(MOST, count) } else { foot.get() };
                (!foot.is_empty()).then(|| view! { <p class="flyout-foot">{foot}</p> }.into_any())
            }}
        </div>
    }
}

#[component]
fn Row(
    index: usize,
    choice: Choice,
    heading: Option<String>,
    active: RwSignal<usize>,
    query: RwSignal<String>,
    choose: Callback<String>,
) -> impl IntoView {
    let key = choice.key.clone();
    let pieces = search::marked(&choice.label, &query.get_untracked());
    view! {
        {heading.map(|heading| view! { <div class="flyout-group" role="presentation">{heading}</div> }.into_any())}
        <div
            class="option"
            role="option"
            id=format!("flyout-{index}")
            aria-selected=move || (active.get() == index).to_string()
            on:mousemove=move |_| active.set(index)
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| choose.run(key.clone())
        >
            {choice.icon.map(|icon| view! { <Icon name=icon/> }.into_any())}
            <span class="option-text">
                {pieces
                    .into_iter()
                    .map(|(piece, hit)| {
                        if hit { view! { <mark>{piece}</mark> }.into_any() } else { piece.into_any() }
                    })
                    .collect_view()}
            </span>
            <span class="option-detail">{choice.detail}</span>
        </div>
    }
}

#[component]
fn CreateRow(
    index: usize,
    active: RwSignal<usize>,
    query: RwSignal<String>,
    create: Option<Callback<String>>,
    create_label: Option<Callback<String, String>>,
) -> impl IntoView {
    let words = move || create_label.map(|label| label.run(query.get()));
    view! {
        <div
            class="option"
            role="option"
            id=format!("flyout-{index}")
            aria-selected=move || (active.get() == index).to_string()
            on:mousemove=move |_| active.set(index)
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| {
                if let Some(create) = create {
                    create.run(query.get_untracked());
                }
            }
        >
            <Icon name=IconName::Plus/>
            <span class="option-text">{move || words()}</span>
        </div>
    }
}

/// That more is found than is shown, and how to come to the rest.
pub fn more(shown: usize, count: usize) -> String {
    let number = |count: usize| numbers::count(count as u64).into();
    t_with("list-more", [("shown", number(shown)), ("count", number(count))])
}

/// Whether the focus went out of the list altogether.
fn focus_left(root: NodeRef<html::Div>, event: &web_sys::FocusEvent) -> bool {
    use wasm_bindgen::JsCast;
    let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    // A list that is being closed loses the focus when it is already gone.
    root.try_get_untracked().flatten().is_some_and(|root| !root.contains(to.as_ref()))
}

fn scroll_to_active(root: NodeRef<html::Div>) {
    request_animation_frame(move || {
        let active = root
            .try_get_untracked()
            .flatten()
            .and_then(|root| root.query_selector("[aria-selected=true]").ok().flatten());
        if let Some(active) = active {
            active.scroll_into_view_with_scroll_into_view_options(&nearest());
        }
    });
}

fn nearest() -> web_sys::ScrollIntoViewOptions {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options
}
