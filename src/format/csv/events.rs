//! Recorded events: `contact_id`, `trigger` and `at`, and a column for each
//! attribute by its name. A column serves every trigger that has an attribute of
//! its name. The columns `bindingId` and `message` are optional: a row with a message,
//! by the id or the name of its tile, has one of the interactions as its trigger.

use std::io::Read;

use crate::model::zone::TimeZone;
use rustc_hash::FxHashMap;

use crate::engine::builder::DatasetBuilder;
use crate::engine::cell::Cell;
use crate::format::csv::each::{Rows, each_row};
use crate::format::csv::header::normal;
use crate::format::csv::record::Record;
use crate::format::csv::source::{Input, open};
use crate::format::csv::{
    AT, BINDING_ID, CONTACT_ID, CsvError, MESSAGE, Reading, RowCause, TRIGGER, Unfit, header,
};
use crate::model::journey::{Interaction, TileKind};
use crate::model::time::{Instant, Moment};
use crate::model::turns::{Rest, at_once, no_rest};
use crate::model::value::ValueError;
use crate::model::workspace::Workspace;

/// Adds the events of a CSV file to contacts that are there already.
pub fn read_events(
    input: impl Read,
    workspace: &Workspace,
    builder: &mut DatasetBuilder,
) -> Result<Reading, CsvError> {
    let input = Input { bytes: input, size: None };
    at_once(read_events_in_turns(input, workspace, builder, &no_rest))
}

/// As [`read_events`], with rests every [`TURN`](crate::format::csv::TURN) rows.
pub async fn read_events_in_turns<R: Read>(
    input: Input<R>,
    workspace: &Workspace,
    builder: &mut DatasetBuilder,
    rest: Rest<'_>,
) -> Result<Reading, CsvError> {
    let mut source = open(input)?;
    let header = std::mem::take(&mut source.header);
    let mut reading = Reading::default();
    let mut taking = Taking {
        columns: Columns::find(&header, workspace, &mut reading)?,
        cells: Vec::new(),
        last: vec![i64::MIN; builder.contacts() as usize],
        occurs: vec![false; workspace.triggers.len()],
        near: 0,
    };
    each_row(&mut source, &mut taking, builder, &mut reading, rest).await?;
    reading.absent = taking.columns.absent(workspace, &taking.occurs);
    Ok(reading)
}

struct Taking<'a> {
    columns: Columns<'a>,
    /// The values of a row.
    cells: Vec<Cell>,
    /// The last instant of each contact so far.
    last: Vec<i64>,
    /// Which triggers occur.
    occurs: Vec<bool>,
    /// Whose the last row was: mostly that contact has the next one too, or the one after.
    near: u32,
}

impl Rows for Taking<'_> {
    fn owner(&self) -> usize {
        self.columns.contact_id
    }

    fn is_wanted(builder: &mut DatasetBuilder, owner: &str) -> bool {
        builder.owns(owner)
    }

    fn take(
        &mut self,
        record: &Record<'_>,
        builder: &mut DatasetBuilder,
        reading: &mut Reading,
    ) -> Result<(), Unfit> {
        let event = self.columns.row(record, builder, &mut self.cells, self.near)?;
        let Some(Event { contact, at, what }) = event else {
            reading.unknown_contacts += 1;
            return Ok(());
        };
        self.near = contact;
        let before = &mut self.last[contact as usize];
        reading.out_of_order += u64::from(at.0 < *before);
        *before = at.0.max(*before);
        match what {
            What::Trigger { trigger, binding } => {
                builder.add_event(contact, at, trigger, &self.cells);
                builder.bind_last(binding);
                self.occurs[trigger] = true;
            }
            What::Interaction { message, kind } => {
                builder.add_interaction(contact, at, message, kind);
            }
        }
        reading.taken += 1;
        Ok(())
    }

    fn expect(builder: &mut DatasetBuilder, times: f64) {
        builder.expect_events((builder.events() as f64 * times) as usize);
    }
}

struct Event<'r> {
    contact: u32,
    at: Instant,
    what: What<'r>,
}

enum What<'r> {
    Trigger {
        trigger: usize,
        /// Empty for none.
        binding: &'r str,
    },
    Interaction {
        message: usize,
        kind: Interaction,
    },
}

struct Columns<'a> {
    header: &'a [String],
    contact_id: usize,
    trigger: usize,
    at: usize,
    binding: Option<usize>,
    message: Option<usize>,
    /// From ids and names, as they are compared, to messages; nothing where two have one name.
    messages: FxHashMap<String, Option<usize>>,
    /// From names and unique names, as they are compared, to triggers.
    triggers: FxHashMap<String, usize>,
    /// For each trigger, the column of each of its attributes.
    attributes: Vec<Vec<Option<usize>>>,
}

