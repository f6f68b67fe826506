//! What is to be checked again after an edit.
//!
//! **Invariant:** it may name too much, but never too little: what is left out reads
//! nothing that the edit changed.

use std::sync::Arc;

use crate::check::names::Named;
use crate::check::part::{Part, Thing};
use crate::check::site::Subject;
use crate::check::usage::Index;
use crate::model::audience::{Field, Happening};
use crate::model::behaviour::ModelOf;
use crate::model::change::{Change, Diff};
use crate::model::collect;
use crate::model::id::{FieldId, JourneyId, SegmentId, TableId, TriggerId};
use crate::model::journey::Journey;
use crate::model::scenario::{Expectation, Scenario};
use crate::model::segment::Segment;
use crate::model::sorted::{SortedMap, SortedSet};
use crate::model::table::Table;
use crate::model::trigger::{Attribute, Trigger};
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// What is to be checked again.
#[derive(Debug, Default)]
pub(super) struct Work {
    /// Records, each within itself. What is gone is among them.
    pub records: SortedSet<Subject>,
    /// The records whose names are to be compared.
    pub named: SortedSet<Named>,
    /// The triggers of which it is to be seen who raises them for whom.
    pub triggers: SortedSet<TriggerId>,
    /// Whether triggers may be raised in another circle.
    pub loops: bool,
    /// Whether something else may raise triggers in a run.
    pub silent: bool,
    /// Triggers that are called otherwise, and are otherwise the same.
    pub renamed: SortedSet<TriggerId>,
    /// Journeys that were edited while all that they read stayed: each as it was.
    pub edited: SortedMap<JourneyId, Arc<Journey>>,
}

impl Work {
    /// Everything.
    pub fn all(workspace: &Workspace) -> Self {
        let w = workspace;
        let mut records = SortedSet::from([Subject::Workspace]);
        records.extend(w.tables.keys().map(|id| Subject::Table(*id)));
        records.extend(w.fields.keys().map(|id| Subject::Field(*id)));
        records.extend(w.segments.keys().map(|id| Subject::Segment(*id)));
        records.extend(w.triggers.keys().map(|id| Subject::Trigger(*id)));
        records.extend(w.journeys.keys().map(|id| Subject::Journey(*id)));
        records.extend(w.flows.keys().map(|id| Subject::Flow(*id)));
        records.extend(w.contacts.keys().map(|id| Subject::Contact(*id)));
        records.extend(w.events.keys().map(|id| Subject::Event(*id)));
        records.extend(w.models.keys().map(|id| Subject::Model(*id)));
        records.extend(w.scenarios.keys().map(|id| Subject::Scenario(*id)));
        let named = Named::ALL.into();
        let triggers = collect::set(w.triggers.keys().copied());
        Self { records, named, triggers, loops: true, silent: true, ..Self::default() }
    }

    /// What an edit may have changed; the index is that from before the edit, and
    /// `is_wrong` says of a record whether something was found in it.
    pub fn of(
        workspace: &Workspace,
        index: &Index,
        change: &Change,
        is_wrong: &dyn Fn(Subject) -> bool,
    ) -> Self {
        let mut work = Self::default();
        work.schema(workspace, index, change, is_wrong);
        work.touched(change);
        work.silent = !(change.triggers.is_empty()
            && change.models.is_empty()
            && change.events.is_empty()
            && change.settings.is_none());
        work.names(change);
        work.settings(workspace, index, change);
        work
    }

    /// The records that were touched themselves.
    fn touched(&mut self, change: &Change) {
        let records = &mut self.records;
        records.insert(Subject::Workspace);
        records.extend(change.tables.keys().map(|id| Subject::Table(*id)));
        records.extend(change.fields.keys().map(|id| Subject::Field(*id)));
        records.extend(change.segments.keys().map(|id| Subject::Segment(*id)));
        records.extend(change.triggers.keys().map(|id| Subject::Trigger(*id)));
        records.extend(change.journeys.keys().map(|id| Subject::Journey(*id)));
        records.extend(change.flows.keys().map(|id| Subject::Flow(*id)));
        records.extend(change.contacts.keys().map(|id| Subject::Contact(*id)));
        records.extend(change.events.keys().map(|id| Subject::Event(*id)));
        records.extend(change.models.keys().map(|id| Subject::Model(*id)));
        records.extend(change.scenarios.keys().map(|id| Subject::Scenario(*id)));
    }

