//! Adds an expectation: what kind of thing, about whom, where.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::locale::scenario::Teller;
use crate::model::id::ScenarioId;
use crate::model::journey::Target;
use crate::model::scenario::{Ending, Expectation};
use crate::model::tree::Slot;
use crate::ui::changing::changing;
use crate::ui::i18n::{lang, t};
use crate::ui::icon::{Icon, IconName};
use crate::ui::pages::tests::record::edit;
use crate::ui::store::Store;
use crate::ui::widgets::inputs::{Checkbox, Select, TextInput};

/// What is being put together.
#[derive(Debug, Clone, PartialEq)]
struct Draft {
    kind: Kind,
    contact: String,
    /// The tile, tile and branch, trigger, journey or flow, by id.
    target: String,
    ending: Ending,
    /// Attributes as `name = value`, one after the other, separated by semicolons; or a number.
    text: String,
    not: bool,
}

/// A kind of expectation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Reaches,
    Takes,
    Raises,
    Ends,
    FlowRuns,
    GoalCount,
    GoalShare,
}

impl Kind {
    const ALL: [Self; 7] = [
        Self::Reaches,
        Self::Takes,
        Self::Raises,
        Self::Ends,
        Self::FlowRuns,
        Self::GoalCount,
        Self::GoalShare,
    ];

    /// The message that names it, which is its key too.
    fn id(self) -> &'static str {
        match self {
            Self::Reaches => "expect-kind-reaches",
            Self::Takes => "expect-kind-takes",
            Self::Raises => "expect-kind-raises",
            Self::Ends => "expect-kind-ends",
            Self::FlowRuns => "expect-kind-flow-runs",
            Self::GoalCount => "expect-kind-goal-count",
            Self::GoalShare => "expect-kind-goal-share",
        }
    }

    fn is_about_a_contact(self) -> bool {
        matches!(self, Self::Reaches | Self::Takes | Self::Raises | Self::Ends)
    }

    /// What its text is; none: it has none.
    fn text(self) -> Option<&'static str> {
        match self {
            Self::Reaches | Self::Takes | Self::Ends => None,
            Self::Raises => Some("expect-values"),
            Self::FlowRuns | Self::GoalCount => Some("expect-times"),
            Self::GoalShare => Some("expect-percent"),
        }
    }
}

/// How an ending is called; the message is its key too.
fn ending_id(ending: Ending) -> &'static str {
    match ending {
        Ending::Enters => "ending-enters",
        Ending::Completes => "ending-completes",
        Ending::Exits => "ending-exits",
        Ending::MeetsGoal => "ending-meets-goal",
        Ending::Refused => "ending-refused",
    }
}

/// The form.
#[component]
pub fn AddExpectation(id: ScenarioId) -> impl IntoView {
    let store = Store::get();
    let draft = RwSignal::new(Draft {
        kind: Kind::Reaches,
        contact: String::new(),
        target: String::new(),
        ending: Ending::Completes,
        text: String::new(),
        not: false,
    });
    let kind = Memo::new(move |_| draft.with(|draft| draft.kind));
    let people = Memo::new(move |_| people(store, id));
    let targets = Memo::new(move |_| targets(store, id, kind.get()));
    // What is not chosen is the first.
    let contact = Signal::derive(move || chosen(&people.get(), &draft.with(|d| d.contact.clone())));
    let target = Signal::derive(move || chosen(&targets.get(), &draft.with(|d| d.target.clone())));
    let made = Memo::new(move |_| {
        let found = Draft { contact: contact.get(), target: target.get(), ..draft.get() };
        store.read(|w| make(w, &found))
    });
    let add = move |_| {
        if let Some(expectation) = made.get_untracked() {
            edit(store, id, |scenario| scenario.expectations.push(expectation));
            store.end_gesture();
            draft.update(|draft| draft.text.clear());
        }
    };
    let kinds = || Kind::ALL.map(|kind| (kind.id().to_owned(), t(kind.id()))).to_vec();
    let choose_kind = move |key: String| {
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.id() == key) {
            draft.update(|draft| (draft.kind, draft.text) = (kind, String::new()));
        }
    };
    view! {
        <div class="expectation-form" role="group" aria-label=move || t("add-expectation")>
            {changing(move || {
                kind.get().is_about_a_contact().then(|| view! {
                    <Select
                        label=Signal::derive(|| t("event-contact"))
                        value=contact
                        options=Signal::derive(move || people.get())
                        on_choose=move |key| draft.update(|draft| draft.contact = key)
                        test_id="expect-contact"
                    />
                }.into_any())
            })}
            <Select
                label=Signal::derive(|| t("expect-kind"))
                value=Signal::derive(move || kind.get().id().to_owned())
                options=Signal::derive(kinds)
                on_choose=choose_kind
                test_id="expect-kind"
            />
            <Select
                label=Signal::derive(|| t("expect-target"))
                value=target
                options=Signal::derive(move || targets.get())
                on_choose=move |key| draft.update(|draft| draft.target = key)
                test_id="expect-target"
            />
            {changing(move || (kind.get() == Kind::Ends).then(|| view! { <EndingPick draft/> }.into_any()))}
            {changing(move || {
                let label = kind.get().text()?;
                Some(view! {
                    <TextInput
                        label=Signal::derive(move || t(label))
                        placeholder=Signal::derive(move || t(label))
                        value=Signal::derive(move || draft.with(|draft| draft.text.clone()))
                        on_input=move |text| draft.update(|draft| draft.text = text)
                        test_id="expect-text"
                    />
                }.into_any())
            })}
            {changing(move || {
                kind.get().is_about_a_contact().then(|| view! {
                    <Checkbox
                        checked=Signal::derive(move || draft.with(|draft| draft.not))
                        on_change=move |on| draft.update(|draft| draft.not = on)
                        label=Signal::derive(|| t("expect-not"))
                    />
                }.into_any())
            })}
            <button
                type="button"
                class="button button-small"
                data-testid="add-expectation"
                disabled=move || made.with(Option::is_none)
                on:click=add
            >
                <Icon name=IconName::Plus/>
                {move || t("add-expectation")}
            </button>
        </div>
    }
}

