//! All that can be gone to: commands, pages, records, and every tile of every journey.

use crate::editor::summary;
use crate::editor::trail::Visit;
use crate::editor::{Page, Selection};
use crate::model::id::JourneyId;
use crate::model::journey::{Journey, Sequence};
use crate::model::note::Note;
use crate::model::workspace::Workspace;
use crate::ui::canvas::face;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::pages::behaviour::name_of;
use crate::ui::search::plain;
use crate::ui::store::Store;
use crate::ui::widgets::menu::MenuItem;
use crate::ui::words;

/// Where something leads.
#[derive(Debug, Clone, PartialEq)]
pub enum To {
    /// To a place.
    Visit(Visit),
    /// To a command, by its position.
    Command(usize),
}

/// Something that can be gone to, in words of the language.
pub struct Thing {
    /// What it is called.
    pub label: String,
    /// What it is, or what it is in.
    pub detail: String,
    pub icon: IconName,
    /// The message over it while nothing is typed; empty: it is not shown then.
    pub group: &'static str,
    /// What it is called and what it is in, plain.
    pub name: String,
    pub around: String,
    pub to: To,
}

impl Thing {
    fn new(label: String, detail: String, icon: IconName, to: To) -> Self {
        let (name, around) = (plain(&label), plain(&detail));
        Self { label, detail, icon, group: "", name, around, to }
    }

    fn in_group(self, group: &'static str) -> Self {
        Self { group, ..self }
    }
}

/// All of them: what is asked for most comes first.
pub fn all(store: Store, commands: &[MenuItem]) -> Vec<Thing> {
    let mut things = Vec::new();
    for (index, item) in commands.iter().enumerate() {
        let to = To::Command(index);
        let thing = Thing::new(item.label.clone(), item.keys.clone(), item.icon, to);
        things.push(thing.in_group("go-to-commands"));
    }
    for (label, icon, page) in PAGES {
        let to = To::Visit((page, Selection::Journey));
        things.push(Thing::new(t(label), t("go-to-page"), icon, to).in_group("pages"));
    }
    store.peek(|workspace| {
        for journey in workspace.journeys.values() {
            let to = To::Visit((Page::Journey(journey.id), Selection::Journey));
            let name = words::journey_name(workspace, journey);
            let thing = Thing::new(name, t("go-to-journey"), IconName::Route, to);
            things.push(thing.in_group("journeys"));
        }
        records(workspace, &mut things);
        for journey in workspace.journeys.values() {
            tiles_of(workspace, journey, &mut things);
        }
    });
    things
}

const PAGES: [(&str, IconName, Page); 11] = [
    ("journeys", IconName::Route, Page::Journeys),
    ("map", IconName::Map, Page::Map),
    ("triggers", IconName::Zap, Page::Triggers(None)),
    ("flows", IconName::Workflow, Page::Flows(None)),
    ("segments", IconName::Funnel, Page::Segments(None)),
    ("contacts", IconName::Users, Page::Contacts),
    ("tables", IconName::Table, Page::Tables(None)),
    ("behaviour", IconName::Activity, Page::Behaviour(None)),
    ("tests", IconName::CircleCheck, Page::Tests(None)),
    ("settings", IconName::Settings, Page::Settings),
    ("checks", IconName::TriangleAlert, Page::Checks(None)),
];

fn records(workspace: &Workspace, things: &mut Vec<Thing>) {
    let mut add = |name: &str, what: &str, icon, page| {
        let name = if name.trim().is_empty() { t("nameless") } else { name.to_owned() };
        things.push(Thing::new(name, t(what), icon, To::Visit((page, Selection::Journey))));
    };
    for it in workspace.triggers.values() {
        add(&it.name, "go-to-trigger", IconName::Zap, Page::Triggers(Some(it.id)));
    }
    for it in workspace.flows.values() {
        add(&it.name, "go-to-flow", IconName::Workflow, Page::Flows(Some(it.id)));
    }
    for it in workspace.segments.values() {
        add(&it.name, "go-to-segment", IconName::Funnel, Page::Segments(Some(it.id)));
    }
    for it in workspace.tables.values() {
        add(&it.name, "go-to-table", IconName::Table, Page::Tables(Some(it.id)));
    }
    for it in workspace.models.values() {
        let name = name_of(workspace, it);
        add(&name, "go-to-model", IconName::Activity, Page::Behaviour(Some(it.id)));
    }
    for it in workspace.scenarios.values() {
        add(&it.name, "go-to-test", IconName::CircleCheck, Page::Tests(Some(it.id)));
    }
}

fn tiles_of(workspace: &Workspace, journey: &Journey, things: &mut Vec<Thing>) {
    let name = words::journey_name(workspace, journey);
    let to = To::Visit((Page::Journey(journey.id), Selection::Entry));
    add_note(&journey.entry.note, &name, to.clone(), things);
    let icon = face::icon(None);
    things.push(Thing::new(t("tile-entry"), name.clone(), icon, to));
    add_tiles(workspace, journey, &journey.tiles, &name, things);
    for note in &journey.notes {
        let to = To::Visit((Page::Journey(journey.id), Selection::tile(note.id)));
        add_text(&note.text, &name, to, things);
    }
}

/// The tiles of a sequence with all on their branches; each says on which it is.
fn add_tiles(
    workspace: &Workspace,
    journey: &Journey,
    tiles: &Sequence,
    around: &str,
    things: &mut Vec<Thing>,
) {
    let id: JourneyId = journey.id;
    let name = words::journey_name(workspace, journey);
    for tile in tiles {
        let title = words::title_in(workspace, journey, tile);
        let icon = face::icon(Some(summary::kind(tile)));
        let to = To::Visit((Page::Journey(id), Selection::tile(tile.id)));
        add_note(&tile.note, &format!("{around} › {title}"), to.clone(), things);
        things.push(Thing::new(title, around.to_owned(), icon, to));
        for (slot, tiles) in tile.branches() {
            if !tiles.is_empty() {
                let around = format!("{name} › {}", words::branch(tile, slot));
                add_tiles(workspace, journey, tiles, &around, things);
            }
        }
    }
}

/// A note, which is found by what it says and leads to where it is.
fn add_note(note: &Note, at: &str, to: To, things: &mut Vec<Thing>) {
    if !note.is_empty() {
        add_text(&note.text, at, to, things);
    }
}

fn add_text(text: &str, at: &str, to: To, things: &mut Vec<Thing>) {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    things.push(Thing::new(text, at.to_owned(), IconName::StickyNote, to));
}
