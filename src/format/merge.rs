//! Taking a journey file into a workspace. What the journey refers to is what is
//! here already, where it is the same: triggers by unique name, fields by name
//! and type, tables by name, segments and flows by name and content. Everything else
//! comes in with new ids.
//!
//! **Invariant:** what was in the workspace stays as it was, except that a trigger
//! may get attributes that it lacked, and a table columns.

use crate::format::journey::JourneyFile;
use crate::format::merged::{Kind, MergeReport, Note};
use crate::format::remap::Remap;
use crate::model::audience::Field;
use crate::model::change::Tx;
use crate::model::collect;
use crate::model::flow::Flow;
use crate::model::flow::tree::renumber;
use crate::model::id::{
    AttributeId, ColumnId, FieldId, JourneyId, SegmentId, StepId, TableId, TriggerId,
};
use crate::model::journey::Journey;
use crate::model::predicate::fold;
use crate::model::segment::Segment;
use crate::model::sorted::SortedSet;
use crate::model::table::Table;
use crate::model::trigger::{Attribute, Trigger, unique_name};
use crate::model::version::Version;

/// Adds the journey of a file to a workspace.
pub fn merge(file: JourneyFile, tx: &mut Tx) -> MergeReport {
    let mut merge = Merge { tx, remap: Remap::default(), notes: Vec::new() };
    merge.tables(file.tables);
    merge.fields(file.fields);
    merge.segments(file.segments);
    merge.triggers(file.triggers);
    merge.flows(file.flows);
    let journey = merge.journey(file.journey);
    MergeReport { journey, notes: merge.notes }
}

struct Merge<'t, 'w> {
    tx: &'t mut Tx<'w>,
    remap: Remap,
    notes: Vec<Note>,
}

impl Merge<'_, '_> {
    /// All tables get their numbers first: their columns may point into one another.
    fn tables(&mut self, tables: Vec<Table>) {
        let here: Vec<_> = self.tx.workspace().tables.values().cloned().collect();
        let names: Vec<String> = here.iter().map(|table| table.name.clone()).collect();
        let mut used = SortedSet::new();
        let mut same = Vec::new();
        for table in &tables {
            let found = here
                .iter()
                .find(|known| fold(&known.name) == fold(&table.name) && !used.contains(&known.id));
            if let Some(found) = found {
                used.insert(found.id);
                self.remap.set(table.id.0, found.id.0);
            }
            same.push(found);
        }
        for (table, same) in tables.into_iter().zip(same) {
            match same {
                Some(same) => self.join_table(table, same),
                None => self.add_table(table, &names),
            }
        }
    }

    fn add_table(&mut self, mut table: Table, names: &[String]) {
        table.id = TableId(self.remap.number(table.id.0, self.tx));
        for column in &mut table.columns {
            column.id = ColumnId(self.remap.number(column.id.0, self.tx));
            self.remap.ty(&mut column.ty, self.tx);
        }
        self.name(Kind::Table, &mut table.name, names);
        self.tx.put(table);
    }

    /// Lets the table be the one that is here; columns that it lacks are added to it.
    fn join_table(&mut self, table: Table, here: &Table) {
        let mut names: Vec<String> = here.columns.iter().map(|one| one.name.clone()).collect();
        let (mut added, mut used) = (Vec::new(), SortedSet::new());
        for mut column in table.columns {
            self.remap.ty(&mut column.ty, self.tx);
            let same = here.columns.iter().find(|known| {
                fold(&known.name) == fold(&column.name)
                    && known.ty == column.ty
                    && !used.contains(&known.id)
            });
            if let Some(same) = same {
                used.insert(same.id);
                self.remap.set(column.id.0, same.id.0);
            } else {
                column.id = ColumnId(self.remap.number(column.id.0, self.tx));
                column.name = free_name(&column.name, &names);
                names.push(column.name.clone());
                added.push(column);
            }
        }
        if added.is_empty() {
            self.notes.push(Note::Reused(Kind::Table, here.name.clone()));
            return;
        }
        let columns = added.iter().map(|column| column.name.clone()).collect();
        self.notes.push(Note::Widened { name: here.name.clone(), columns });
        if let Some(here) = self.tx.get_mut::<Table>(here.id) {
            here.columns.extend(added);
        }
    }

