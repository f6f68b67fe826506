//! What a tile says at a glance, as data: the user interface turns it into words
//! of the user's language.

use crate::model::condition::{
    Comparison, Condition, Item, Join, JourneyProperty, Operator, Source,
};
use crate::model::decimal::Decimal;
use crate::model::entry::EntryBy;
use crate::model::every::Every;
use crate::model::id::{AttributeId, SegmentId, TileId, TriggerId};
use crate::model::journey::{Interaction, Journey, Listener, Repeat, Tile, TileKind, WaitOn};
use crate::model::time::Duration;
use crate::model::wait::{Side, WaitUntil};
use crate::model::workspace::Workspace;

pub use crate::editor::title::{BranchName, TileTitle, branch_name, kind, title};

/// What a tile does, in short.
#[derive(Debug, Clone, PartialEq)]
pub enum Summary {
    /// The Entry: what starts the journey; no name: none is chosen or it is gone.
    Starts {
        /// The trigger.
        name: Option<String>,
        /// For which of its values.
        condition: Words,
        /// Whether a contact may enter again.
        repeat: Repeat,
    },
    /// An If/then tile: what it waits for, and how long.
    Trigger {
        /// The trigger; none: none is chosen or it is gone.
        name: Option<String>,
        /// How many rows its condition has.
        conditions: usize,
        /// For which of its values.
        condition: Words,
        /// The time limit.
        limit: Duration,
    },
    /// An If/then tile that waits for one interaction.
    Interaction {
        /// The message; none: none is chosen or it is gone.
        message: Option<TileTitle>,
        /// What the contact does with it.
        kind: Interaction,
        /// The time limit.
        limit: Duration,
    },
    /// An If/then tile with several waits.
    Waits {
        /// How many.
        count: usize,
        /// The time limit.
        limit: Duration,
    },
    /// A Message tile.
    Message {
        /// Which content; may be empty.
        content: String,
        /// Where it is sent.
        to: SourceName,
    },
    /// A Split tile: its percentages.
    Shares(Vec<Decimal>),
    /// An Attribute branch tile with one branch: its condition.
    Condition(Words),
    /// An Attribute branch tile with so many named branches.
    Branches(usize),
    /// The Entry of a journey that a schedule starts.
    Schedule {
        /// The names of the segments that there still are.
        segments: Vec<String>,
        /// When it runs first, as written.
        at: String,
        /// How long after one run comes the next; none: it runs once.
        every: Option<Every>,
    },
    /// A Wait tile for a duration.
    Duration(Duration),
    /// A Wait tile until a moment, as written.
    Until(String),
    /// A Wait tile around a date.
    Around {
        /// The date.
        date: SourceName,
        /// On which side of it.
        side: Side,
        /// How far from it.
        offset: Duration,
    },
    /// A Custom trigger tile.
    Raises {
        /// The trigger; none: none is chosen or it is gone.
        name: Option<String>,
        /// How many of its attributes are mapped.
        mapped: usize,
        /// How many attributes it has.
        total: usize,
    },
    /// An Exit tile.
    Exit,
}

/// A condition in words: its rows and what joins them, in reading order. Without
/// any, the condition always holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words(pub Vec<Word>);

/// A part of a condition in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// One comparison.
    Row {
        /// What is looked at.
        source: SourceName,
        /// How it is compared.
        operator: Operator,
        /// With what, as written.
        operands: Vec<String>,
    },
    /// What joins the parts on its left and right.
    Join(Join),
    /// A group begins.
    Open,
    /// A group ends.
    Close,
}

/// What a source is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceName {
    /// Nothing is chosen yet.
    Missing,
    /// What was chosen is gone.
    Gone,
    /// A contact field.
    Contact(String),
    /// An attribute of the trigger received at a tile.
    Received {
        /// The tile, the Entry included.
        tile: TileTitle,
        /// The trigger.
        trigger: String,
        /// The attribute.
        attribute: String,
    },
    /// An attribute of the trigger that is being looked at.
    Incoming(String),
    /// A column that is reached through a reference: the reference, and the columns.
    Column(Box<Self>, Vec<String>),
    /// The `bindingId` of a trigger.
    Binding,
    /// What the journey tells about itself.
    Journey(JourneyProperty),
}

/// What the Entry of a journey says.
pub fn of_entry(workspace: &Workspace, journey: &Journey) -> Summary {
    match &journey.entry.by {
        EntryBy::Trigger { on: Listener { trigger, condition }, repeat } => Summary::Starts {
            name: trigger_name(workspace, *trigger),
            condition: words(workspace, journey, *trigger, condition),
            repeat: *repeat,
        },
        EntryBy::Segments { segments, at, every } => Summary::Schedule {
            segments: segment_names(workspace, segments),
            at: at.clone(),
            every: *every,
        },
    }
}

