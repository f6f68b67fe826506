//! What is set in a journey, setting by setting, so that two can be compared.
//!
//! **Invariant:** two tiles with the same facts are equal but for what stands on their
//! branches. What is empty is no fact.

use crate::model::condition::{Condition, Source};
use crate::model::decimal::Decimal;
use crate::model::diff::Setting as S;
use crate::model::entry::{EntryBy, ExitOn};
use crate::model::every::Every;
use crate::model::id::{AttributeId, BranchId, ExitId, SegmentId, TileId, TriggerId};
use crate::model::journey::{
    Channel, Entry, Journey, Listener, Mapping, Repeat, Target, Tile, TileKind, WaitOn,
};
use crate::model::note::{Anchor, Note};
use crate::model::time::Duration;
use crate::model::trigger::AudienceKind;
use crate::model::wait::WaitUntil;

/// A setting of a journey, its Entry or a tile, in the order in which they are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is the setting of that name")]
pub enum Setting {
    Name,
    Description,
    Audience,
    TimeZone,
    Start,
    End,
    Goal,
    GoalCondition,
    Target,
    Exit(ExitId),
    Trigger,
    Condition,
    Repeat,
    Segments,
    At,
    Every,
    Exclusions,
    Channel,
    Recipient,
    Content,
    Wait,
    Limit,
    Binding,
    Mapping(AttributeId),
    /// The name of a branch; there is one for each branch that is there.
    Branch(BranchId),
    BranchCondition(BranchId),
    WaitsFor(BranchId),
    Share(BranchId),
    /// The order of branches.
    Order,
    /// What a note says that is a mark on the tile.
    Note,
    /// What a note says that is a card beside the tile.
    Card,
    /// What a note on the ground says.
    Ground(TileId),
    /// Where a note on the ground lies.
    GroundPlace(TileId),
}

/// What a setting is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what it is called in the model")]
pub enum Fact {
    Text(String),
    /// Texts in an order.
    Names(Vec<String>),
    /// A moment as it is written.
    Moment(String),
    Audience(AudienceKind),
    Trigger(TriggerId),
    /// A condition, and the trigger that it looks at.
    Condition(Option<TriggerId>, Condition),
    Repeat(Repeat),
    Target(Target),
    Segments(Vec<SegmentId>),
    Exit(ExitOn),
    Channel(Channel),
    Source(Source),
    Wait(WaitUntil),
    Duration(Duration),
    Every(Every),
    Mapping(Mapping),
    WaitsFor(WaitOn),
    Percent(Decimal),
    /// Where a note lies.
    Place(Anchor),
}

type Facts = Vec<(Setting, Fact)>;

/// The settings of a journey as a whole.
pub(super) fn of_journey(journey: &Journey) -> Facts {
    let mut facts = Facts::new();
    text(&mut facts, S::Name, &journey.name);
    text(&mut facts, S::Description, &journey.description);
    facts.push((S::Audience, Fact::Audience(journey.audience)));
    text(&mut facts, S::TimeZone, &journey.time_zone);
    moment(&mut facts, S::Start, &journey.start);
    moment(&mut facts, S::End, &journey.end);
    if let Some(goal) = &journey.goal {
        facts.extend(goal.on.trigger.map(|id| (S::Goal, Fact::Trigger(id))));
        condition(&mut facts, S::GoalCondition, &goal.on);
        facts.extend(goal.target.map(|target| (S::Target, Fact::Target(target))));
    }
    let exits = journey.exits.iter();
    facts.extend(exits.map(|exit| (S::Exit(exit.id), Fact::Exit(exit.on.clone()))));
    for note in &journey.notes {
        facts.push((S::Ground(note.id), Fact::Text(note.text.clone())));
        facts.push((S::GroundPlace(note.id), Fact::Place(note.at)));
    }
    facts
}

