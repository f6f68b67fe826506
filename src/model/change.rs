//! All edits go through [`Tx`], which keeps the before-image of every record it
//! touches. The [`Change`] that results drives undo, what is drawn again, what
//! is saved and which caches are dropped.
//!
//! **Invariant:** applying a change and then its reverse restores the workspace
//! exactly, whatever the edit was.

use std::sync::Arc;

use crate::model::audience::{Contact, Event, Field};
use crate::model::behaviour::Model;
use crate::model::flow::Flow;
use crate::model::id::{
    ContactId, EventId, FieldId, FlowId, JourneyId, ModelId, ScenarioId, SegmentId, TableId,
    TriggerId,
};
use crate::model::journey::Journey;
use crate::model::scenario::Scenario;
use crate::model::segment::Segment;
use crate::model::sorted::SortedMap;
use crate::model::table::Table;
use crate::model::trigger::Trigger;
use crate::model::workspace::{Settings, Workspace};

/// What an edit did: each touched record before and after; `None` where there is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// The workspace's settings, when they were touched.
    pub settings: Option<(Arc<Settings>, Arc<Settings>)>,
    /// Tables.
    pub tables: Diff<TableId, Table>,
    /// Contact fields.
    pub fields: Diff<FieldId, Field>,
    /// Segments.
    pub segments: Diff<SegmentId, Segment>,
    /// Triggers.
    pub triggers: Diff<TriggerId, Trigger>,
    /// Journeys.
    pub journeys: Diff<JourneyId, Journey>,
    /// Flows.
    pub flows: Diff<FlowId, Flow>,
    /// Example contacts.
    pub contacts: Diff<ContactId, Contact>,
    /// Example events.
    pub events: Diff<EventId, Event>,
    /// Behaviour models.
    pub models: Diff<ModelId, Model>,
    /// Test scenarios.
    pub scenarios: Diff<ScenarioId, Scenario>,
}

/// Records of one kind, before and after.
pub type Diff<I, R> = SortedMap<I, (Option<Arc<R>>, Option<Arc<R>>)>;

/// A kind of record: where it lives in a workspace and in a change.
pub trait Record: Clone + PartialEq {
    /// Its kind of id.
    type Id: Copy + Ord;
    /// Its own id.
    fn id(&self) -> Self::Id;
    /// Where a workspace keeps these records.
    fn all(workspace: &Workspace) -> &SortedMap<Self::Id, Arc<Self>>;
    /// As [`all`](Self::all), to change them.
    fn all_mut(workspace: &mut Workspace) -> &mut SortedMap<Self::Id, Arc<Self>>;
    /// Where a change keeps these records.
    fn diff(change: &mut Change) -> &mut Diff<Self::Id, Self>;
}

macro_rules! record {
    ($record:ident, $id:ident, $collection:ident) => {
        impl Record for $record {
            type Id = $id;
            fn id(&self) -> $id {
                self.id
            }
            fn all(workspace: &Workspace) -> &SortedMap<$id, Arc<Self>> {
                &workspace.$collection
            }
            fn all_mut(workspace: &mut Workspace) -> &mut SortedMap<$id, Arc<Self>> {
                &mut workspace.$collection
            }
            fn diff(change: &mut Change) -> &mut Diff<$id, Self> {
                &mut change.$collection
            }
        }
    };
}

record!(Table, TableId, tables);
record!(Field, FieldId, fields);
record!(Segment, SegmentId, segments);
record!(Trigger, TriggerId, triggers);
record!(Journey, JourneyId, journeys);
record!(Flow, FlowId, flows);
record!(Contact, ContactId, contacts);
record!(Event, EventId, events);
record!(Model, ModelId, models);
record!(Scenario, ScenarioId, scenarios);

/// An edit in progress.
#[derive(Debug)]
pub struct Tx<'w> {
    workspace: &'w mut Workspace,
    /// Before-images; the after-images are filled in by [`Tx::finish`].
    change: Change,
}

impl<'w> Tx<'w> {
    /// Begins an edit.
    pub fn new(workspace: &'w mut Workspace) -> Self {
        Self { workspace, change: Change::default() }
    }

    /// The workspace as it stands within this edit.
    pub fn workspace(&self) -> &Workspace {
        self.workspace
    }

    /// The settings, to change them.
    pub fn settings_mut(&mut self) -> &mut Settings {
        let now = &mut self.workspace.settings;
        self.change.settings.get_or_insert_with(|| (now.clone(), now.clone()));
        Arc::make_mut(now)
    }

    /// A record, to change it.
    pub fn get_mut<R: Record>(&mut self, id: R::Id) -> Option<&mut R> {
        let record = R::all_mut(self.workspace).get_mut(&id)?;
        R::diff(&mut self.change).entry(id).or_insert_with(|| (Some(record.clone()), None));
        Some(Arc::make_mut(record))
    }

