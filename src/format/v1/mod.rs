//! Version 1 of the files: the wire types, and how they turn into the model and
//! back. What stands here does not change any more once version 2 exists.
//!
//! What the model can hold turns over without loss; what only the wire types can
//! hold (a field on a tile of the wrong type, a row that is also a group, a number
//! that names two things) is a [`Flaw`].

mod behaviour;
mod branch;
mod condition;
mod distribution;
mod entry;
mod flow;
mod flow_value;
mod fragment;
mod journey;
mod note;
mod record;
mod scenario;
mod segment;
mod table;
mod tile;

use std::fmt;
use std::sync::Arc;

use crate::format::error::Cause;
use crate::format::shape::{Entries, Members, Object, Shape, Value, Word, objects};
use crate::format::{FileKind, JourneyFile, MAX_ID, VERSION};
use crate::model::audience::{Contact, Field};
use crate::model::change::Record;
use crate::model::collect;
use crate::model::id::JourneyId;
use crate::model::sorted::SortedMap;
use crate::model::table::Table;
use crate::model::trigger::Trigger;
use crate::model::workspace::{
    Behaviour, CATALOG, CATEGORY, ContactSource, RunSettings, Settings, Workspace,
};

use behaviour::{MadeUpRecord, ModelRecord};
use flow::FlowRecord;
pub(super) use fragment::FragmentV1;
use journey::JourneyRecord;
use record::EventRecord;
pub(super) use scenario::ScenarioRecord;
use segment::SegmentRecord;

objects!(WorkspaceFileV1<'_>, Environment, Run, JourneyFileV1<'_>);

/// A workspace file.
#[derive(Debug, Default)]
pub(super) struct WorkspaceFileV1<'w> {
    format: String,
    version: u32,
    name: String,
    environment: Environment,
    next_id: u32,
    run: Run,
    fields: Vec<Field>,
    segments: Vec<SegmentRecord>,
    triggers: Vec<Trigger>,
    journeys: Vec<JourneyRecord<'w>>,
    flows: Vec<FlowRecord>,
    contacts: Vec<Contact>,
    events: Vec<EventRecord>,
    tables: Vec<Table>,
    models: Vec<ModelRecord>,
    scenarios: Vec<ScenarioRecord>,
}

impl Object for WorkspaceFileV1<'_> {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("format", &mut self.format);
        to.must("version", &mut self.version);
        to.must("name", &mut self.name);
        to.must("environment", &mut self.environment);
        to.must("nextId", &mut self.next_id);
        to.unless(is_default(&self.run), "run", &mut self.run);
        to.must("fields", &mut self.fields);
        to.may("segments", &mut self.segments);
        to.must("triggers", &mut self.triggers);
        to.must("journeys", &mut self.journeys);
        to.must("flows", &mut self.flows);
        to.must("contacts", &mut self.contacts);
        to.must("events", &mut self.events);
        to.may("tables", &mut self.tables);
        to.may("models", &mut self.models);
        to.may("scenarios", &mut self.scenarios);
    }
}

#[derive(Debug, Default)]
struct Environment {
    name: String,
    url: String,
    catalog: Option<String>,
    category: Option<String>,
}

impl Object for Environment {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("name", &mut self.name);
        to.may("url", &mut self.url);
        to.may("catalog", &mut self.catalog);
        to.may("category", &mut self.category);
    }
}

#[derive(Debug, PartialEq, Default)]
struct Run {
    contacts: ContactSource,
    made_up: MadeUpRecord,
    behaviour: Behaviour,
    models: bool,
    seed: u64,
    start: String,
    end: String,
    as_published: Vec<JourneyId>,
}

impl Object for Run {
    fn members(&mut self, to: &mut dyn Members) {
        to.unless(is_default(&self.contacts), "contacts", &mut self.contacts);
        to.unless(is_default(&self.made_up), "madeUp", &mut self.made_up);
        to.unless(is_default(&self.behaviour), "behaviour", &mut self.behaviour);
        to.may("models", &mut self.models);
        to.may("seed", &mut self.seed);
        to.may("start", &mut self.start);
        to.may("end", &mut self.end);
        to.may("asPublished", &mut self.as_published);
    }
}

