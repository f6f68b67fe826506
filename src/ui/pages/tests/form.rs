//! Adds an expectation, or changes one: what kind of thing, about whom, where.

use leptos::prelude::*;

use crate::locale::scenario::Teller;
use crate::model::id::ScenarioId;
use crate::model::journey::Target;
use crate::model::scenario::{Ending, Expectation};
use crate::model::sorted::SortedMap;
use crate::model::tree::Slot;
use crate::model::workspace::Workspace;
use crate::ui::changing::changing;
use crate::ui::i18n::{lang, t};
use crate::ui::icon::IconName;
use crate::ui::pages::tests::record::edit;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
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

impl Draft {
    /// What a new expectation begins with.
    fn new() -> Self {
        Self {
            kind: Kind::Reaches,
            contact: String::new(),
            target: String::new(),
            ending: Ending::Completes,
            text: String::new(),
            not: false,
        }
    }

    /// What makes this expectation.
    fn of(workspace: &Workspace, expectation: &Expectation) -> Self {
        let contact = expectation.contact().map(|id| id.to_string()).unwrap_or_default();
        let bare = Self { contact, ..Self::new() };
        match expectation {
            Expectation::Reaches { tile, not, .. } => {
                Self { kind: Kind::Reaches, target: tile.to_string(), not: *not, ..bare }
            }
            Expectation::Takes { tile, branch, not, .. } => {
                Self { kind: Kind::Takes, target: format!("{tile} {branch}"), not: *not, ..bare }
            }
            Expectation::Raises { trigger, values, not, .. } => {
                let texts = values.iter().filter_map(|(id, value)| {
                    let attribute = workspace.attribute_of(*trigger, *id).ok()?;
                    Some(format!("{} = {value}", attribute.name))
                });
                let text = texts.collect::<Vec<_>>().join("; ");
                let target = trigger.to_string();
                Self { kind: Kind::Raises, target, text, not: *not, ..bare }
            }
            Expectation::Ends { journey, ending, not, .. } => {
                let target = journey.to_string();
                Self { kind: Kind::Ends, target, ending: *ending, not: *not, ..bare }
            }
            Expectation::FlowRuns { flow, times } => {
                let text = times.to_string();
                Self { kind: Kind::FlowRuns, target: flow.to_string(), text, ..bare }
            }
            Expectation::GoalMet { journey, target } => {
                let (kind, text) = match target {
                    Target::Count(count) => (Kind::GoalCount, count.to_string()),
                    Target::Share(share) => (Kind::GoalShare, share.to_string()),
                };
                Self { kind, target: journey.to_string(), text, ..bare }
            }
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
pub fn ExpectationForm(
    /// Of which test.
    id: ScenarioId,
    /// The one that is changed, and where it stands; none: a new one.
    changes: Option<(usize, Expectation)>,
    /// Is called when it was changed, or is to stay as it is.
    on_done: Callback<()>,
) -> impl IntoView {
    let store = Store::get();
    let place = changes.as_ref().map(|(place, _)| *place);
    let first = changes.map(|(_, expectation)| store.peek(|w| Draft::of(w, &expectation)));
    let draft = RwSignal::new(first.unwrap_or_else(Draft::new));
    let kind = Watch::new(move |_| draft.with(|draft| draft.kind));
    let people = Watch::new(move |_| people(store, id));
    let targets = Watch::new(move |_| targets(store, id, kind.get()));
    // What is not chosen is the first.
    let contact = Signal::derive(move || chosen(&people.get(), &draft.with(|d| d.contact.clone())));
    let target = Signal::derive(move || chosen(&targets.get(), &draft.with(|d| d.target.clone())));
    let made = Watch::new(move |_| {
        let found = Draft { contact: contact.get(), target: target.get(), ..draft.get() };
        store.read(|w| make(w, &found))
    });
    let add = move |()| {
        let Some(expectation) = made.get_untracked() else { return };
        edit(store, id, |scenario| match place {
            None => scenario.expectations.push(expectation),
            Some(place) => {
                if let Some(known) = scenario.expectations.get_mut(place) {
                    *known = expectation;
                }
            }
        });
        store.end_gesture();
        if place.is_none() {
            draft.update(|draft| draft.text.clear());
        }
        on_done.run(());
    };
    let label = if place.is_some() { "change-expectation" } else { "add-expectation" };
    let kinds = || Kind::ALL.map(|kind| (kind.id().to_owned(), t(kind.id()))).to_vec();
    let choose_kind = move |key: String| {
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.id() == key) {
            draft.update(|draft| (draft.kind, draft.text) = (kind, String::new()));
        }
    };
    view! {
        <div class="expectation-form" role="group" aria-label=move || t(label)>
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
            <Button
                label
                class="button button-small"
                icon=if place.is_some() { IconName::Check } else { IconName::Plus }
                test_id=label
                enabled=Signal::derive(move || made.with(Option::is_some))
                on_click=add
            />
            {place.is_some().then(|| view! {
                <Button label="cancel" class="button button-small" on_click=on_done/>
            }.into_any())}
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
fn make(workspace: &Workspace, draft: &Draft) -> Option<Expectation> {
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
            let mut values = SortedMap::new();
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
