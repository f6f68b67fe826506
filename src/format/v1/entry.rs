//! What lets contacts into a journey and out of it: the Entry and the exit criteria.
//! Both are one struct on the wire for all their kinds; which fields belong to which
//! kind is told here.

use crate::format::error::Cause;
use crate::format::shape::{Members, Object, forms, objects};
use crate::format::v1::condition::ConditionRecord;
use crate::format::v1::journey::listener;
use crate::format::v1::{Flaw, is_default};
use crate::model::entry::{EntryBy, ExitOn};
use crate::model::every::{Every, MonthDay};
use crate::model::id::{ExitId, SegmentId, TileId, TriggerId};
use crate::model::journey::{Entry, ExitCriterion, Repeat};
use crate::model::note::Note;
use crate::model::time::Duration;

objects!(EntryRecord, MonthsRecord, ExitRecord);

#[derive(Debug, Default)]
pub(super) struct EntryRecord {
    pub id: TileId,
    by: By,
    trigger: Option<TriggerId>,
    condition: Option<ConditionRecord>,
    repeat: Option<RepeatRecord>,
    segments: Option<Vec<SegmentId>>,
    at: Option<String>,
    every: Option<Duration>,
    months: Option<MonthsRecord>,
    exclusions: Vec<SegmentId>,
    note: String,
    note_card: bool,
}

impl Object for EntryRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.unless(is_default(&self.by), "by", &mut self.by);
        to.may("trigger", &mut self.trigger);
        to.may("condition", &mut self.condition);
        to.may("repeat", &mut self.repeat);
        to.may("segments", &mut self.segments);
        to.may("at", &mut self.at);
        to.may("every", &mut self.every);
        to.may("months", &mut self.months);
        to.may("exclusions", &mut self.exclusions);
        to.may("note", &mut self.note);
        to.may("noteAsCard", &mut self.note_card);
    }
}

/// What lets in or out.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum By {
    #[default]
    Trigger,
    Segment,
}

forms!(By { Trigger = "trigger", Segment = "segment" });

#[derive(Debug, Default)]
enum RepeatRecord {
    #[default]
    Never,
    AtOnce,
    After(Duration),
}

forms!(RepeatRecord { Never = "never", AtOnce = "atOnce", After(delay) = "after" });

/// How a schedule recurs by months.
#[derive(Debug, Default)]
struct MonthsRecord {
    count: u32,
    on: MonthDayRecord,
}

impl Object for MonthsRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.must("count", &mut self.count);
        to.must("on", &mut self.on);
    }
}

#[derive(Debug, Clone, Copy, Default)]
enum MonthDayRecord {
    #[default]
    SameDay,
    LastDay,
}

forms!(MonthDayRecord { SameDay = "sameDay", LastDay = "lastDay" });

#[derive(Debug, Default)]
pub(super) struct ExitRecord {
    pub id: ExitId,
    by: By,
    trigger: Option<TriggerId>,
    condition: Option<ConditionRecord>,
    segment: Option<SegmentId>,
}

impl Object for ExitRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.unless(is_default(&self.by), "by", &mut self.by);
        to.may("trigger", &mut self.trigger);
        to.may("condition", &mut self.condition);
        to.may("segment", &mut self.segment);
    }
}

impl EntryRecord {
    pub fn new(entry: &Entry) -> Self {
        let bare = Self {
            id: entry.id,
            by: By::Trigger,
            trigger: None,
            condition: None,
            repeat: None,
            segments: None,
            at: None,
            every: None,
            months: None,
            exclusions: entry.exclusions.clone(),
            note: entry.note.text.clone(),
            note_card: entry.note.card,
        };
        match &entry.by {
            EntryBy::Trigger { on, repeat } => Self {
                trigger: on.trigger,
                condition: some(ConditionRecord::new(&on.condition)),
                repeat: Some(RepeatRecord::new(*repeat)),
                ..bare
            },
            EntryBy::Segments { segments, at, every } => Self {
                by: By::Segment,
                segments: Some(segments.clone()),
                at: some(at.clone()),
                every: match *every {
                    Some(Every::Time(time)) => Some(time),
                    Some(Every::Months(..)) | None => None,
                },
                months: match *every {
                    Some(Every::Months(count, on)) => Some(MonthsRecord::new(count, on)),
                    Some(Every::Time(_)) | None => None,
                },
                ..bare
            },
        }
    }

