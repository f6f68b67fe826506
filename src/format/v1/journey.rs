//! Journeys: their settings. What lets contacts in and out stands in
//! [`entry`](crate::format::v1::entry), tiles in [`tile`](crate::format::v1::tile).

use crate::format::shape::{Members, Object, forms, objects};
use crate::format::v1::condition::ConditionRecord;
use crate::format::v1::entry::{EntryRecord, ExitRecord};
use crate::format::v1::note::{NoteRecord, notes};
use crate::format::v1::tile::{Tiles, sequence, tiles};
use crate::format::v1::{Flaw, each, is_default};
use crate::model::id::{JourneyId, TriggerId};
use crate::model::journey::{Goal, Journey, JourneyState, Listener, Target};
use crate::model::trigger::AudienceKind;
use crate::model::version::Version;

objects!(JourneyRecord<'_>, Version, GoalRecord);

#[derive(Debug, Default)]
pub(super) struct JourneyRecord<'t> {
    pub id: JourneyId,
    name: String,
    description: String,
    state: JourneyState,
    audience: AudienceKind,
    time_zone: String,
    start: String,
    end: String,
    pub entry: EntryRecord,
    goal: Option<GoalRecord>,
    pub exits: Vec<ExitRecord>,
    pub tiles: Tiles<'t>,
    notes: Vec<NoteRecord>,
    version: Version,
}

impl Object for JourneyRecord<'_> {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.may("description", &mut self.description);
        to.must("state", &mut self.state);
        to.must("audience", &mut self.audience);
        to.must("timeZone", &mut self.time_zone);
        to.may("start", &mut self.start);
        to.may("end", &mut self.end);
        to.must("entry", &mut self.entry);
        to.may("goal", &mut self.goal);
        to.may("exits", &mut self.exits);
        to.written("tiles", &mut self.tiles);
        to.may("notes", &mut self.notes);
        to.unless(is_default(&self.version), "version", &mut self.version);
    }
}

/// Left out for a first version.
impl Object for Version {
    fn members(&mut self, to: &mut dyn Members) {
        to.written("number", &mut self.number);
        to.may("replaces", &mut self.replaces);
        to.may("comment", &mut self.comment);
        to.may("origins", &mut self.origins);
    }
}

#[derive(Debug, Default)]
struct GoalRecord {
    trigger: Option<TriggerId>,
    condition: ConditionRecord,
    target: Option<Target>,
}

impl Object for GoalRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.may("trigger", &mut self.trigger);
        to.unless(is_default(&self.condition), "condition", &mut self.condition);
        to.may("target", &mut self.target);
    }
}

// A share is written as a text, so that no reader rounds it.
forms!(Target { Count(count) = "count", Share(share) = "share" });

impl<'t> JourneyRecord<'t> {
    pub fn new(journey: &'t Journey) -> Self {
        Self {
            id: journey.id,
            name: journey.name.clone(),
            description: journey.description.clone(),
            state: journey.state,
            audience: journey.audience,
            time_zone: journey.time_zone.clone(),
            start: journey.start.clone(),
            end: journey.end.clone(),
            entry: EntryRecord::new(&journey.entry),
            goal: journey.goal.as_ref().map(GoalRecord::new),
            exits: journey.exits.iter().map(ExitRecord::new).collect(),
            tiles: tiles(&journey.tiles),
            notes: journey.notes.iter().map(NoteRecord::new).collect(),
            version: journey.version.clone(),
        }
    }

    pub fn into_model(self) -> Result<Journey, Flaw> {
        Ok(Journey {
            id: self.id,
            name: self.name,
            description: self.description,
            state: self.state,
            audience: self.audience,
            time_zone: self.time_zone,
            start: self.start,
            end: self.end,
            entry: self.entry.into_model().map_err(|flaw| flaw.under("entry"))?,
            goal: self
                .goal
                .map(|goal| goal.into_model().map_err(|flaw| flaw.under("goal")))
                .transpose()?,
            exits: each(self.exits, ExitRecord::into_model).map_err(|flaw| flaw.under("exits"))?,
            tiles: sequence(self.tiles, "tiles")?,
            notes: notes(self.notes),
            version: self.version,
        })
    }
}

impl GoalRecord {
    fn new(goal: &Goal) -> Self {
        Self {
            trigger: goal.on.trigger,
            condition: ConditionRecord::new(&goal.on.condition),
            target: goal.target,
        }
    }

    fn into_model(self) -> Result<Goal, Flaw> {
        Ok(Goal { on: listener(self.trigger, self.condition)?, target: self.target })
    }
}

/// What something waits for.
pub(super) fn listener(
    trigger: Option<TriggerId>,
    condition: ConditionRecord,
) -> Result<Listener, Flaw> {
    Ok(Listener { trigger, condition: condition.into_model()? })
}