    fn names(&mut self, change: &Change) {
        let mut note = |is_named: bool, named| {
            if is_named {
                self.named.insert(named);
            }
        };
        note(differ(&change.tables, |one, other| one.name != other.name), Named::Tables);
        note(differ(&change.fields, |one, other| one.name != other.name), Named::Fields);
        note(differ(&change.segments, |one, other| one.name != other.name), Named::Segments);
        note(!change.triggers.is_empty(), Named::Triggers);
        let renamed = |one: &Journey, other: &Journey| {
            one.name != other.name || one.version.replaces != other.version.replaces
        };
        let renamed = differ(&change.journeys, renamed);
        note(renamed, Named::Journeys);
        note(differ(&change.flows, |one, other| one.name != other.name), Named::Flows);
        note(differ(&change.contacts, |one, other| one.name != other.name), Named::Contacts);
        note(differ(&change.scenarios, |one, other| one.name != other.name), Named::Scenarios);
        let reacts = |one: &Journey, other: &Journey| {
            one.state != other.state
                || one.start != other.start
                || one.version.replaces != other.version.replaces
        };
        self.silent |= differ(&change.journeys, reacts);
        // A loop is told by the names of its journeys.
        self.loops = renamed;
    }

    /// What reads the tables, fields, segments and triggers that were touched. Of what is
    /// only called otherwise, nothing but findings speaks.
    fn schema(
        &mut self,
        workspace: &Workspace,
        index: &Index,
        change: &Change,
        is_wrong: &dyn Fn(Subject) -> bool,
    ) {
        let mut called = Touched::default();
        let mut changed = Touched::default();
        for (id, pair) in &change.fields {
            let of = if is_field_renamed(pair) { &mut called } else { &mut changed };
            of.fields.insert(*id);
        }
        for (id, pair) in &change.segments {
            let of = if is_segment_renamed(pair) { &mut called } else { &mut changed };
            of.segments.insert(*id);
        }
        for (id, pair) in &change.triggers {
            match is_trigger_renamed(pair) {
                Some(is_as_before) => {
                    self.renamed.insert(*id);
                    if !is_as_before {
                        called.triggers.insert(*id);
                    }
                }
                None => drop(changed.triggers.insert(*id)),
            }
        }
        self.triggers = changed.triggers.clone();
        self.users(index, &called);
        self.examples(workspace, change, &called);
        self.records.retain(|subject| is_wrong(*subject));

        let rows_only =
            |one: &Table, other: &Table| one.name != other.name || one.columns != other.columns;
        let reshaped = differ(&change.tables, rows_only);
        let tables = pointing(workspace, change);
        self.records.extend(tables.iter().map(|id| Subject::Table(*id)));
        let points = |ty: &Type| matches!(ty, Type::EntityReference(id) if tables.contains(id));
        let fields = workspace.fields.values().filter(|field| points(&field.ty));
        let fields: SortedSet<FieldId> = collect::set(fields.map(|field| field.id));
        self.records.extend(fields.iter().map(|id| Subject::Field(*id)));
        let triggers = workspace.triggers.values();
        let triggers = triggers.filter(|one| one.attributes.iter().any(|a| points(&a.ty)));
        let triggers: SortedSet<TriggerId> = collect::set(triggers.map(|one| one.id));
        self.records.extend(triggers.iter().map(|id| Subject::Trigger(*id)));
        let schema = [change.tables.len(), change.fields.len(), change.segments.len()];
        let is_schema_kept = schema == [0; 3] && change.triggers.is_empty();
        // Only examples have to do with the rows of tables.
        if !reshaped {
            self.users(index, &changed);
        }
        changed.fields.extend(fields);
        changed.triggers.extend(triggers);
        self.examples(workspace, change, &changed);
        if reshaped {
            self.records.extend(workspace.flows.keys().map(|id| Subject::Flow(*id)));
            self.users(index, &changed);
        }
        if is_schema_kept {
            let edited = change.journeys.iter();
            let edited = edited.filter_map(|(id, pair)| Some((*id, pair.0.clone()?)));
            self.edited = collect::map(edited);
        }
    }