    /// Adds a record, or replaces the one of the same id.
    pub fn put<R: Record>(&mut self, record: R) {
        let id = record.id();
        let before = R::all_mut(self.workspace).insert(id, Arc::new(record));
        R::diff(&mut self.change).entry(id).or_insert((before, None));
    }

    /// Removes a record; `false` where there is none of that id.
    pub fn remove<R: Record>(&mut self, id: R::Id) -> bool {
        let Some(before) = R::all_mut(self.workspace).remove(&id) else { return false };
        R::diff(&mut self.change).entry(id).or_insert((Some(before), None));
        true
    }

    /// A number that no id has yet.
    pub fn next_id(&mut self) -> u32 {
        let settings = self.settings_mut();
        let id = settings.next_id;
        settings.next_id += 1;
        id
    }

    /// Ends the edit. Records that are as they were before are left out.
    pub fn finish(self) -> Change {
        let Self { workspace, mut change } = self;
        if let Some((_, after)) = &mut change.settings {
            after.clone_from(&workspace.settings);
        }
        change.settings = change.settings.filter(|(before, after)| before != after);
        close::<Table>(&mut change, workspace);
        close::<Field>(&mut change, workspace);
        close::<Segment>(&mut change, workspace);
        close::<Trigger>(&mut change, workspace);
        close::<Journey>(&mut change, workspace);
        close::<Flow>(&mut change, workspace);
        close::<Contact>(&mut change, workspace);
        close::<Event>(&mut change, workspace);
        close::<Model>(&mut change, workspace);
        close::<Scenario>(&mut change, workspace);
        change
    }

    /// Takes the edit back.
    pub fn abort(self) {
        let Self { workspace, change } = self;
        change.reversed().apply(workspace);
    }
}

impl Change {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The change that takes this one back.
    pub fn reversed(self) -> Self {
        Self {
            settings: self.settings.map(|(before, after)| (after, before)),
            tables: reversed(self.tables),
            fields: reversed(self.fields),
            segments: reversed(self.segments),
            triggers: reversed(self.triggers),
            journeys: reversed(self.journeys),
            flows: reversed(self.flows),
            contacts: reversed(self.contacts),
            events: reversed(self.events),
            models: reversed(self.models),
            scenarios: reversed(self.scenarios),
        }
    }

    /// Sets every touched record to its after-image.
    pub fn apply(&self, workspace: &mut Workspace) {
        if let Some((_, after)) = &self.settings {
            workspace.settings = after.clone();
        }
        apply(&self.tables, &mut workspace.tables);
        apply(&self.fields, &mut workspace.fields);
        apply(&self.segments, &mut workspace.segments);
        apply(&self.triggers, &mut workspace.triggers);
        apply(&self.journeys, &mut workspace.journeys);
        apply(&self.flows, &mut workspace.flows);
        apply(&self.contacts, &mut workspace.contacts);
        apply(&self.events, &mut workspace.events);
        apply(&self.models, &mut workspace.models);
        apply(&self.scenarios, &mut workspace.scenarios);
    }

    /// This change followed by `next`, as one.
    pub fn then(mut self, next: Self) -> Self {
        self.settings = match (self.settings, next.settings) {
            (Some((before, _)), Some((_, after))) => Some((before, after)),
            (first, second) => first.or(second),
        };
        self.settings = self.settings.filter(|(before, after)| before != after);
        squash(&mut self.tables, next.tables);
        squash(&mut self.fields, next.fields);
        squash(&mut self.segments, next.segments);
        squash(&mut self.triggers, next.triggers);
        squash(&mut self.journeys, next.journeys);
        squash(&mut self.flows, next.flows);
        squash(&mut self.contacts, next.contacts);
        squash(&mut self.events, next.events);
        squash(&mut self.models, next.models);
        squash(&mut self.scenarios, next.scenarios);
        self
    }
}

fn close<R: Record>(change: &mut Change, workspace: &Workspace) {
    R::diff(change).retain(|id, (before, after)| {
        *after = R::all(workspace).get(id).cloned();
        before != after
    });
}

fn reversed<I, R>(mut diff: Diff<I, R>) -> Diff<I, R> {
    for (before, after) in diff.values_mut() {
        std::mem::swap(before, after);
    }
    diff
}

fn apply<I: Ord + Copy, R>(diff: &Diff<I, R>, records: &mut SortedMap<I, Arc<R>>) {
    for (id, (_, after)) in diff {
        match after {
            Some(record) => records.insert(*id, record.clone()),
            None => records.remove(id),
        };
    }
}

fn squash<I: Ord, R: PartialEq>(first: &mut Diff<I, R>, second: Diff<I, R>) {
    for (id, (before, after)) in second {
        let entry = first.entry(id).or_insert((before, None));
        entry.1 = after;
    }
    first.retain(|_, (before, after)| before != after);
}
