//! From a finding to its place.

use crate::check::site::{Site, Spot, Subject};
use crate::editor::{Page, Selection};
use crate::ui::pages::behaviour::name_of;
use crate::ui::store::Store;

/// Opens the page of the place and selects the tile there.
pub fn jump(store: Store, site: Site) {
    match site.subject {
        Subject::Journey(id) => {
            let entry = store.peek(|w| w.journeys.get(&id).map(|journey| journey.entry.id));
            let selection = match site.tile {
                None => Selection::Journey,
                tile if tile == entry => Selection::Entry,
                Some(tile) => Selection::Tile(tile),
            };
            store.open_tile(id, selection);
        }
        Subject::Segment(id) => store.open(Page::Segments(Some(id))),
        Subject::Trigger(id) => store.open(Page::Triggers(Some(id))),
        Subject::Flow(id) => store.open(Page::Flows(Some(id))),
        Subject::Table(id) => store.open(Page::Tables(Some(id))),
        Subject::Field(_) | Subject::Contact(_) | Subject::Event(_) => store.open(Page::Contacts),
        Subject::Model(id) => store.open(Page::Behaviour(Some(id))),
        Subject::Workspace => match site.spot {
            Spot::FieldValue(_) | Spot::ContactCount => store.open(Page::Contacts),
            _ => store.open(Page::Settings),
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
            Subject::Journey(id) => workspace.journeys.get(&id).map(|record| record.name.clone()),
            Subject::Flow(id) => workspace.flows.get(&id).map(|record| record.name.clone()),
            Subject::Contact(id) => workspace.contacts.get(&id).map(|record| record.name.clone()),
            Subject::Model(id) => workspace.models.get(&id).map(|m| name_of(workspace, m)),
            Subject::Event(id) => workspace.events.get(&id).and_then(|event| {
                workspace.contacts.get(&event.contact).map(|contact| contact.name.clone())
            }),
        };
        let journey = site.subject.journey().and_then(|id| workspace.journeys.get(&id));
        let tile = site
            .tile
            .zip(journey)
            .map(|(tile, journey)| crate::ui::words::title_of(workspace, journey, tile));
        [record, tile]
            .into_iter()
            .flatten()
            .filter(|name| !name.is_empty())
            .collect::<Vec<_>>()
            .join(" › ")
    })
}