/// The settings of the Entry.
pub(super) fn of_entry(entry: &Entry) -> Facts {
    let mut facts = Facts::new();
    match &entry.by {
        EntryBy::Trigger { on, repeat } => {
            facts.extend(on.trigger.map(|id| (S::Trigger, Fact::Trigger(id))));
            condition(&mut facts, S::Condition, on);
            facts.push((S::Repeat, Fact::Repeat(*repeat)));
        }
        EntryBy::Segments { segments, at, every } => {
            facts.push((S::Segments, Fact::Segments(segments.clone())));
            moment(&mut facts, S::At, at);
            facts.extend(every.map(|every| (S::Every, Fact::Every(every))));
        }
    }
    if !entry.exclusions.is_empty() {
        facts.push((S::Exclusions, Fact::Segments(entry.exclusions.clone())));
    }
    note(&mut facts, &entry.note);
    facts
}

/// The settings of a tile; what stands on its branches is not among them.
pub(super) fn of_tile(tile: &Tile) -> Facts {
    let mut facts = Facts::new();
    text(&mut facts, S::Name, &tile.name);
    let named = branches(tile).into_iter();
    facts.extend(named.map(|(id, name)| (S::Branch(id), Fact::Text(name))));
    match &tile.kind {
        TileKind::AttributeBranch { branches, .. } => {
            for branch in branches {
                let fact = Fact::Condition(None, branch.condition.clone());
                facts.push((S::BranchCondition(branch.id), fact));
            }
        }
        TileKind::WaitFor { waits, limit, .. } => {
            facts.push((S::Limit, Fact::Duration(*limit)));
            let waits = waits.iter();
            facts.extend(waits.map(|wait| (S::WaitsFor(wait.id), Fact::WaitsFor(wait.on.clone()))));
        }
        TileKind::Wait(wait) => facts.push((S::Wait, Fact::Wait(wait.clone()))),
        TileKind::CustomTrigger { trigger, mappings, binding } => {
            facts.extend(trigger.map(|id| (S::Trigger, Fact::Trigger(id))));
            facts.extend(binding.iter().map(|from| (S::Binding, Fact::Mapping(from.clone()))));
            let mapped = mappings.iter();
            facts.extend(mapped.map(|(id, from)| (S::Mapping(*id), Fact::Mapping(from.clone()))));
        }
        TileKind::Message { channel, to, content } => {
            facts.push((S::Channel, Fact::Channel(*channel)));
            facts.extend(to.map(|to| (S::Recipient, Fact::Source(to))));
            text(&mut facts, S::Content, content);
        }
        TileKind::Split { shares } => {
            let shares = shares.iter();
            facts.extend(shares.map(|share| (S::Share(share.id), Fact::Percent(share.percent))));
        }
        TileKind::Exit => {}
    }
    note(&mut facts, &tile.note);
    facts
}

/// The named branches of a tile with their names, in their order.
pub(super) fn branches(tile: &Tile) -> Vec<(BranchId, String)> {
    match &tile.kind {
        TileKind::AttributeBranch { branches, .. } => {
            branches.iter().map(|branch| (branch.id, branch.name.clone())).collect()
        }
        TileKind::WaitFor { waits, .. } => {
            waits.iter().map(|wait| (wait.id, wait.name.clone())).collect()
        }
        TileKind::Split { shares } => {
            shares.iter().map(|share| (share.id, share.name.clone())).collect()
        }
        TileKind::Wait(_)
        | TileKind::CustomTrigger { .. }
        | TileKind::Message { .. }
        | TileKind::Exit => Vec::new(),
    }
}

fn text(facts: &mut Facts, setting: Setting, text: &str) {
    if !text.is_empty() {
        facts.push((setting, Fact::Text(text.to_owned())));
    }
}

fn note(facts: &mut Facts, note: &Note) {
    text(facts, if note.card { S::Card } else { S::Note }, &note.text);
}

fn moment(facts: &mut Facts, setting: Setting, text: &str) {
    if !text.is_empty() {
        facts.push((setting, Fact::Moment(text.to_owned())));
    }
}

fn condition(facts: &mut Facts, setting: Setting, on: &Listener) {
    if on.condition != Condition::default() {
        facts.push((setting, Fact::Condition(on.trigger, on.condition.clone())));
    }
}
