//! **Invariant** of what is read: a number names one thing only, whatever its
//! kind, and `nextId` is greater than every number in use, so that no new id can
//! meet an old one.

use std::fmt::Display;

use crate::format::MAX_ID;
use crate::format::error::Cause;
use crate::format::v1::flow::StepRecord;
use crate::format::v1::fragment::FragmentV1;
use crate::format::v1::journey::JourneyRecord;
use crate::format::v1::record::{FieldRecord, TriggerRecord};
use crate::format::v1::segment::SegmentRecord;
use crate::format::v1::table::TableRecord;
use crate::format::v1::tile::TileRecord;
use crate::format::v1::{Flaw, FlowRecord, JourneyFileV1, WorkspaceFileV1};
use crate::model::sorted::SortedMap;

/// Checks every id of a workspace.
pub(super) fn check(file: &WorkspaceFileV1) -> Result<(), Flaw> {
    let mut ids = Ids::default();
    ids.fields(&file.fields)?;
    ids.segments(&file.segments)?;
    ids.triggers(&file.triggers)?;
    for (index, journey) in file.journeys.iter().enumerate() {
        ids.journey(journey, &format!("journeys[{index}]"))?;
    }
    ids.flows(&file.flows)?;
    for (index, contact) in file.contacts.iter().enumerate() {
        ids.add(contact.id.0, contact.id, &format!("contacts[{index}]"))?;
    }
    for (index, event) in file.events.iter().enumerate() {
        ids.add(event.id.0, event.id, &format!("events[{index}]"))?;
    }
    ids.tables(&file.tables)?;
    for (index, model) in file.models.iter().enumerate() {
        ids.add(model.id.0, model.id, &format!("models[{index}]"))?;
    }
    for (index, scenario) in file.scenarios.iter().enumerate() {
        let path = format!("scenarios[{index}]");
        ids.add(scenario.id.0, scenario.id, &path)?;
        for (index, contact) in scenario.contacts.iter().enumerate() {
            ids.add(contact.id.0, contact.id, &format!("{path}.contacts[{index}]"))?;
        }
        for (index, event) in scenario.events.iter().enumerate() {
            ids.add(event.id.0, event.id, &format!("{path}.events[{index}]"))?;
        }
    }
    let greatest = ids.0.last_key_value().map_or(0, |(number, _)| *number);
    if file.next_id <= greatest || file.next_id > MAX_ID {
        return Err(Flaw::at("nextId", Cause::NextId { greatest, most: MAX_ID }));
    }
    Ok(())
}

/// Checks every id of a journey file.
pub(super) fn check_journey(file: &JourneyFileV1) -> Result<(), Flaw> {
    let mut ids = Ids::default();
    ids.fields(&file.fields)?;
    ids.segments(&file.segments)?;
    ids.triggers(&file.triggers)?;
    ids.journey(&file.journey, "journey")?;
    ids.flows(&file.flows)?;
    ids.tables(&file.tables)
}

/// Checks every id of copied tiles.
pub(super) fn check_tiles(file: &FragmentV1) -> Result<(), Flaw> {
    let mut ids = Ids::default();
    ids.fields(&file.fields)?;
    ids.triggers(&file.triggers)?;
    ids.tiles(&file.tiles, "tiles")?;
    for (index, tile) in file.elsewhere.iter().enumerate() {
        ids.add(tile.id.0, tile.id, &format!("elsewhere[{index}]"))?;
    }
    ids.tables(&file.tables)
}

/// The numbers in use, each with the path of what it names.
#[derive(Debug, Default)]
struct Ids(SortedMap<u32, String>);

impl Ids {
    fn add(&mut self, number: u32, id: impl Display, path: &str) -> Result<(), Flaw> {
        let flaw = |cause| Err(Flaw::at(format!("{path}.id"), cause));
        if number >= MAX_ID {
            return flaw(Cause::IdTooGreat { id: id.to_string(), most: MAX_ID - 1 });
        }
        match self.0.insert(number, path.to_owned()) {
            Some(first) => flaw(Cause::DuplicateId { id: id.to_string(), first }),
            None => Ok(()),
        }
    }