impl<'a> Columns<'a> {
    fn find(
        header: &'a [String],
        workspace: &Workspace,
        reading: &mut Reading,
    ) -> Result<Self, CsvError> {
        let mut columns = Self {
            header,
            contact_id: header::required(header, CONTACT_ID)?,
            trigger: header::required(header, TRIGGER)?,
            at: header::required(header, AT)?,
            binding: header::column(header, BINDING_ID)?,
            message: header::column(header, MESSAGE)?,
            messages: FxHashMap::default(),
            triggers: FxHashMap::default(),
            attributes: Vec::new(),
        };
        for (place, trigger) in workspace.triggers.values().enumerate() {
            for name in [&trigger.name, &trigger.unique_name] {
                columns.triggers.entry(normal(name)).or_insert(place);
            }
            let mut found = Vec::new();
            for attribute in &trigger.attributes {
                found.push(header::column(header, &attribute.name)?);
            }
            columns.attributes.push(found);
        }
        // As they are written too, so that they are mostly found without a change.
        for (place, trigger) in workspace.triggers.values().enumerate() {
            columns.triggers.entry(trigger.name.clone()).or_insert(place);
        }
        if columns.message.is_some() {
            columns.add_messages(workspace);
        }
        reading.ignored = header::others(header, |column| columns.knows(column));
        Ok(columns)
    }

    fn add_messages(&mut self, workspace: &Workspace) {
        let tiles = workspace.journeys.values().flat_map(|journey| journey.all_tiles());
        let messages = tiles.filter(|tile| matches!(tile.kind, TileKind::Message { .. }));
        for (place, tile) in messages.enumerate() {
            self.messages.insert(normal(&tile.id.to_string()), Some(place));
            if !tile.name.trim().is_empty() {
                let known = self.messages.entry(normal(&tile.name));
                known.and_modify(|known| *known = None).or_insert(Some(place));
            }
        }
    }

    fn knows(&self, column: usize) -> bool {
        [self.contact_id, self.trigger, self.at].contains(&column)
            || [self.binding, self.message].contains(&Some(column))
            || self.attributes.iter().flatten().any(|known| *known == Some(column))
    }

    /// Reads a row, and into `cells` its values; `None` when its contact takes no part.
    fn row<'r>(
        &self,
        record: &Record<'r>,
        builder: &mut DatasetBuilder,
        cells: &mut Vec<Cell>,
        near: u32,
    ) -> Result<Option<Event<'r>>, Unfit> {
        header::check_width(record, self.header)?;
        let unfit = |column: usize, cause| (Some(self.header[column].clone()), cause);
        let name = header::filled(record, self.header, self.contact_id)?;
        let Some(contact) = builder.contact_near(near, name) else { return Ok(None) };
        let text = header::filled(record, self.header, self.at)?;
        let at = text.parse::<Moment>().map_err(|error| {
            unfit(self.at, RowCause::Value(text.to_owned(), ValueError::DateTime(error)))
        })?;
        let at = at.start(&TimeZone::UTC);
        cells.clear();
        if let Some(what) = self.interaction(record)? {
            return Ok(Some(Event { contact, at, what }));
        }
        let name = header::filled(record, self.header, self.trigger)?;
        let trigger = self
            .trigger_named(name)
            .ok_or_else(|| unfit(self.trigger, RowCause::UnknownTrigger(name.to_owned())))?;
        for (place, column) in self.attributes[trigger].iter().enumerate() {
            let Some(column) = *column else {
                cells.push(Cell::MISSING);
                continue;
            };
            let text = header::text(record, self.header, column)?;
            let cell = header::value(text, |text| builder.read_attribute(trigger, place, text));
            cells.push(cell.map_err(|cause| unfit(column, cause))?);
        }
        let binding = match self.binding {
            Some(column) => header::text(record, self.header, column)?,
            None => "",
        };
        Ok(Some(Event { contact, at, what: What::Trigger { trigger, binding } }))
    }

    /// The interaction of a row that names a message.
    fn interaction(&self, record: &Record) -> Result<Option<What<'static>>, Unfit> {
        let Some(column) = self.message else { return Ok(None) };
        let text = header::text(record, self.header, column)?.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let name = header::filled(record, self.header, self.trigger)?;
        let own = self.trigger_named(name).map(|trigger| &self.attributes[trigger]);
        if own.is_some_and(|columns| columns.contains(&Some(column))) {
            // The trigger has an attribute of that name.
            return Ok(None);
        }
        let unfit = |column: usize, cause| (Some(self.header[column].clone()), cause);
        let message = match self.messages.get(&normal(text)) {
            Some(Some(message)) => *message,
            Some(None) => return Err(unfit(column, RowCause::SeveralMessages(text.to_owned()))),
            None => return Err(unfit(column, RowCause::UnknownMessage(text.to_owned()))),
        };
        let kind = Interaction::from_name(&normal(name))
            .ok_or_else(|| unfit(self.trigger, RowCause::UnknownInteraction(name.to_owned())))?;
        Ok(Some(What::Interaction { message, kind }))
    }

    /// The attributes of triggers that occur for which there is no column.
    fn absent(&self, workspace: &Workspace, occurs: &[bool]) -> Vec<String> {
        let mut absent: Vec<String> = Vec::new();
        for (place, trigger) in workspace.triggers.values().enumerate().filter(|t| occurs[t.0]) {
            let columns = self.attributes[place].iter();
            for (attribute, column) in trigger.attributes.iter().zip(columns) {
                if column.is_none() && !absent.contains(&attribute.name) {
                    absent.push(attribute.name.clone());
                }
            }
        }
        absent
    }

    fn trigger_named(&self, name: &str) -> Option<usize> {
        self.triggers.get(name).or_else(|| self.triggers.get(&normal(name))).copied()
    }
}