    /// Journeys, segments and flows that use what was touched.
    fn users(&mut self, index: &Index, touched: &Touched) {
        let Touched { fields, triggers, segments } = touched;
        let mut segments = segments.clone();
        if fields.is_empty() && triggers.is_empty() && segments.is_empty() {
            return;
        }
        // In document order, segments come before the journeys that look at them.
        for (subject, part) in index.parts() {
            let reads = part.sites.iter().any(|(thing, _)| match thing {
                Thing::Field(id) => fields.contains(id),
                Thing::Segment(id) => segments.contains(id),
                Thing::Column(_) | Thing::Attribute(..) | Thing::Name => false,
            });
            if reads || part.triggers().any(|id| triggers.contains(&id)) {
                self.records.insert(subject);
                if let Subject::Segment(id) = subject {
                    segments.insert(id);
                }
            }
        }
    }

    /// Examples that hold values for what was touched.
    fn examples(&mut self, workspace: &Workspace, change: &Change, touched: &Touched) {
        let Touched { fields, triggers, .. } = touched;
        let records = &mut self.records;
        if !fields.is_empty() {
            records.extend(workspace.contacts.keys().map(|id| Subject::Contact(*id)));
        }
        let came_or_went = |(before, after): &(Option<Arc<_>>, Option<Arc<_>>)| {
            before.is_none() || after.is_none()
        };
        let contacts = change.contacts.iter().filter(|(_, pair)| came_or_went(pair));
        let contacts = collect::set(contacts.map(|(id, _)| *id));
        if !(contacts.is_empty() && triggers.is_empty()) {
            let concerned = workspace.events.values().filter(|event| {
                contacts.contains(&event.contact)
                    || event.trigger().is_some_and(|id| triggers.contains(&id))
            });
            records.extend(concerned.map(|event| Subject::Event(event.id)));
        }
        if !(fields.is_empty() && triggers.is_empty()) {
            records.extend(workspace.models.keys().map(|id| Subject::Model(*id)));
            records.extend(workspace.scenarios.keys().map(|id| Subject::Scenario(*id)));
        }
        if differ(&change.journeys, |_, _| false) || differ(&change.flows, |_, _| false) {
            records.extend(workspace.scenarios.keys().map(|id| Subject::Scenario(*id)));
        }
    }

    /// What looks at the settings of the workspace.
    fn settings(&mut self, workspace: &Workspace, index: &Index, change: &Change) {
        let Some((before, after)) = &change.settings else { return };
        if before.environment != after.environment {
            self.records.extend(workspace.flows.keys().map(|id| Subject::Flow(*id)));
        }
        if before.run.start != after.run.start {
            self.edited.clear();
            let waiting = index.parts().filter(|(_, part)| !part.moments.is_empty());
            self.records.extend(waiting.map(|(subject, _)| subject));
        }
    }

