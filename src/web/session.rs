//! The session as it is stored beside a workspace: what was open, selected and in
//! view. What does not read any more is dropped; a session is never worth an error.

use serde::{Deserialize, Serialize};

use crate::check::Code;
use crate::editor::{Page, Selection, Session, View};
use crate::model::collect;
use crate::model::id::TileId;
use crate::model::sorted::SortedMap;
use crate::model::tree::Slot;

#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Wire {
    page: String,
    open: Option<String>,
    selection: Option<String>,
    views: SortedMap<String, [f64; 3]>,
    folds: SortedMap<String, Vec<String>>,
}

/// The text that is stored.
pub fn write(session: &Session) -> String {
    let (page, open) = match session.page {
        Page::Journeys => ("journeys", None),
        Page::Journey(id) => ("journey", Some(id.to_string())),
        Page::Map => ("map", None),
        Page::Versions(id) => ("versions", Some(id.to_string())),
        Page::Triggers(id) => ("triggers", id.map(|id| id.to_string())),
        Page::Flows(id) => ("flows", id.map(|id| id.to_string())),
        Page::Tables(id) => ("tables", id.map(|id| id.to_string())),
        Page::Segments(id) => ("segments", id.map(|id| id.to_string())),
        Page::Contacts => ("contacts", None),
        Page::Behaviour(id) => ("behaviour", id.map(|id| id.to_string())),
        Page::Tests(id) => ("tests", id.map(|id| id.to_string())),
        Page::Settings => ("settings", None),
        Page::Checks(code) => ("checks", code.map(|code| code.text().to_owned())),
    };
    let selection = match &session.selection {
        Selection::Journey => None,
        Selection::Entry => Some(ENTRY.to_owned()),
        // Several tiles are let go of when the page is left.
        Selection::Tiles(tiles) => tiles.only().map(|id| id.to_string()),
    };
    let views = session.views.iter();
    let views = collect::map(views.map(|(id, view)| (id.to_string(), [view.x, view.y, view.zoom])));
    let branch = |(tile, slot): &(TileId, Slot)| format!("{tile}-{slot}");
    let folds = session.folds.iter().filter(|(_, folds)| !folds.is_empty());
    let folds = folds.map(|(id, folds)| (id.to_string(), folds.iter().map(branch).collect()));
    let wire = Wire { page: page.into(), open, selection, views, folds: collect::map(folds) };
    // Strings and numbers always write.
    serde_json::to_string(&wire).unwrap_or_default()
}

/// The session that a stored text tells, as far as it can be read.
pub fn read(text: &str) -> Session {
    let wire: Wire = serde_json::from_str(text).unwrap_or_default();
    let open = wire.open.as_deref();
    let page = match wire.page.as_str() {
        "journey" => parse(open).map_or(Page::Journeys, Page::Journey),
        "map" => Page::Map,
        "versions" => parse(open).map_or(Page::Journeys, Page::Versions),
        "triggers" => Page::Triggers(parse(open)),
        "flows" => Page::Flows(parse(open)),
        "tables" => Page::Tables(parse(open)),
        "segments" => Page::Segments(parse(open)),
        "contacts" => Page::Contacts,
        "behaviour" => Page::Behaviour(parse(open)),
        "tests" => Page::Tests(parse(open)),
        "settings" => Page::Settings,
        "checks" => Page::Checks(open.and_then(Code::from_text)),
        _ => Page::Journeys,
    };
    let selection = match wire.selection.as_deref() {
        Some(ENTRY) => Selection::Entry,
        tile => parse(tile).map_or(Selection::Journey, Selection::tile),
    };
    let view = |[x, y, zoom]: [f64; 3]| View { x, y, zoom };
    let views = wire.views.into_iter();
    let views = views.filter_map(|(id, numbers)| Some((id.parse().ok()?, view(numbers))));
    let views = collect::map(views);
    let folds = wire.folds.into_iter().filter_map(|(id, folds)| {
        Some((id.parse().ok()?, collect::set(folds.iter().filter_map(|text| branch(text)))))
    });
    Session { page, selection, views, folds: collect::map(folds) }
}

const ENTRY: &str = "entry";

fn branch(text: &str) -> Option<(TileId, Slot)> {
    let (tile, slot) = text.split_once('-')?;
    let slot = match slot {
        "other" => Slot::Other,
        "yes" => Slot::Yes,
        "no" => Slot::No,
        id => Slot::Branch(id.parse().ok()?),
    };
    Some((tile.parse().ok()?, slot))
}

fn parse<T: std::str::FromStr>(text: Option<&str>) -> Option<T> {
    text?.parse().ok()
}