    fn fields(&mut self, fields: Vec<Field>) {
        let here: Vec<_> = self.tx.workspace().fields.values().cloned().collect();
        let names: Vec<String> = here.iter().map(|field| field.name.clone()).collect();
        let mut used = SortedSet::new();
        for mut field in fields {
            self.remap.ty(&mut field.ty, self.tx);
            let same = here.iter().find(|known| {
                fold(&known.name) == fold(&field.name)
                    && known.ty == field.ty
                    && !used.contains(&known.id)
            });
            if let Some(same) = same {
                used.insert(same.id);
                self.remap.set(field.id.0, same.id.0);
                self.notes.push(Note::Reused(Kind::Field, field.name));
                continue;
            }
            field.id = FieldId(self.remap.number(field.id.0, self.tx));
            self.name(Kind::Field, &mut field.name, &names);
            self.tx.put(field);
        }
    }

    fn segments(&mut self, segments: Vec<Segment>) {
        let here: Vec<_> = self.tx.workspace().segments.values().cloned().collect();
        let names: Vec<String> = here.iter().map(|segment| segment.name.clone()).collect();
        for mut segment in segments {
            self.remap.condition(&mut segment.condition, self.tx);
            let same = here.iter().find(|known| {
                fold(&known.name) == fold(&segment.name) && known.condition == segment.condition
            });
            if let Some(same) = same {
                self.remap.set(segment.id.0, same.id.0);
                self.notes.push(Note::Reused(Kind::Segment, segment.name));
                continue;
            }
            segment.id = SegmentId(self.remap.number(segment.id.0, self.tx));
            self.name(Kind::Segment, &mut segment.name, &names);
            self.tx.put(segment);
        }
    }

    fn triggers(&mut self, triggers: Vec<Trigger>) {
        let here: Vec<_> = self.tx.workspace().triggers.values().cloned().collect();
        let names: Vec<String> = here.iter().map(|trigger| trigger.name.clone()).collect();
        let mut used = SortedSet::new();
        for mut trigger in triggers {
            trigger.attributes.iter_mut().for_each(|one| self.remap.ty(&mut one.ty, self.tx));
            let same = here.iter().find(|known| {
                known.unique_name == trigger.unique_name && !used.contains(&known.id)
            });
            let Some(same) = same else {
                self.add_trigger(trigger, &names);
                continue;
            };
            used.insert(same.id);
            match clash(&trigger, same) {
                Some(attribute) => self.add_separate(trigger, attribute, &names),
                None => self.join_trigger(trigger, same),
            }
        }
    }

    fn add_trigger(&mut self, mut trigger: Trigger, names: &[String]) {
        self.name(Kind::Trigger, &mut trigger.name, names);
        self.put_trigger(trigger);
    }

    fn add_separate(&mut self, mut trigger: Trigger, attribute: String, names: &[String]) {
        let from = trigger.name.clone();
        trigger.name = free_name(&from, names);
        let number = self.remap.number(trigger.id.0, self.tx);
        trigger.unique_name = unique_name(&trigger.name, number);
        self.notes.push(Note::Separate { from, name: trigger.name.clone(), attribute });
        self.put_trigger(trigger);
    }

    fn put_trigger(&mut self, mut trigger: Trigger) {
        trigger.id = TriggerId(self.remap.number(trigger.id.0, self.tx));
        for attribute in &mut trigger.attributes {
            attribute.id = AttributeId(self.remap.number(attribute.id.0, self.tx));
        }
        self.tx.put(trigger);
    }

