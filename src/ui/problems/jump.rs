//! From a finding to its place.

use crate::check::site::{Site, Spot, Subject};
use crate::editor::{Page, Selection};
use crate::ui::pages::behaviour::name_of;
use crate::ui::store::Store;
use crate::ui::words::{journey_name, title_of};

/// Opens the page of the place and selects the tile there.
pub fn jump(store: Store, site: Site) {
    let Subject::Journey(id) = site.subject else { return store.open(page_of(site)) };
    let entry = store.peek(|w| w.journeys.get(&id).map(|journey| journey.entry.id));
    let selection = match site.tile {
        None => Selection::Journey,
        tile if tile == entry => Selection::Entry,
        Some(tile) => Selection::tile(tile),
    };
    store.open_tile(id, selection);
}

/// The page that a place is on.
pub fn page_of(site: Site) -> Page {
    match site.subject {
        Subject::Journey(id) => Page::Journey(id),
        Subject::Segment(id) => Page::Segments(Some(id)),
        Subject::Trigger(id) => Page::Triggers(Some(id)),
        Subject::Flow(id) => Page::Flows(Some(id)),
        Subject::Table(id) => Page::Tables(Some(id)),
        Subject::Field(_) | Subject::Contact(_) | Subject::Event(_) => Page::Contacts,
        Subject::Model(id) => Page::Behaviour(Some(id)),
        Subject::Scenario(id) => Page::Tests(Some(id)),
        Subject::Workspace => match site.spot {
            Spot::FieldValue(_) | Spot::ContactCount => Page::Contacts,
            _ => Page::Settings,
        },
    }
}

/// The name of the record and, where there is one, of the tile; tracked by the language.
pub fn place_words(store: Store, site: Site) -> String {
    store.read(|workspace| {
        let record = match site.subject {
            Subject::Workspace => Some(workspace.settings.name.clone()),
            Subject::Table(id) => workspace.tables.get(&id).map(|record| record.name.clone()),
            Subject::Field(id) => workspace.fields.get(&id).map(|record| record.name.clone()),
            Subject::Segment(id) => workspace.segments.get(&id).map(|record| record.name.clone()),
            Subject::Trigger(id) => workspace.triggers.get(&id).map(|record| record.name.clone()),
            Subject::Journey(id) => {
                workspace.journeys.get(&id).map(|record| journey_name(workspace, record))
            }
            Subject::Flow(id) => workspace.flows.get(&id).map(|record| record.name.clone()),
            Subject::Contact(id) => workspace.contacts.get(&id).map(|record| record.name.clone()),
            Subject::Model(id) => workspace.models.get(&id).map(|m| name_of(workspace, m)),
            Subject::Scenario(id) => workspace.scenarios.get(&id).map(|record| record.name.clone()),
            Subject::Event(id) => workspace.events.get(&id).and_then(|event| {
                workspace.contacts.get(&event.contact).map(|contact| contact.name.clone())
            }),
        };
        let journey = site.subject.journey().and_then(|id| workspace.journeys.get(&id));
        let tile = site.tile.zip(journey).map(|(tile, journey)| title_of(workspace, journey, tile));
        [record, tile]
            .into_iter()
            .flatten()
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join(" › ")
    })
}