/// What a tile of a journey says.
pub fn of_tile(workspace: &Workspace, journey: &Journey, tile: &Tile) -> Summary {
    match &tile.kind {
        TileKind::AttributeBranch { branches, .. } => match branches.as_slice() {
            [only] => Summary::Condition(words(workspace, journey, None, &only.condition)),
            several => Summary::Branches(several.len()),
        },
        TileKind::WaitFor { waits, limit, .. } => match waits.as_slice() {
            [only] => of_wait(workspace, journey, &only.on, *limit),
            several => Summary::Waits { count: several.len(), limit: *limit },
        },
        TileKind::Wait(wait) => of_kind_of_wait(workspace, journey, wait),
        TileKind::Message { to, content, .. } => Summary::Message {
            content: content.clone(),
            to: source_name(workspace, journey, None, *to),
        },
        TileKind::Split { shares } => {
            Summary::Shares(shares.iter().map(|share| share.percent).collect())
        }
        TileKind::CustomTrigger { trigger, mappings, .. } => {
            let found = trigger.and_then(|id| workspace.triggers.get(&id));
            let attributes = found.map(|found| found.attributes.as_slice()).unwrap_or_default();
            let mapped = attributes.iter().filter(|each| mappings.contains_key(&each.id));
            Summary::Raises {
                name: found.map(|found| found.name.clone()),
                mapped: mapped.count(),
                total: attributes.len(),
            }
        }
        TileKind::Exit => Summary::Exit,
    }
}

/// What a Wait tile says.
pub fn of_kind_of_wait(workspace: &Workspace, journey: &Journey, wait: &WaitUntil) -> Summary {
    match wait {
        WaitUntil::Duration(duration) => Summary::Duration(*duration),
        WaitUntil::Moment(until) => Summary::Until(until.clone()),
        WaitUntil::Around { date, side, offset } => Summary::Around {
            date: source_name(workspace, journey, None, *date),
            side: *side,
            offset: *offset,
        },
    }
}

/// What one wait of an If/then tile says.
pub fn of_wait(workspace: &Workspace, journey: &Journey, on: &WaitOn, limit: Duration) -> Summary {
    match on {
        WaitOn::Trigger(on) => Summary::Trigger {
            name: trigger_name(workspace, on.trigger),
            conditions: on.condition.rows().count(),
            condition: words(workspace, journey, on.trigger, &on.condition),
            limit,
        },
        WaitOn::Interaction { message, kind } => {
            let found = message.and_then(|message| journey.tile(message));
            Summary::Interaction { message: found.map(title), kind: *kind, limit }
        }
    }
}

/// A condition in words. `incoming` is the trigger that is being looked at, where
/// there is one.
pub fn words(
    workspace: &Workspace,
    journey: &Journey,
    incoming: Option<TriggerId>,
    condition: &Condition,
) -> Words {
    let row = |row: &Comparison| Word::Row {
        source: source_name(workspace, journey, incoming, row.source),
        operator: row.operator,
        operands: row.operands.clone(),
    };
    let mut found = Vec::new();
    let items = condition.items.iter().filter(|item| !is_empty(item));
    for (index, item) in items.enumerate() {
        if index > 0 {
            found.push(Word::Join(condition.join));
        }
        match item {
            Item::Row(only) => found.push(row(only)),
            Item::Group(_, rows) if rows.len() == 1 => found.extend(rows.iter().map(row)),
            Item::Group(join, rows) => {
                found.push(Word::Open);
                for (index, each) in rows.iter().enumerate() {
                    found.extend((index > 0).then_some(Word::Join(*join)));
                    found.push(row(each));
                }
                found.push(Word::Close);
            }
        }
    }
    Words(found)
}

/// What a source is called, seen from `journey`.
pub fn source_name(
    workspace: &Workspace,
    journey: &Journey,
    incoming: Option<TriggerId>,
    source: Option<Source>,
) -> SourceName {
    let Some(source) = source else { return SourceName::Missing };
    let name = match source {
        Source::Contact(id) => {
            workspace.fields.get(&id).map(|field| SourceName::Contact(field.name.clone()))
        }
        Source::Received(tile, attribute) => received(workspace, journey, tile, attribute),
        Source::Incoming(id) => incoming
            .and_then(|trigger| workspace.attribute_of(trigger, id).ok())
            .map(|attribute| SourceName::Incoming(attribute.name.clone())),
        Source::Column(reference, path) => {
            let start = source_name(workspace, journey, incoming, Some(reference.into()));
            let ty = workspace.source_type(journey, incoming, reference.into()).ok();
            let names = ty.and_then(|ty| workspace.path_names(&ty, path.columns()).ok());
            names.map(|names| SourceName::Column(Box::new(start), names))
        }
        Source::ReceivedBinding(tile) => {
            journey.received_at(tile).ok().map(|_| SourceName::Binding)
        }
        Source::IncomingBinding => incoming.map(|_| SourceName::Binding),
        Source::Journey(property) => Some(SourceName::Journey(property)),
    };
    name.unwrap_or(SourceName::Gone)
}

fn received(
    workspace: &Workspace,
    journey: &Journey,
    tile: TileId,
    attribute: AttributeId,
) -> Option<SourceName> {
    let id = workspace.trigger_with(&journey.received_at(tile).ok()?, attribute).ok()?;
    let trigger = workspace.triggers.get(&id)?;
    Some(SourceName::Received {
        tile: journey.tile(tile).map_or(TileTitle::Entry, title),
        trigger: trigger.name.clone(),
        attribute: trigger.attribute(attribute)?.name.clone(),
    })
}

/// The names of those segments that there are.
pub fn segment_names(workspace: &Workspace, segments: &[SegmentId]) -> Vec<String> {
    let names = segments.iter().filter_map(|id| workspace.segments.get(id));
    names.map(|segment| segment.name.clone()).collect()
}

fn trigger_name(workspace: &Workspace, trigger: Option<TriggerId>) -> Option<String> {
    workspace.triggers.get(&trigger?).map(|trigger| trigger.name.clone())
}

fn is_empty(item: &Item) -> bool {
    matches!(item, Item::Group(_, rows) if rows.is_empty())
}