    /// Lets the trigger be the one that is here; what that one lacks is added to it.
    fn join_trigger(&mut self, trigger: Trigger, here: &Trigger) {
        self.remap.set(trigger.id.0, here.id.0);
        let mut added = Vec::new();
        let mut used = SortedSet::new();
        for mut attribute in trigger.attributes {
            if let Some(same) = same_name(&attribute, here, &used) {
                used.insert(same.id);
                self.remap.set(attribute.id.0, same.id.0);
            } else {
                attribute.id = AttributeId(self.remap.number(attribute.id.0, self.tx));
                added.push(attribute);
            }
        }
        if added.is_empty() {
            self.notes.push(Note::Reused(Kind::Trigger, here.name.clone()));
            return;
        }
        let attributes = added.iter().map(|attribute| attribute.name.clone()).collect();
        self.notes.push(Note::Extended { name: here.name.clone(), attributes });
        if let Some(here) = self.tx.get_mut::<Trigger>(here.id) {
            here.attributes.extend(added);
        }
    }

    fn flows(&mut self, flows: Vec<Flow>) {
        let here: Vec<_> = self.tx.workspace().flows.values().cloned().collect();
        let names: Vec<String> = here.iter().map(|flow| flow.name.clone()).collect();
        for mut flow in flows {
            self.remap.flow(&mut flow, self.tx);
            if here.iter().any(|known| is_same_flow(known, &flow)) {
                self.notes.push(Note::Reused(Kind::Flow, flow.name));
                continue;
            }
            self.name(Kind::Flow, &mut flow.name, &names);
            self.tx.put(flow);
        }
    }

    fn journey(&mut self, mut journey: Journey) -> JourneyId {
        let here = self.tx.workspace().journeys.values();
        let names: Vec<String> = here.map(|journey| journey.name.clone()).collect();
        self.remap.journey(&mut journey, self.tx);
        // The versions before it are not in the file.
        journey.version = Version::default();
        self.name(Kind::Journey, &mut journey.name, &names);
        let id = journey.id;
        self.tx.put(journey);
        id
    }

    /// Makes a name one that is not taken, and notes what is added under it.
    fn name(&mut self, kind: Kind, name: &mut String, taken: &[String]) {
        let free = free_name(name, taken);
        let from = std::mem::replace(name, free);
        self.notes.push(if from == *name {
            Note::Added(kind, from)
        } else {
            Note::Renamed { kind, from, name: name.clone() }
        });
    }
}

/// The name of an attribute that both have, with different types.
fn clash(trigger: &Trigger, here: &Trigger) -> Option<String> {
    let differs = |attribute: &&Attribute| {
        here.attribute_named(&attribute.name).is_some_and(|known| known.ty != attribute.ty)
    };
    trigger.attributes.iter().find(differs).map(|attribute| attribute.name.clone())
}

/// The attribute of the same name and type, if it is not the same as another one already.
fn same_name<'t>(
    attribute: &Attribute,
    here: &'t Trigger,
    used: &SortedSet<AttributeId>,
) -> Option<&'t Attribute> {
    here.attributes.iter().find(|known| {
        fold(&known.name) == fold(&attribute.name)
            && known.ty == attribute.ty
            && !used.contains(&known.id)
    })
}

/// Whether two flows differ in their ids only.
fn is_same_flow(one: &Flow, other: &Flow) -> bool {
    let without_ids = |flow: &Flow| {
        // Steps are called by their places.
        let ids = collect::map(flow.all_steps().iter().zip(0..).map(|(step, at)| (step.id, at)));
        let mut steps = flow.steps.clone();
        renumber(&mut steps, &mut |id| ids.get(&id).map_or(id, |at| StepId(*at)));
        (fold(&flow.name), flow.trigger, flow.on, flow.environment.clone(), steps)
    };
    without_ids(one) == without_ids(other)
}

/// `name`, or the first of `name (2)`, `name (3)` … that is not taken.
fn free_name(name: &str, taken: &[String]) -> String {
    let taken = collect::set(taken.iter().map(|name| fold(name)));
    let mut free = name.to_owned();
    let mut number = 1;
    while taken.contains(&fold(&free)) {
        number += 1;
        free = format!("{name} ({number})");
    }
    free
}