#[component]
fn EndingPick(draft: RwSignal<Draft>) -> impl IntoView {
    view! {
        <Select
            label=Signal::derive(|| t("expect-ending"))
            value=Signal::derive(move || draft.with(|draft| ending_id(draft.ending).to_owned()))
            options=Signal::derive(|| {
                Ending::ALL.map(|ending| (ending_id(ending).to_owned(), t(ending_id(ending)))).to_vec()
            })
            on_choose=move |key: String| {
                let found = Ending::ALL.into_iter().find(|ending| ending_id(*ending) == key);
                draft.update(|draft| draft.ending = found.unwrap_or(draft.ending));
            }
            test_id="expect-ending"
        />
    }
}

type Options = Vec<(String, String)>;

fn chosen(options: &Options, key: &str) -> String {
    let found = options.iter().find(|(known, _)| known == key).or(options.first());
    found.map(|(key, _)| key.clone()).unwrap_or_default()
}

fn people(store: Store, id: ScenarioId) -> Options {
    store.read(|w| {
        let contacts = w.scenarios.get(&id).map(|scenario| scenario.contacts.as_slice());
        let contacts = contacts.unwrap_or_default().iter();
        contacts.map(|contact| (contact.id.to_string(), contact.name.clone())).collect()
    })
}

/// What an expectation of that kind can be about.
fn targets(store: Store, id: ScenarioId, kind: Kind) -> Options {
    let lang = lang();
    store.read(|workspace| {
        let Some(scenario) = workspace.scenarios.get(&id) else { return Vec::new() };
        let teller = Teller { lang, workspace, scenario };
        let mut options = Vec::new();
        for journey in workspace.journeys.values() {
            let tiles = || journey.all_tiles().into_iter();
            let name = &journey.name;
            match kind {
                Kind::Reaches => {
                    let ids = std::iter::once(journey.entry.id).chain(tiles().map(|tile| tile.id));
                    options.extend(
                        ids.map(|id| (id.to_string(), format!("{name} › {}", teller.tile(id)))),
                    );
                }
                Kind::Takes => options.extend(tiles().flat_map(|tile| {
                    tile.slots().into_iter().map(move |slot| {
                        let branch = teller.branch(tile.id, slot);
                        let words = format!("{name} › {}: {branch}", teller.tile(tile.id));
                        (format!("{} {slot}", tile.id), words)
                    })
                })),
                Kind::Ends => options.push((journey.id.to_string(), name.clone())),
                Kind::GoalCount | Kind::GoalShare if journey.goal.is_some() => {
                    options.push((journey.id.to_string(), name.clone()));
                }
                _ => {}
            }
        }
        match kind {
            Kind::Raises => {
                let triggers = workspace.triggers.values();
                options.extend(triggers.map(|known| (known.id.to_string(), known.name.clone())));
            }
            Kind::FlowRuns => {
                let flows = workspace.flows.values();
                options.extend(flows.map(|known| (known.id.to_string(), known.name.clone())));
            }
            _ => {}
        }
        options
    })
}

/// The expectation, as soon as it is whole.
fn make(workspace: &crate::model::workspace::Workspace, draft: &Draft) -> Option<Expectation> {
    let Draft { target, text, not, ending, .. } = draft;
    let (not, text) = (*not, text.trim());
    let contact = || draft.contact.parse().ok();
    Some(match draft.kind {
        Kind::Reaches => {
            Expectation::Reaches { contact: contact()?, tile: target.parse().ok()?, not }
        }
        Kind::Takes => {
            let (tile, slot) = target.split_once(' ')?;
            let branch = match slot {
                "other" => Slot::Other,
                "yes" => Slot::Yes,
                "no" => Slot::No,
                branch => Slot::Branch(branch.parse().ok()?),
            };
            Expectation::Takes { contact: contact()?, tile: tile.parse().ok()?, branch, not }
        }
        Kind::Raises => {
            let trigger = workspace.triggers.get(&target.parse().ok()?)?;
            let mut values = BTreeMap::new();
            for part in text.split(';').filter(|part| !part.trim().is_empty()) {
                let (name, value) = part.split_once('=')?;
                let attribute = trigger.attribute_named(name.trim())?;
                values.insert(attribute.id, value.trim().to_owned());
            }
            Expectation::Raises { contact: contact()?, trigger: trigger.id, values, not }
        }
        Kind::Ends => Expectation::Ends {
            contact: contact()?,
            journey: target.parse().ok()?,
            ending: *ending,
            not,
        },
        Kind::FlowRuns => {
            Expectation::FlowRuns { flow: target.parse().ok()?, times: text.parse().ok()? }
        }
        Kind::GoalCount => Expectation::GoalMet {
            journey: target.parse().ok()?,
            target: Target::Count(text.parse().ok()?),
        },
        Kind::GoalShare => Expectation::GoalMet {
            journey: target.parse().ok()?,
            target: Target::Share(text.replace(',', ".").parse().ok()?),
        },
    })
}
