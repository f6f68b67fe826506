//! The picker of a source: only what the checker accepts at that place, and how
//! much it leaves out and why (rules M1 and M2).

use std::cell::RefCell;

use leptos::prelude::*;

use crate::check::{
    At, Candidate, Group, HiddenReason, Label, Wanted, describe, describe_field, offer,
    offer_fields,
};
use crate::model::condition::{JourneyProperty, Source};
use crate::model::id::TriggerId;
use crate::model::journey::Journey;
use crate::model::table::Reference;
use crate::model::value::Type;
use crate::model::workspace::Workspace;
use crate::ui::i18n::{t, t_with};
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::type_icon;
use crate::ui::widgets::picker::{Choice, Picker};
use crate::ui::{numbers, words};

/// A button that shows a source as "Contact › Phone number", and the list of what fits.
#[component]
pub fn SourcePicker(
    /// The name of the control.
    #[prop(into)]
    label: Signal<String>,
    /// From where it is looked up.
    at: At,
    /// Which types fit.
    #[prop(into)]
    wanted: Signal<Wanted>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<Option<Source>>,
    /// What was chosen, with its type.
    #[prop(into)]
    on_choose: Callback<(Source, Type)>,
    /// Whether something is wrong with it.
    #[prop(into)]
    invalid: Signal<bool>,
    /// For tests.
    #[prop(into)]
    test_id: String,
) -> impl IntoView {
    let open = Open::get();
    let offered = move || {
        let wanted = wanted.get();
        open.store.read(|workspace| match journey_of(open, workspace) {
            Some(journey) => offer(workspace, journey, at, &wanted),
            None => offer_fields(workspace, &wanted),
        })
    };
    let choices = move || {
        let offered = offered();
        open.store.read(|workspace| {
            let journey = journey_of(open, workspace);
            let recent = RECENT.with_borrow(|recent| {
                let find = |source| offered.items.iter().find(|item| item.source == source);
                recent.iter().filter_map(|source| find(*source)).collect::<Vec<_>>()
            });
            let recent = recent.into_iter().map(|found| Choice {
                group: t("source-recent"),
                ..choice(workspace, journey, found)
            });
            let all = offered.items.iter().map(|found| choice(workspace, journey, found));
            recent.chain(all).collect()
        })
    };
    let foot = move || {
        let hidden = offered().hidden;
        hidden
            .into_iter()
            .map(|(why, count)| hidden_words(why, count))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let shown =
        move || value.get().map(|source| source_words(open, at, source)).unwrap_or_default();
    let icon = move || type_at(open, at, value.get()?).map(|ty| type_icon(&ty));
    let choose = move |chosen: String| {
        let offered = untrack(offered).items;
        if let Some(found) = offered.into_iter().find(|found| key(found.source) == chosen) {
            remember(found.source);
            on_choose.run((found.source, found.ty));
        }
    };
    view! {
        <Picker
            label
            value=Signal::derive(shown)
            placeholder=Signal::derive(|| t("source-choose"))
            icon=Signal::derive(icon)
            choices=Signal::derive(choices)
            foot=Signal::derive(foot)
            on_choose=choose
            invalid
            test_id
        />
    }
}

/// A source as `group › name`; tracked.
pub fn source_words(open: Open, at: At, source: Source) -> String {
    open.store.read(|workspace| {
        let found = match journey_of(open, workspace) {
            Some(journey) => describe(workspace, journey, at.incoming(journey), source),
            None => describe_field(workspace, source),
        };
        match found {
            Ok(found) => {
                let group = label_words(&found.group_label);
                format!("{group} › {}", label_words(&found.label))
            }
            Err(_) => t("source-gone"),
        }
    })
}

/// The type of a source; tracked.
pub fn type_at(open: Open, at: At, source: Source) -> Option<Type> {
    open.store.read(|workspace| match journey_of(open, workspace) {
        Some(journey) => workspace.source_type(journey, at.incoming(journey), source).ok(),
        None => describe_field(workspace, source).ok().map(|found| found.ty),
    })
}

fn journey_of(open: Open, workspace: &Workspace) -> Option<&Journey> {
    workspace.journeys.get(&open.id?).map(|journey| &**journey)
}

thread_local! {
    /// What was picked last, the latest first.
    static RECENT: RefCell<Vec<Source>> = const { RefCell::new(Vec::new()) };
}

/// How many sources are remembered.
const MOST_RECENT: usize = 3;

fn remember(source: Source) {
    RECENT.with_borrow_mut(|recent| {
        recent.retain(|known| *known != source);
        recent.insert(0, source);
        recent.truncate(MOST_RECENT);
    });
}

/// What the first example contact, or the first of their events, has there, of those that
/// have something.
fn example(workspace: &Workspace, source: Source) -> Option<String> {
    let own = |text: &str| Some(text.to_owned());
    match source {
        Source::Column(from, path) => {
            let ty = match from {
                Reference::Contact(field) => &workspace.fields.get(&field)?.ty,
                Reference::Received(_, id) | Reference::Incoming(id) => {
                    &workspace.triggers.values().find_map(|trigger| trigger.attribute(id))?.ty
                }
            };
            let through =
                |key: &str| Some(workspace.reached(ty, key, path.columns()).ok()?.1.into());
            first(workspace, from.into(), &through)
        }
        source => first(workspace, source, &own),
    }
}

/// The first that is something of what is made of the values of a field or an attribute.
fn first(
    workspace: &Workspace,
    source: Source,
    made: &dyn Fn(&str) -> Option<String>,
) -> Option<String> {
    let something = |text: &String| made(text).filter(|text| !text.trim().is_empty());
    match source {
        Source::Contact(field) => {
            workspace.contacts.values().find_map(|one| something(one.values.get(&field)?))
        }
        Source::Received(_, id) | Source::Incoming(id) => {
            workspace.events.values().find_map(|event| something(event.values()?.get(&id)?))
        }
        _ => None,
    }
}

fn choice(workspace: &Workspace, journey: Option<&Journey>, found: &Candidate) -> Choice {
    let ty = words::type_name(workspace, &found.ty);
    let detail = match found.may_be_empty {
        Some(_) => t_with("source-may-be-empty", [("type", ty.into())]),
        None => ty,
    };
    Choice {
        key: key(found.source),
        label: label_words(&found.label),
        detail: match example(workspace, found.source) {
            Some(value) => {
                t_with("source-example", [("detail", detail.into()), ("value", value.into())])
            }
            None => detail,
        },
        group: group_words(workspace, journey, found.group),
        icon: Some(type_icon(&found.ty)),
    }
}

/// The heading of a group. Two tiles may receive one trigger, so the tile is named too.
fn group_words(workspace: &Workspace, journey: Option<&Journey>, group: Group) -> String {
    let own = label_words(&group.label(workspace));
    match group {
        Group::Received(tile, _) => {
            let tile = journey.map(|journey| words::title_of(workspace, journey, tile));
            let tile = tile.unwrap_or_default();
            t_with("source-group-received", [("trigger", own.into()), ("tile", tile.into())])
        }
        Group::Incoming(TriggerId(_)) => t_with("source-group-incoming", [("trigger", own.into())]),
        Group::Contact | Group::Journey => own,
    }
}

fn hidden_words(why: HiddenReason, count: usize) -> String {
    let id = match why {
        HiddenReason::OtherType => "source-hidden-type",
        HiddenReason::SomeWays => "source-hidden-ways",
    };
    t_with(id, [("count", count.into()), ("n", numbers::count(count as u64).into())])
}

fn label_words(label: &Label) -> String {
    match label {
        Label::Text(text) => text.clone(),
        Label::Term(id) => t(id),
    }
}

/// The key of a source in the list.
fn key(source: Source) -> String {
    match source {
        Source::Contact(field) => format!("contact {field}"),
        Source::Received(tile, attribute) => format!("received {tile} {attribute}"),
        Source::Incoming(attribute) => format!("incoming {attribute}"),
        Source::Column(reference, path) => {
            let path = path.columns().iter().map(|column| format!(" {column}"));
            key(reference.into()) + &path.collect::<String>()
        }
        Source::ReceivedBinding(tile) => format!("binding {tile}"),
        Source::IncomingBinding => "binding incoming".into(),
        Source::Journey(JourneyProperty::Name) => "journey name".into(),
        Source::Journey(JourneyProperty::Id) => "journey id".into(),
    }
}