    /// Adds what looks at the tiles of journeys that were checked again. With each
    /// comes what it used before.
    pub fn look_at_tiles(
        &mut self,
        workspace: &Workspace,
        index: &Index,
        journeys: &[(JourneyId, Option<Arc<Part>>)],
    ) {
        let now = |id: JourneyId| index.part(Subject::Journey(id));
        let messages = |part: Option<&Part>| part.map_or(Vec::new(), |part| part.messages.clone());
        let are_others = |(id, before): &(JourneyId, Option<Arc<Part>>)| {
            messages(before.as_deref()) != messages(now(*id))
        };
        let others = journeys.iter().any(are_others);
        if others {
            let events = workspace.events.values();
            let events = events.filter(|one| matches!(one.what, Happening::Interaction { .. }));
            self.records.extend(events.map(|one| Subject::Event(one.id)));
            let models = workspace.models.values();
            let models = models.filter(|one| matches!(one.of, ModelOf::Interaction { .. }));
            self.records.extend(models.map(|one| Subject::Model(one.id)));
        }
        let is_about = |scenario: &Scenario| {
            scenario.expectations.iter().any(|expectation| match expectation {
                Expectation::Reaches { tile, .. } | Expectation::Takes { tile, .. } => {
                    journeys.iter().any(|(id, before)| {
                        let mut parts = before.as_deref().into_iter().chain(now(*id));
                        parts.any(|part| part.position(*tile).is_some())
                    })
                }
                Expectation::GoalMet { journey, .. } => {
                    journeys.iter().any(|(id, _)| id == journey)
                }
                Expectation::Raises { .. }
                | Expectation::Ends { .. }
                | Expectation::FlowRuns { .. } => false,
            })
        };
        let scenarios = workspace.scenarios.values().filter(|one| others || is_about(one));
        self.records.extend(scenarios.map(|one| Subject::Scenario(one.id)));
    }
}

/// What others read.
#[derive(Debug, Default)]
struct Touched {
    fields: SortedSet<FieldId>,
    segments: SortedSet<SegmentId>,
    triggers: SortedSet<TriggerId>,
}

/// A record before and after.
type Pair<R> = (Option<Arc<R>>, Option<Arc<R>>);

/// Whether nothing but its name is another.
fn is_field_renamed(pair: &Pair<Field>) -> bool {
    let (Some(before), Some(now)) = pair else { return false };
    let Field { id: _, name: _, ty, required } = before.as_ref();
    (ty, *required) == (&now.ty, now.required)
}

/// Whether nothing but its name and description is another.
fn is_segment_renamed(pair: &Pair<Segment>) -> bool {
    let (Some(before), Some(now)) = pair else { return false };
    let Segment { id: _, name: _, description: _, condition } = before.as_ref();
    *condition == now.condition
}

/// Whether nothing but names and descriptions are others, and if so, whether the names of
/// its attributes are the same.
fn is_trigger_renamed(pair: &Pair<Trigger>) -> Option<bool> {
    let (Some(before), Some(now)) = pair else { return None };
    let Trigger { id: _, name: _, unique_name, description: _, audience, state, attributes } =
        before.as_ref();
    let is_like = |(one, other): (&Attribute, &Attribute)| {
        let Attribute { id, name: _, ty } = one;
        (*id, ty) == (other.id, &other.ty)
    };
    let is_the_same = (unique_name, *audience, *state)
        == (&now.unique_name, now.audience, now.state)
        && attributes.len() == now.attributes.len()
        && attributes.iter().zip(&now.attributes).all(is_like);
    is_the_same.then(|| *attributes == now.attributes)
}

/// The tables that were touched, and those that point to them, at however many removes.
fn pointing(workspace: &Workspace, change: &Change) -> SortedSet<TableId> {
    let mut found = collect::set(change.tables.keys().copied());
    loop {
        let before = found.len();
        if before == 0 {
            return found;
        }
        for table in workspace.tables.values() {
            let mut columns = table.columns.iter();
            if columns.any(|one| matches!(&one.ty, Type::EntityReference(id) if found.contains(id)))
            {
                found.insert(table.id);
            }
        }
        if found.len() == before {
            return found;
        }
    }
}

/// Whether a record came or went, or is another in what `differs` compares.
fn differ<I, R>(diff: &Diff<I, R>, differs: impl Fn(&R, &R) -> bool) -> bool {
    diff.values().any(|pair| match pair {
        (Some(before), Some(after)) => differs(before, after),
        _ => true,
    })
}