/// A journey file.
#[derive(Debug, Default)]
pub(super) struct JourneyFileV1<'w> {
    format: String,
    version: u32,
    fields: Vec<Field>,
    segments: Vec<SegmentRecord>,
    triggers: Vec<Trigger>,
    journey: JourneyRecord<'w>,
    flows: Vec<FlowRecord>,
    tables: Vec<Table>,
}

impl Object for JourneyFileV1<'_> {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("format", &mut self.format);
        to.must("version", &mut self.version);
        to.must("fields", &mut self.fields);
        to.may("segments", &mut self.segments);
        to.must("triggers", &mut self.triggers);
        to.must("journey", &mut self.journey);
        to.must("flows", &mut self.flows);
        to.may("tables", &mut self.tables);
    }
}

/// Something in a file that the model cannot hold, and where.
#[derive(Debug)]
pub(super) struct Flaw {
    /// The path, as in [`ReadError::Field`](crate::format::ReadError::Field).
    pub path: String,
    /// What is wrong there.
    pub cause: Cause,
}

impl Flaw {
    fn at(path: impl Into<String>, cause: Cause) -> Self {
        Self { path: path.into(), cause }
    }

    /// The same flaw, seen from what holds it under that name.
    fn under(mut self, outer: impl fmt::Display) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("{outer}{dot}{}", self.path);
        self
    }
}

impl<'w> WorkspaceFileV1<'w> {
    /// The file of a workspace.
    pub fn new(workspace: &'w Workspace) -> Self {
        let settings = &workspace.settings;
        Self {
            format: FileKind::Workspace.format().into(),
            version: VERSION,
            name: settings.name.clone(),
            environment: Environment {
                name: settings.environment.clone(),
                url: settings.environment_url.clone(),
                catalog: other_than(&settings.catalog, CATALOG),
                category: other_than(&settings.category, CATEGORY),
            },
            next_id: settings.next_id,
            run: Run::new(&settings.run),
            fields: list(&workspace.fields, Field::clone),
            segments: list(&workspace.segments, SegmentRecord::new),
            triggers: list(&workspace.triggers, Trigger::clone),
            journeys: list(&workspace.journeys, JourneyRecord::new),
            flows: list(&workspace.flows, FlowRecord::new),
            contacts: list(&workspace.contacts, Contact::clone),
            events: list(&workspace.events, EventRecord::new),
            tables: list(&workspace.tables, Table::clone),
            models: list(&workspace.models, ModelRecord::new),
            scenarios: list(&workspace.scenarios, ScenarioRecord::new),
        }
    }

    /// The workspace of a file whose records have no greater number than that one.
    pub fn into_model(self, greatest: u32) -> Result<Workspace, Flaw> {
        if self.next_id <= greatest || self.next_id > MAX_ID {
            return Err(Flaw::at("nextId", Cause::NextId { greatest, most: MAX_ID }));
        }
        let settings = Settings {
            name: self.name,
            environment: self.environment.name,
            environment_url: self.environment.url,
            catalog: self.environment.catalog.unwrap_or_else(|| CATALOG.into()),
            category: self.environment.category.unwrap_or_else(|| CATEGORY.into()),
            next_id: self.next_id,
            run: self.run.into_model(),
        };
        Ok(Workspace {
            settings: Arc::new(settings),
            fields: records(self.fields, Ok, "fields")?,
            segments: records(self.segments, SegmentRecord::into_model, "segments")?,
            triggers: records(self.triggers, Ok, "triggers")?,
            journeys: records(self.journeys, JourneyRecord::into_model, "journeys")?,
            flows: records(self.flows, FlowRecord::into_model, "flows")?,
            contacts: records(self.contacts, Ok, "contacts")?,
            events: records(self.events, EventRecord::into_model, "events")?,
            tables: records(self.tables, Ok, "tables")?,
            models: records(self.models, ModelRecord::into_model, "models")?,
            scenarios: records(self.scenarios, ScenarioRecord::into_model, "scenarios")?,
        })
    }
}

