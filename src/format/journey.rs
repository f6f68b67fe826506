//! One journey as a file, with what it refers to: the contact fields that it
//! reads, the segments that it looks at, the triggers that it listens to or raises, and the flows on those that
//! it raises. Nothing of the contacts.

use crate::format::error::{FileKind, ReadError};
use crate::format::read::{located, text_of};
use crate::format::v1::JourneyFileV1;
use crate::format::{reader, writer};
use crate::model::audience::Field;
use crate::model::condition::{Condition, Source};
use crate::model::flow::{Action, Flow};
use crate::model::id::{FieldId, JourneyId, SegmentId, TableId, TriggerId};
use crate::model::journey::{Journey, Listener, Mapping, TileKind};
use crate::model::segment::Segment;
use crate::model::sorted::SortedSet;
use crate::model::table::{Reference, Table};
use crate::model::trigger::Trigger;
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// What a journey file holds. Ids are those of the workspace that it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JourneyFile {
    /// The journey.
    pub journey: Journey,
    /// The contact fields that it reads, in ascending order of id.
    pub fields: Vec<Field>,
    /// The segments that it looks at, in ascending order of id.
    pub segments: Vec<Segment>,
    /// The triggers that it listens to or raises, in ascending order of id.
    pub triggers: Vec<Trigger>,
    /// The flows on the triggers that it raises, in ascending order of id.
    pub flows: Vec<Flow>,
    /// The tables that the fields and attributes point into, and those further on, in
    /// ascending order of id, without their rows.
    pub tables: Vec<Table>,
}

/// The file of a journey; `None` where the workspace has none of that id.
pub fn write_journey(workspace: &Workspace, id: JourneyId) -> Option<String> {
    Some(writer::write(&mut JourneyFileV1::new(&JourneyFile::of(workspace, id)?)))
}

/// Reads a journey file, ready to be [merged](crate::format::merge()) into a workspace.
///
/// # Errors
///
/// Whatever is not a journey that this build can hold, with the place and the cause.
pub fn read_journey(bytes: &[u8]) -> Result<JourneyFile, ReadError> {
    let text = text_of(bytes, FileKind::Journey)?;
    let mut file = JourneyFileV1::default();
    reader::read(text, &mut file)?.greatest(text)?;
    file.into_model().map_err(|flaw| located(text, flaw))
}

impl JourneyFile {
    /// A journey of a workspace with what it refers to.
    pub fn of(workspace: &Workspace, id: JourneyId) -> Option<Self> {
        Some(Self::with(workspace, workspace.journeys.get(&id)?.as_ref().clone()))
    }

    /// A journey with what it refers to in a workspace.
    pub(super) fn with(workspace: &Workspace, journey: Journey) -> Self {
        let mut found = Found::default();
        found.journey(&journey);
        let segments = pick(&found.segments, |id| workspace.segments.get(id));
        segments.iter().for_each(|segment| found.condition(&segment.condition));
        let flows = workspace.flows.values();
        let flows = flows.filter(|flow| flow.trigger.is_some_and(|id| found.raised.contains(&id)));
        let fields = pick(&found.fields, |id| workspace.fields.get(id));
        let triggers = pick(&found.triggers, |id| workspace.triggers.get(id));
        let flows: Vec<Flow> = flows.map(|flow| flow.as_ref().clone()).collect();
        Self {
            journey,
            tables: tables(workspace, &fields, &triggers, &flows),
            segments,
            fields,
            triggers,
            flows,
        }
    }
}

/// The tables that something of these points into, and those that they point into.
fn tables(
    workspace: &Workspace,
    fields: &[Field],
    triggers: &[Trigger],
    flows: &[Flow],
) -> Vec<Table> {
    let attributes = triggers.iter().flat_map(|trigger| &trigger.attributes);
    let variables = flows.iter().flat_map(Flow::all_steps).filter_map(|step| match &step.action {
        Action::InitializeVariable { ty, .. } => Some(ty),
        _ => None,
    });
    let types = fields.iter().map(|field| &field.ty).chain(attributes.map(|one| &one.ty));
    let types = types.chain(variables);
    let mut open: Vec<TableId> = types.filter_map(table_of).collect();
    let mut found = SortedSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            let columns = workspace.tables.get(&id).into_iter().flat_map(|table| &table.columns);
            open.extend(columns.filter_map(|column| table_of(&column.ty)));
        }
    }
    let mut tables = pick(&found, |id| workspace.tables.get(id));
    tables.iter_mut().for_each(|table| table.rows.clear());
    tables
}

fn table_of(ty: &Type) -> Option<TableId> {
    match ty {
        Type::EntityReference(table) => Some(*table),
        _ => None,
    }
}

fn pick<'w, I: 'w, R: Clone + 'w>(
    ids: &SortedSet<I>,
    record: impl Fn(&I) -> Option<&'w std::sync::Arc<R>>,
) -> Vec<R> {
    ids.iter().filter_map(|id| record(id).map(|record| record.as_ref().clone())).collect()
}

/// What a journey refers to.
#[derive(Debug, Default)]
struct Found {
    fields: SortedSet<FieldId>,
    segments: SortedSet<SegmentId>,
    triggers: SortedSet<TriggerId>,
    raised: SortedSet<TriggerId>,
}

impl Found {
    fn journey(&mut self, journey: &Journey) {
        journey.entry.listener().into_iter().for_each(|on| self.listener(on));
        self.segments.extend(journey.entry.segments().iter().copied());
        self.segments.extend(journey.entry.exclusions.iter().copied());
        journey.goal.iter().for_each(|goal| self.listener(&goal.on));
        for exit in &journey.exits {
            exit.on.listener().into_iter().for_each(|on| self.listener(on));
            self.segments.extend(exit.on.segment());
        }
        for tile in journey.all_tiles() {
            match &tile.kind {
                TileKind::AttributeBranch { branches, .. } => {
                    branches.iter().for_each(|branch| self.condition(&branch.condition));
                }
                TileKind::WaitFor { .. } => {
                    tile.kind.listeners().for_each(|on| self.listener(on));
                }
                TileKind::Message { to, .. } => to.iter().for_each(|to| self.source(*to)),
                TileKind::CustomTrigger { trigger, mappings, binding } => {
                    self.triggers.extend(*trigger);
                    self.raised.extend(*trigger);
                    mappings.values().chain(binding).for_each(|mapping| self.mapping(mapping));
                }
                TileKind::Wait(wait) => {
                    wait.date().into_iter().for_each(|source| self.source(source));
                }
                TileKind::Split { .. } | TileKind::Exit => {}
            }
        }
    }

    fn listener(&mut self, on: &Listener) {
        self.triggers.extend(on.trigger);
        self.condition(&on.condition);
    }

    fn condition(&mut self, condition: &Condition) {
        condition.rows().filter_map(|row| row.source).for_each(|source| self.source(source));
    }

    fn mapping(&mut self, mapping: &Mapping) {
        if let Mapping::Attribute(source) = mapping {
            self.source(*source);
        }
    }

    fn source(&mut self, source: Source) {
        if let Source::Contact(field) | Source::Column(Reference::Contact(field), _) = source {
            self.fields.insert(field);
        }
    }
}
