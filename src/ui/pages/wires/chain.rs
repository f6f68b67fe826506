//! The chain that a trigger sets off, drawn as a tree from left to right.

use leptos::prelude::*;

use crate::check::chain::{Again, Step, What, chain};
use crate::check::reaction::{Raise, Verdict};
use crate::editor::{Page, Selection};
use crate::layout::chain::{Tree, TreeSizes, tree};
use crate::layout::line_d;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::pages::wires::reactions::verdict_words;
use crate::ui::pages::wires::used_in::{journey_name, named, role_words, selection};
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::modal::Modal;

const SIZES: TreeSizes = TreeSizes { step: (208.0, 48.0), gap: (36.0, 12.0) };
/// How far the picture stands from the edge.
const MARGIN: f64 = 4.0;

/// The dialog with the picture.
#[component]
pub fn ChainDialog(
    /// What is raised.
    raise: Raise,
    /// Closes it.
    close: Callback<()>,
) -> impl IntoView {
    let store = Store::get();
    let index = untrack(|| store.index());
    let steps = store.peek(|workspace| chain(workspace, &index, raise));
    let has_loop = steps.iter().any(is_loop);
    view! {
        <Modal label=Signal::derive(|| t("chain-title")) class="dialog-chain" close>
                <header class="chain-head">
                    <h2>{move || t("chain-title")}</h2>
                    <IconButton
                        icon=IconName::X
                        label="close"
                        class="button button-quiet button-icon"
                        on_click=close
                    />
                </header>
                <p class="soft small">{move || t("chain-about")}</p>
                {has_loop.then(|| view! { <p class="chain-warning small">{move || t("chain-loop-about")}</p> }.into_any())}
                <Picture steps close/>
        </Modal>
    }
}

#[component]
fn Picture(steps: Vec<Step>, close: Callback<()>) -> impl IntoView {
    let places: Vec<(Option<usize>, usize)> =
        steps.iter().map(|step| (step.parent, step.depth)).collect();
    let Tree { boxes, lines, size } = tree(&places, SIZES);
    let lines: Vec<AnyView> = lines
        .into_iter()
        .map(|(at, path)| {
            let (is_loop, off) = steps.get(at).map_or((false, false), |step| (is_loop(step), is_off(step)));
            let d = line_d(&path, 6.0);
            view! { <path class="chain-line" d=d data-loop=is_loop.to_string() data-off=off.to_string()/> }
                .into_any()
        })
        .collect();
    let boxes: Vec<AnyView> = steps
        .into_iter()
        .zip(boxes)
        .map(|(step, at)| {
            view! { <StepBox step left=at.x + MARGIN top=at.y + MARGIN close/> }.into_any()
        })
        .collect();
    let (width, height) = (size.0 + 2.0 * MARGIN, size.1 + 2.0 * MARGIN);
    view! {
        <div class="chain-scroll" data-testid="chain" tabindex="0" role="group" aria-label=move || t("chain-title")>
            <div class="chain" style:width=px(width) style:height=px(height)>
                <svg
                    aria-hidden="true"
                    width=width
                    height=height
                    viewBox=format!("{} {} {width} {height}", -MARGIN, -MARGIN)
                >
                    {lines}
                </svg>
                {boxes}
            </div>
        </div>
    }
}

fn px(length: f64) -> String {
    format!("{length}px")
}

/// One step: a way to where it stands.
#[component]
fn StepBox(step: Step, left: f64, top: f64, close: Callback<()>) -> impl IntoView {
    let store = Store::get();
    let kind = match &step.what {
        What::Raised { .. } => "trigger",
        What::Reaction(one) if one.used.flow.is_some() => "flow",
        What::Reaction(_) => "journey",
    };
    let icon = match kind {
        "trigger" => IconName::Zap,
        "flow" => IconName::Workflow,
        _ => IconName::Route,
    };
    let (is_loop, off) = (is_loop(&step), is_off(&step));
    let what = StoredValue::new(step.what);
    let words = Watch::new(move |_| what.with_value(|what| step_words(store, what)));
    let open = move |_| {
        close.run(());
        what.with_value(|what| show(store, what));
    };
    let hint = move || words.with(|(title, detail)| format!("{title}\n{detail}"));
    view! {
        <button
            type="button"
            class="chain-step"
            data-kind=kind
            data-loop=is_loop.to_string()
            data-off=off.to_string()
            title=move || hint()
            style:left=px(left)
            style:top=px(top)
            on:click=open
        >
            <Icon name=icon/>
            <span class="truncate">{move || words.get().0}</span>
            <span class="soft truncate">{move || words.get().1}</span>
        </button>
    }
}

fn is_loop(step: &Step) -> bool {
    matches!(step.what, What::Raised { again: Some(Again::Loop), .. })
}

fn is_off(step: &Step) -> bool {
    matches!(&step.what, What::Reaction(one) if matches!(one.verdict, Verdict::DoesNot(_)))
}

fn step_words(store: Store, what: &What) -> (String, String) {
    match what {
        What::Raised { trigger, by, again } => {
            let name = store.read(|w| w.triggers.get(trigger).map(|one| one.name.clone()));
            let detail = match (again, by) {
                (Some(Again::Loop), _) => t("chain-loop"),
                (Some(Again::Elsewhere), _) => t("chain-elsewhere"),
                (None, None) => t("chain-outside"),
                (None, Some((journey, _))) => journey_name(store, Some(*journey)),
            };
            (named(name), detail)
        }
        What::Reaction(one) => {
            let flow = one.used.flow;
            let name = match flow {
                Some(id) => named(store.read(|w| w.flows.get(&id).map(|flow| flow.name.clone()))),
                None => journey_name(store, one.used.journey),
            };
            let why = verdict_words(store, &one.verdict);
            let detail = match one.verdict {
                Verdict::DoesNot(_) => why,
                Verdict::Reacts | Verdict::Depends(_) => role_words(store, one.used),
            };
            (name, detail)
        }
    }
}

/// Opens what a step is about.
fn show(store: Store, what: &What) {
    match what {
        What::Raised { by: Some((journey, tile)), .. } => {
            store.open_tile(*journey, Selection::tile(*tile));
        }
        What::Raised { trigger, by: None, .. } => store.open(Page::Triggers(Some(*trigger))),
        What::Reaction(one) => match (one.used.journey, one.used.flow) {
            (Some(journey), _) => store.open_tile(journey, selection(one.used)),
            (None, flow) => store.open(Page::Flows(flow)),
        },
    }
}
