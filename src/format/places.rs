//! Where in the text of a file the things stand that a finding is about. Records
//! are found by id, which names one thing only; what has no id, by its path from
//! what has one.
//!
//! The text is one that this build has read: JSON, not nested too deep.

use crate::check::site::{Holder, RowPart, RowPath, Site, Spot, Subject};
use crate::format::error::Position;
use crate::format::guard::{self, Members, skip_space};
use crate::model::sorted::SortedMap;

/// Where in a text everything with an id begins.
#[derive(Debug)]
pub struct Places<'t> {
    text: &'t str,
    starts: SortedMap<&'t [u8], usize>,
}

/// A way from an object: keys, of which some have a second spelling, and indices.
#[derive(Debug, Default)]
struct Way {
    /// The object that it begins at, by id; the whole file without one.
    from: Option<String>,
    steps: Vec<Step>,
}

#[derive(Debug)]
enum Step {
    Key(String),
    /// `all` or `any`: the text knows which.
    Rows,
    Index(usize),
}

impl<'t> Places<'t> {
    /// The places of a file's text.
    pub fn of(text: &'t str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut places = Self { text, starts: SortedMap::new() };
        places.add(skip_space(text.as_bytes(), 0));
        places
    }

    /// Where a finding is, or the nearest thing around it that is written down.
    /// Columns count characters.
    pub fn find(&self, site: &Site) -> Position {
        let way = way(site);
        let root = skip_space(self.text.as_bytes(), 0);
        let from = way.from.as_ref().and_then(|id| self.starts.get(id.as_bytes()));
        let mut at = from.copied().unwrap_or(root);
        for step in &way.steps {
            match self.child(at, step) {
                Some(next) => at = next,
                None => break,
            }
        }
        guard::position(self.text.as_bytes(), at)
    }

    fn child(&self, at: usize, step: &Step) -> Option<usize> {
        let fits = |key: &[u8], index| match step {
            Step::Key(name) => key == name.as_bytes(),
            Step::Rows => [&b"all"[..], b"any"].contains(&key),
            Step::Index(wanted) => index == *wanted,
        };
        Members::of(self.text.as_bytes(), at)
            .find(|member| fits(member.key.unwrap_or_default(), member.index))
            .map(|member| member.value)
    }

    /// Notes the value at `at` and everything in it.
    fn add(&mut self, at: usize) {
        let bytes = self.text.as_bytes();
        for member in Members::of(bytes, at) {
            if member.key == Some(b"id") {
                let id = bytes[member.value..].strip_prefix(b"\"").unwrap_or_default();
                let end = id.iter().position(|&byte| byte == b'"').unwrap_or_default();
                self.starts.insert(&id[..end], at);
            }
            self.add(member.value);
        }
    }
}

fn way(site: &Site) -> Way {
    let owner = match site.tile {
        Some(tile) => Some(tile.to_string()),
        None => record(&site.subject),
    };
    match site.spot {
        Spot::Whole => Way::from(owner),
        Spot::Name => Way::from(owner).key("name"),
        Spot::UniqueName => Way::from(owner).key("uniqueName"),
        Spot::Audience => Way::from(owner).key("audience"),
        Spot::TimeZone => Way::from(owner).key("timeZone"),
        Spot::Start => period(owner).key("start"),
        Spot::End => period(owner).key("end"),
        Spot::Repeat => Way::from(owner).key("repeat"),
        Spot::Duration => Way::from(owner).key("duration"),
        Spot::Date => Way::from(owner).key("around").key("date"),
        Spot::Segments => Way::from(owner).key("segments"),
        Spot::Exclusions => Way::from(owner).key("exclusions"),
        Spot::Schedule => Way::from(owner).key("at"),
        Spot::Segment(holder) => held(owner, holder).key("segment"),
        Spot::Limit => Way::from(owner).key("limit"),
        Spot::Trigger(holder) => held(owner, holder).key("trigger"),
        Spot::Condition(holder) => held(owner, holder).key("condition"),
        Spot::Row(holder, path, part) => row(held(owner, holder).key("condition"), path, part),
        Spot::Mapping(attribute) => Way::from(owner).key("mappings").key(attribute),
        Spot::Binding => Way::from(owner).key("bindingId"),
        Spot::Recipient => Way::from(owner).key("to"),
        Spot::Content => Way::from(owner).key("content"),
        Spot::Interaction(holder) => held(owner, holder).key("interaction"),
        Spot::Share(branch) => Way::of(branch).key("percent"),
        Spot::Shares => Way::from(owner).key("shares"),
        Spot::Branch(branch) => Way::of(branch),
        Spot::Target => Way::from(owner).key("goal").key("target"),
        Spot::Attribute(attribute) => Way::of(attribute),
        Spot::Column(column) => Way::of(column),
        Spot::RowKey(row) => Way::from(owner).key("rows").index(row).key("key"),
        Spot::RowValue(row, column) => {
            Way::from(owner).key("rows").index(row).key("values").key(column)
        }
        Spot::Type => Way::from(owner).key("type"),
        Spot::Step(step, value) => Way::of(step).key("fields").index(value).key("value"),
        Spot::StepItself(step) => Way::of(step),
        Spot::On => Way::from(owner).key("on"),
        Spot::Environment => Way::from(owner).key("environment"),
        Spot::Catalog => Way::from(None).key("environment"),
        Spot::FieldValue(field) if owner.is_none() => made_up().key("fields").key(field),
        Spot::FieldValue(field) => Way::from(owner).key("values").key(field),
        Spot::AttributeValue(attribute) => Way::from(owner).key("values").key(attribute),
        Spot::EventContact => Way::from(owner).key("contact"),
        Spot::At => Way::from(owner).key("at"),
        Spot::Probability => Way::from(owner).key("percent"),
        Spot::Delay => Way::from(owner).key("delay"),
        Spot::Since => Way::from(owner).key("since"),
        Spot::ContactCount => made_up().key("count"),
        Spot::Reacting => Way::from(owner).key("journeys"),
        Spot::Person(contact) => Way::of(contact),
        Spot::Doing(event) => Way::of(event),
        Spot::Expectation(place) => Way::from(owner).key("expect").index(place),
    }
}