    pub fn into_model(self) -> Result<Entry, Flaw> {
        only(
            self.by,
            &[
                ("trigger", self.trigger.is_some(), By::Trigger),
                ("condition", self.condition.is_some(), By::Trigger),
                ("repeat", self.repeat.is_some(), By::Trigger),
                ("segments", self.segments.is_some(), By::Segment),
                ("at", self.at.is_some(), By::Segment),
                ("every", self.every.is_some(), By::Segment),
                ("months", self.months.is_some(), By::Segment),
            ],
        )?;
        let by = match self.by {
            By::Trigger => {
                let missing = || Flaw::at("", Cause::Missing("repeat".into()));
                EntryBy::Trigger {
                    on: listener(self.trigger, self.condition.unwrap_or_default())?,
                    repeat: self.repeat.ok_or_else(missing)?.into_model(),
                }
            }
            By::Segment => EntryBy::Segments {
                segments: self.segments.unwrap_or_default(),
                at: self.at.unwrap_or_default(),
                every: recurring(self.every, self.months)?,
            },
        };
        Ok(Entry {
            id: self.id,
            by,
            exclusions: self.exclusions,
            note: Note::new(self.note, self.note_card),
        })
    }
}

/// How a schedule recurs, which is told in one way only.
fn recurring(every: Option<Duration>, months: Option<MonthsRecord>) -> Result<Option<Every>, Flaw> {
    match (every, months) {
        (Some(_), Some(_)) => Err(Flaw::at("months", Cause::Unknown("months".into()))),
        (every, None) => Ok(every.map(Every::Time)),
        (None, Some(MonthsRecord { count, on })) => Ok(Some(Every::Months(count, on.into_model()))),
    }
}

impl MonthsRecord {
    fn new(count: u32, on: MonthDay) -> Self {
        let on = match on {
            MonthDay::Same => MonthDayRecord::SameDay,
            MonthDay::Last => MonthDayRecord::LastDay,
        };
        Self { count, on }
    }
}

impl MonthDayRecord {
    fn into_model(self) -> MonthDay {
        match self {
            Self::SameDay => MonthDay::Same,
            Self::LastDay => MonthDay::Last,
        }
    }
}

impl RepeatRecord {
    fn new(repeat: Repeat) -> Self {
        match repeat {
            Repeat::Never => Self::Never,
            Repeat::AtOnce => Self::AtOnce,
            Repeat::After(delay) => Self::After(delay),
        }
    }

    fn into_model(self) -> Repeat {
        match self {
            Self::Never => Repeat::Never,
            Self::AtOnce => Repeat::AtOnce,
            Self::After(delay) => Repeat::After(delay),
        }
    }
}

impl ExitRecord {
    pub fn new(exit: &ExitCriterion) -> Self {
        let bare =
            Self { id: exit.id, by: By::Trigger, trigger: None, condition: None, segment: None };
        match &exit.on {
            ExitOn::Trigger(on) => {
                let condition = some(ConditionRecord::new(&on.condition));
                Self { trigger: on.trigger, condition, ..bare }
            }
            ExitOn::Segment(segment) => Self { by: By::Segment, segment: *segment, ..bare },
        }
    }

    pub fn into_model(self) -> Result<ExitCriterion, Flaw> {
        only(
            self.by,
            &[
                ("trigger", self.trigger.is_some(), By::Trigger),
                ("condition", self.condition.is_some(), By::Trigger),
                ("segment", self.segment.is_some(), By::Segment),
            ],
        )?;
        let on = match self.by {
            By::Trigger => {
                ExitOn::Trigger(listener(self.trigger, self.condition.unwrap_or_default())?)
            }
            By::Segment => ExitOn::Segment(self.segment),
        };
        Ok(ExitCriterion { id: self.id, on })
    }
}

/// Refuses fields that do not belong to that kind.
fn only(by: By, fields: &[(&str, bool, By)]) -> Result<(), Flaw> {
    match fields.iter().find(|(_, given, of)| *given && *of != by) {
        Some((name, ..)) => Err(Flaw::at(*name, Cause::Unknown((*name).into()))),
        None => Ok(()),
    }
}

fn some<T: Default + PartialEq>(value: T) -> Option<T> {
    Some(value).filter(|value| !is_default(value))
}