    fn fields(&mut self, fields: &[FieldRecord]) -> Result<(), Flaw> {
        let mut indexed = fields.iter().enumerate();
        indexed.try_for_each(|(index, field)| {
            self.add(field.id.0, field.id, &format!("fields[{index}]"))
        })
    }

    fn segments(&mut self, segments: &[SegmentRecord]) -> Result<(), Flaw> {
        let mut indexed = segments.iter().enumerate();
        indexed.try_for_each(|(index, segment)| {
            self.add(segment.id.0, segment.id, &format!("segments[{index}]"))
        })
    }

    fn triggers(&mut self, triggers: &[TriggerRecord]) -> Result<(), Flaw> {
        for (index, trigger) in triggers.iter().enumerate() {
            let path = format!("triggers[{index}]");
            self.add(trigger.id.0, trigger.id, &path)?;
            for (index, attribute) in trigger.attributes.iter().enumerate() {
                let path = format!("{path}.attributes[{index}]");
                self.add(attribute.id.0, attribute.id, &path)?;
            }
        }
        Ok(())
    }

    fn tables(&mut self, tables: &[TableRecord]) -> Result<(), Flaw> {
        for (index, table) in tables.iter().enumerate() {
            let path = format!("tables[{index}]");
            self.add(table.id.0, table.id, &path)?;
            for (index, column) in table.columns.iter().enumerate() {
                self.add(column.id.0, column.id, &format!("{path}.columns[{index}]"))?;
            }
        }
        Ok(())
    }

    fn flows(&mut self, flows: &[FlowRecord]) -> Result<(), Flaw> {
        for (index, flow) in flows.iter().enumerate() {
            let path = format!("flows[{index}]");
            self.add(flow.id.0, flow.id, &path)?;
            self.steps(&flow.steps, &format!("{path}.steps"))?;
        }
        Ok(())
    }

    fn steps(&mut self, steps: &[StepRecord], path: &str) -> Result<(), Flaw> {
        for (index, step) in steps.iter().enumerate() {
            let path = format!("{path}[{index}]");
            self.add(step.id.0, step.id, &path)?;
            for (steps, name) in [(&step.yes, "yes"), (&step.no, "no")] {
                self.steps(steps.as_deref().unwrap_or_default(), &format!("{path}.{name}"))?;
            }
        }
        Ok(())
    }

    fn journey(&mut self, journey: &JourneyRecord, path: &str) -> Result<(), Flaw> {
        self.add(journey.id.0, journey.id, path)?;
        self.add(journey.entry.id.0, journey.entry.id, &format!("{path}.entry"))?;
        for (index, exit) in journey.exits.iter().enumerate() {
            self.add(exit.id.0, exit.id, &format!("{path}.exits[{index}]"))?;
        }
        self.tiles(&journey.tiles, &format!("{path}.tiles"))
    }

    fn tiles(&mut self, tiles: &[TileRecord], path: &str) -> Result<(), Flaw> {
        for (index, tile) in tiles.iter().enumerate() {
            let path = format!("{path}[{index}]");
            self.add(tile.id.0, tile.id, &path)?;
            for (index, branch) in tile.branches.iter().flatten().enumerate() {
                let path = format!("{path}.branches[{index}]");
                self.add(branch.id.0, branch.id, &path)?;
                self.tiles(&branch.tiles, &format!("{path}.tiles"))?;
            }
            for (index, wait) in tile.waits.iter().flatten().enumerate() {
                let path = format!("{path}.waits[{index}]");
                self.add(wait.id.0, wait.id, &path)?;
                self.tiles(&wait.tiles, &format!("{path}.tiles"))?;
            }
            for (index, share) in tile.shares.iter().flatten().enumerate() {
                let path = format!("{path}.shares[{index}]");
                self.add(share.id.0, share.id, &path)?;
                self.tiles(&share.tiles, &format!("{path}.tiles"))?;
            }
            for (tiles, name) in [(&tile.other, "other"), (&tile.yes, "yes"), (&tile.no, "no")] {
                self.tiles(tiles.as_deref().unwrap_or_default(), &format!("{path}.{name}"))?;
            }
        }
        Ok(())
    }
}