/// The id of a record; the workspace itself has none.
fn record(subject: &Subject) -> Option<String> {
    match subject {
        Subject::Workspace => None,
        Subject::Table(id) => Some(id.to_string()),
        Subject::Field(id) => Some(id.to_string()),
        Subject::Segment(id) => Some(id.to_string()),
        Subject::Trigger(id) => Some(id.to_string()),
        Subject::Journey(id) => Some(id.to_string()),
        Subject::Flow(id) => Some(id.to_string()),
        Subject::Contact(id) => Some(id.to_string()),
        Subject::Event(id) => Some(id.to_string()),
        Subject::Model(id) => Some(id.to_string()),
        Subject::Scenario(id) => Some(id.to_string()),
    }
}

/// The contacts that are made up.
fn made_up() -> Way {
    Way::from(None).key("run").key("madeUp")
}

/// The period of a journey, or of the workspace's run.
fn period(owner: Option<String>) -> Way {
    let is_run = owner.is_none();
    let way = Way::from(owner);
    if is_run { way.key("run") } else { way }
}

fn held(owner: Option<String>, holder: Holder) -> Way {
    match holder {
        Holder::Own => Way::from(owner),
        Holder::Goal => Way::from(owner).key("goal"),
        Holder::Exit(exit) => Way::of(exit),
        Holder::Branch(branch) => Way::of(branch),
    }
}

fn row(condition: Way, path: RowPath, part: RowPart) -> Way {
    let mut way = condition.rows().index(path.item);
    if let Some(row) = path.row {
        way = way.rows().index(row);
    }
    match part {
        RowPart::Source => way.key("source"),
        RowPart::Operator => way.key("operator"),
        RowPart::Operand(place) => way.key("operands").index(place),
    }
}

impl Way {
    fn from(owner: Option<String>) -> Self {
        Self { from: owner, steps: Vec::new() }
    }

    fn of(id: impl ToString) -> Self {
        Self::from(Some(id.to_string()))
    }

    fn key(mut self, key: impl ToString) -> Self {
        self.steps.push(Step::Key(key.to_string()));
        self
    }

    fn rows(mut self) -> Self {
        self.steps.push(Step::Rows);
        self
    }

    fn index(mut self, index: usize) -> Self {
        self.steps.push(Step::Index(index));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::id::{AttributeId, BranchId, JourneyId, TileId, TriggerId};

    const TEXT: &str = r#"{"run": {"start": "soon"}, "triggers": [
  {"id": "t1", "name": "é", "attributes": [{"id": "a2", "name": "x"}]}],
 "journeys": [{"id": "j3", "goal": {"trigger": "t1"}, "tiles": [
    {"id": "n4", "mappings": {"a2": {"fixed": ""}}},
    {"id": "n5", "branches": [{"id": "b6", "condition": {"any": [{"all": [{"operator": "is"}]}]}}]}
 ]}]}"#;

    fn at(site: Site) -> (usize, usize) {
        let found = Places::of(TEXT).find(&site);
        (found.line, found.column)
    }

    #[test]
    fn a_record_is_found_by_its_id() {
        assert_eq!(at(Subject::Trigger(TriggerId(1)).at(Spot::Whole)), (2, 3));
        assert_eq!(at(Subject::Trigger(TriggerId(1)).at(Spot::Name)), (2, 24));
        let attribute = Subject::Trigger(TriggerId(1)).at(Spot::Attribute(AttributeId(2)));
        assert_eq!(at(attribute), (2, 44), "columns count characters");
    }

    #[test]
    fn a_setting_is_found_by_its_path() {
        let journey = JourneyId(3);
        let tile = |tile, spot| at(Site::in_journey(journey, Some(TileId(tile)), spot));
        assert_eq!(tile(4, Spot::Mapping(AttributeId(2))), (4, 37));
        assert_eq!(at(Subject::Journey(journey).at(Spot::Trigger(Holder::Goal))), (3, 48));
        assert_eq!(at(Subject::Workspace.at(Spot::Start)), (1, 19));
        let path = RowPath { item: 0, row: Some(0) };
        let row = Spot::Row(Holder::Branch(BranchId(6)), path, RowPart::Operator);
        assert_eq!(tile(5, row), (5, 88));
    }

    #[test]
    fn what_is_not_written_down_is_where_it_would_be() {
        let missing = Site::in_journey(JourneyId(3), Some(TileId(4)), Spot::Trigger(Holder::Own));
        assert_eq!(at(missing), (4, 5));
        assert_eq!(at(Subject::Workspace.at(Spot::End)), (1, 9));
    }
}