impl<'w> JourneyFileV1<'w> {
    /// The file of a journey.
    pub fn new(file: &'w JourneyFile) -> Self {
        Self {
            format: FileKind::Journey.format().into(),
            version: VERSION,
            fields: file.fields.clone(),
            segments: file.segments.iter().map(SegmentRecord::new).collect(),
            triggers: file.triggers.clone(),
            journey: JourneyRecord::new(&file.journey),
            flows: file.flows.iter().map(FlowRecord::new).collect(),
            tables: file.tables.clone(),
        }
    }

    /// The journey of a file.
    pub fn into_model(self) -> Result<JourneyFile, Flaw> {
        Ok(JourneyFile {
            fields: self.fields,
            segments: each(self.segments, SegmentRecord::into_model)
                .map_err(|flaw| flaw.under("segments"))?,
            triggers: self.triggers,
            journey: self.journey.into_model().map_err(|flaw| flaw.under("journey"))?,
            flows: each(self.flows, FlowRecord::into_model).map_err(|flaw| flaw.under("flows"))?,
            tables: self.tables,
        })
    }
}

impl Run {
    fn new(run: &RunSettings) -> Self {
        Self {
            contacts: run.contacts,
            made_up: MadeUpRecord::new(&run.made_up),
            behaviour: run.behaviour,
            models: run.models,
            seed: run.seed,
            start: run.start.clone(),
            end: run.end.clone(),
            as_published: run.as_published.iter().copied().collect(),
        }
    }

    fn into_model(self) -> RunSettings {
        RunSettings {
            contacts: self.contacts,
            made_up: self.made_up.into_model(),
            behaviour: self.behaviour,
            models: self.models,
            seed: self.seed,
            start: self.start,
            end: self.end,
            as_published: collect::set(self.as_published),
        }
    }
}

/// An object whose keys are ids, in ascending order. A key that comes twice is refused.
impl<K: Word + Default + Ord, V: Value + Default> Value for SortedMap<K, V> {
    fn shape(&mut self) -> Shape<'_> {
        Shape::Entries(self)
    }
}

impl<K: Word + Default + Ord, V: Value + Default> Entries for SortedMap<K, V> {
    fn add(&mut self, key: &str) -> Result<&mut dyn Value, Cause> {
        let mut id = K::default();
        id.read(key)?;
        if self.contains_key(&id) {
            return Err(Cause::Twice(key.to_owned()));
        }
        Ok(self.entry(id).or_default())
    }

    fn is_empty(&self) -> bool {
        SortedMap::is_empty(self)
    }

    fn each(&mut self, show: &mut dyn FnMut(&str, &mut dyn Value)) {
        self.iter_mut().for_each(|(key, value)| show(&key.write(), value));
    }
}

fn list<'r, I, R, W>(records: &'r SortedMap<I, Arc<R>>, wire: impl Fn(&'r R) -> W) -> Vec<W> {
    records.values().map(|record| wire(record)).collect()
}

fn records<W, R: Record>(
    wire: Vec<W>,
    model: impl Fn(W) -> Result<R, Flaw>,
    name: &str,
) -> Result<SortedMap<R::Id, Arc<R>>, Flaw> {
    let records = each(wire, model).map_err(|flaw| flaw.under(name))?;
    Ok(collect::map(records.into_iter().map(|record| (record.id(), Arc::new(record)))))
}

/// Turns each over; a flaw gets the index of where it is.
fn each<W, T>(wire: Vec<W>, turn: impl Fn(W) -> Result<T, Flaw>) -> Result<Vec<T>, Flaw> {
    let turned = wire.into_iter().enumerate();
    let turned = turned
        .map(|(index, wire)| turn(wire).map_err(|flaw| flaw.under(format_args!("[{index}]"))));
    let mut turned = turned.collect::<Result<Vec<T>, Flaw>>()?;
    // It took over the room of the wire types, which are much larger.
    turned.shrink_to_fit();
    Ok(turned)
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// A text, unless it is the one that a file leaves out.
fn other_than(text: &str, usual: &str) -> Option<String> {
    (text != usual).then(|| text.to_owned())
}
