//! A journey as indented text, to be read in a terminal and compared in a diff.
//! Its words are those of the files and the same in every language; nothing reads
//! it back.

mod difference;

use std::fmt::Write;

use crate::model::condition::{Comparison, Condition, Item, Join, JourneyProperty, Source};
use crate::model::entry::{EntryBy, ExitOn};
use crate::model::every::{Every, MonthDay};
use crate::model::id::{AttributeId, SegmentId, TileId, TriggerId};
use crate::model::journey::{
    Channel, Journey, JourneyState, Listener, Mapping, Repeat, Sequence, Target, Tile, TileKind,
    WaitOn,
};
use crate::model::note::Note;
use crate::model::time::Duration;
use crate::model::tree::Slot;
use crate::model::wait::{Side, WaitUntil};
use crate::model::workspace::Workspace;

/// The journey with its settings, its Entry, and a line or more for each tile.
pub fn outline(workspace: &Workspace, journey: &Journey) -> String {
    let mut outline = Outline { workspace, journey, text: String::new() };
    outline.settings();
    outline.tiles(&journey.tiles, 1);
    for note in &journey.notes {
        let by = outline.title(note.at.tile);
        outline.line(1, format_args!("note by {by}: “{}”", in_one_line(&note.text)));
    }
    outline.text
}

pub use difference::{difference, difference_json};

struct Outline<'a> {
    workspace: &'a Workspace,
    journey: &'a Journey,
    text: String,
}

impl Outline<'_> {
    fn line(&mut self, depth: usize, text: impl std::fmt::Display) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{:indent$}{text}", "", indent = depth * 2);
    }

    fn settings(&mut self) {
        let Journey { id, name, state, time_zone, start, end, entry, goal, exits, .. } =
            self.journey;
        self.line(0, format_args!("{name} ({id}, {}, {time_zone})", state_name(*state)));
        let entered = self.entry(&entry.by);
        self.line(1, format_args!("Entry: {entered}"));
        if !entry.exclusions.is_empty() {
            let segments = self.segments(&entry.exclusions);
            self.line(2, format_args!("except: {segments}"));
        }
        self.note(2, &entry.note);
        if !start.is_empty() || !end.is_empty() {
            let open = |text: &str| if text.is_empty() { "…".into() } else { text.to_owned() };
            self.line(2, format_args!("from {} to {}", open(start), open(end)));
        }
        if let Some(goal) = goal {
            let target = match goal.target {
                None => String::new(),
                Some(Target::Count(count)) => format!("; {count} times"),
                Some(Target::Share(share)) => format!("; {share} %"),
            };
            let on = self.listener(&goal.on);
            self.line(2, format_args!("goal: {on}{target}"));
        }
        for exit in exits {
            let on = match &exit.on {
                ExitOn::Trigger(on) => self.listener(on),
                ExitOn::Segment(id) => format!("in {}", self.segments(id.as_slice())),
            };
            self.line(2, format_args!("exit when: {on}"));
        }
    }

    /// What a tile is called; what is none is the Entry.
    fn title(&self, tile: TileId) -> String {
        self.journey.tile(tile).map_or_else(
            || "Entry".into(),
            |tile| match tile.name.trim() {
                "" => kind(&tile.kind).to_owned(),
                name => format!("{} “{name}”", kind(&tile.kind)),
            },
        )
    }

    fn tiles(&mut self, tiles: &Sequence, depth: usize) {
        tiles.iter().for_each(|tile| self.tile(tile, depth));
    }

    fn tile(&mut self, tile: &Tile, depth: usize) {
        let what = self.what(tile);
        let name = tile.name.trim();
        let named = if name.is_empty() { String::new() } else { format!(" “{name}”") };
        self.line(depth, format_args!("{}{named}{what}", kind(&tile.kind)));
        self.note(depth + 1, &tile.note);
        if let TileKind::CustomTrigger { trigger, mappings, binding } = &tile.kind {
            if let Some(mapping) = binding {
                let value = self.mapping(mapping);
                self.line(depth + 1, format_args!("bindingId = {value}"));
            }
            for (attribute, mapping) in mappings {
                let name = self.attribute(*trigger, *attribute);
                let value = self.mapping(mapping);
                self.line(depth + 1, format_args!("{name} = {value}"));
            }
        }
        for (slot, tiles) in tile.branches() {
            let label = self.branch(tile, slot);
            self.line(depth + 1, label);
            self.tiles(tiles, depth + 2);
        }
    }

    fn note(&mut self, depth: usize, note: &Note) {
        if !note.is_empty() {
            self.line(depth, format_args!("note: “{}”", in_one_line(&note.text)));
        }
    }

    /// What a tile does, behind its kind and name.
    fn what(&self, tile: &Tile) -> String {
        match &tile.kind {
            TileKind::AttributeBranch { .. } | TileKind::Exit => String::new(),
            TileKind::WaitFor { waits, limit, .. } => match waits.as_slice() {
                [only] => format!(": {} within {}", self.wait_on(&only.on), duration(*limit)),
                _ => format!(": within {}", duration(*limit)),
            },
            TileKind::Message { to, content, .. } => {
                let to = to.map_or_else(|| "(nobody)".into(), |to| self.source(None, to));
                format!(": “{content}” to {to}")
            }
            TileKind::Split { .. } => String::new(),
            TileKind::Wait(wait) => format!(": {}", self.wait(wait)),
            TileKind::CustomTrigger { trigger, .. } => format!(": {}", self.trigger(*trigger)),
        }
    }

    fn branch(&self, tile: &Tile, slot: Slot) -> String {
        let Slot::Branch(id) = slot else {
            let is_no = slot == Slot::No || tile.slots().len() == 2;
            return if slot == Slot::Yes {
                "Yes"
            } else if is_no {
                "No"
            } else {
                "Other"
            }
            .into();
        };
        let taken = match &tile.kind {
            TileKind::AttributeBranch { branches, .. } => {
                let branch = branches.iter().find(|branch| branch.id == id);
                branch.map(|branch| self.condition(None, &branch.condition)).unwrap_or_default()
            }
            TileKind::Split { shares } => {
                let share = shares.iter().find(|share| share.id == id);
                share.map(|share| format!("{} %", share.percent)).unwrap_or_default()
            }
            kind => {
                let wait = kind.waits().iter().find(|wait| wait.id == id);
                wait.map(|wait| self.wait_on(&wait.on)).unwrap_or_default()
            }
        };
        let own = tile.kind.name_of_branch(id).unwrap_or_default().trim();
        match (own, taken.as_str(), &tile.kind) {
            ("", "", _) => "Yes".into(),
            ("", taken, TileKind::AttributeBranch { .. }) => format!("Yes: {taken}"),
            ("", taken, _) => taken.into(),
            (own, "", _) => own.into(),
            (own, taken, _) => format!("{own}: {taken}"),
        }
    }

    fn wait_on(&self, on: &WaitOn) -> String {
        match on {
            WaitOn::Trigger(on) => self.listener(on),
            WaitOn::Interaction { message, kind } => {
                let message = match message {
                    None => "(no message)".into(),
                    Some(id) => match self.journey.tile(*id) {
                        None => format!("({id} is gone)"),
                        Some(tile) if tile.name.trim().is_empty() => id.to_string(),
                        Some(tile) => format!("“{}”", tile.name.trim()),
                    },
                };
                format!("{message} is {}", kind.name())
            }
        }
    }

    fn entry(&self, by: &EntryBy) -> String {
        match by {
            EntryBy::Trigger { on, repeat: rule } => {
                format!("{}; {}", self.listener(on), repeat(*rule))
            }
            EntryBy::Segments { segments, at, every } => {
                let at = if at.is_empty() { "(no date)" } else { at };
                let again = every.map(|every| format!(", every {}", recurring(every)));
                format!("in {} at {at}{}", self.segments(segments), again.unwrap_or_default())
            }
        }
    }

    fn segments(&self, ids: &[SegmentId]) -> String {
        let name = |id: &SegmentId| match self.workspace.segments.get(id) {
            Some(segment) => segment.name.clone(),
            None => format!("({id} is gone)"),
        };
        let names: Vec<_> = ids.iter().map(name).collect();
        if names.is_empty() { "(no segment)".into() } else { names.join(" or ") }
    }

    fn wait(&self, wait: &WaitUntil) -> String {
        match wait {
            WaitUntil::Duration(time) => duration(*time),
            WaitUntil::Moment(text) if text.is_empty() => "until (no date)".into(),
            WaitUntil::Moment(text) => format!("until {text}"),
            WaitUntil::Around { date, side, offset } => {
                let date = date.map_or("(no date)".into(), |source| self.source(None, source));
                match side {
                    Side::Before => format!("until {} before {date}", duration(*offset)),
                    Side::At => format!("until {date}"),
                    Side::After => format!("until {} after {date}", duration(*offset)),
                }
            }
        }
    }

    fn listener(&self, on: &Listener) -> String {
        let condition = self.condition(on.trigger, &on.condition);
        let trigger = self.trigger(on.trigger);
        if condition.is_empty() { trigger } else { format!("{trigger} where {condition}") }
    }

    fn trigger(&self, id: Option<TriggerId>) -> String {
        match id {
            None => "(no trigger)".into(),
            Some(id) => {
                let found = self.workspace.triggers.get(&id);
                found.map_or_else(|| format!("({id} is gone)"), |trigger| trigger.name.clone())
            }
        }
    }

    fn attribute(&self, trigger: Option<TriggerId>, id: AttributeId) -> String {
        let found = trigger.and_then(|trigger| self.workspace.attribute_of(trigger, id).ok());
        found.map_or_else(|| format!("({id} is gone)"), |attribute| attribute.name.clone())
    }

    fn mapping(&self, mapping: &Mapping) -> String {
        match mapping {
            Mapping::Fixed(text) => format!("“{text}”"),
            Mapping::Attribute(source) => self.source(None, *source),
        }
    }

    fn condition(&self, incoming: Option<TriggerId>, condition: &Condition) -> String {
        let item = |item: &Item| match item {
            Item::Row(row) => Some(self.row(incoming, row)),
            Item::Group(_, rows) if rows.is_empty() => None,
            Item::Group(join, rows) => {
                let rows: Vec<_> = rows.iter().map(|row| self.row(incoming, row)).collect();
                Some(format!("({})", rows.join(joint(*join))))
            }
        };
        let items: Vec<_> = condition.items.iter().filter_map(item).collect();
        items.join(joint(condition.join))
    }

    fn row(&self, incoming: Option<TriggerId>, row: &Comparison) -> String {
        let source = match row.source {
            None => "(nothing)".into(),
            Some(source) => self.source(incoming, source),
        };
        let operands: Vec<_> = row.operands.iter().map(|text| format!(" “{text}”")).collect();
        format!("{source} {}{}", row.operator.name(), operands.join(","))
    }

    fn source(&self, incoming: Option<TriggerId>, source: Source) -> String {
        match source {
            Source::Contact(id) => match self.workspace.fields.get(&id) {
                Some(field) => format!("Contact › {}", field.name),
                None => format!("({id} is gone)"),
            },
            Source::Received(tile, attribute) => self.received(tile, attribute),
            Source::Incoming(attribute) => self.attribute(incoming, attribute),
            Source::Column(reference, path) => {
                let start = self.source(incoming, reference.into());
                let ty = self.workspace.source_type(self.journey, incoming, reference.into());
                let names = ty.and_then(|ty| self.workspace.path_names(&ty, path.columns()));
                match names {
                    Ok(names) => format!("{start} › {}", names.join(" › ")),
                    Err(error) => format!("{start} › ({error})"),
                }
            }
            Source::ReceivedBinding(tile) => match self.journey.received_at(tile) {
                Ok(triggers) => format!("{} › bindingId", self.trigger(triggers.first().copied())),
                Err(_) => format!("({tile} receives nothing)"),
            },
            Source::IncomingBinding => "bindingId".into(),
            Source::Journey(JourneyProperty::Name) => "Journey › Name".into(),
            Source::Journey(JourneyProperty::Id) => "Journey › ID".into(),
        }
    }

    fn received(&self, tile: TileId, attribute: AttributeId) -> String {
        match self.journey.received_at(tile) {
            Ok(triggers) => {
                let trigger = self.workspace.trigger_with(&triggers, attribute).ok();
                let trigger = trigger.or(triggers.first().copied());
                format!("{} › {}", self.trigger(trigger), self.attribute(trigger, attribute))
            }
            Err(_) => format!("({tile} receives nothing)"),
        }
    }
}

/// The lines of a text as one.
fn in_one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" / ")
}

fn kind(kind: &TileKind) -> &'static str {
    match kind {
        TileKind::AttributeBranch { .. } => "Attribute branch",
        TileKind::WaitFor { .. } => "If/then",
        TileKind::Message { channel: Channel::Email, .. } => "Email",
        TileKind::Message { channel: Channel::TextMessage, .. } => "Text message",
        TileKind::Message { channel: Channel::Push, .. } => "Push notification",
        TileKind::Split { .. } => "Split",
        TileKind::Wait(_) => "Wait",
        TileKind::CustomTrigger { .. } => "Custom trigger",
        TileKind::Exit => "Exit",
    }
}

fn state_name(state: JourneyState) -> &'static str {
    match state {
        JourneyState::Draft => "Draft",
        JourneyState::Scheduled => "Scheduled",
        JourneyState::Live => "Live",
        JourneyState::LiveEditing => "Live, editing",
        JourneyState::Paused => "Paused",
        JourneyState::Completing => "Completing",
        JourneyState::Completed => "Completed",
        JourneyState::Stopped => "Stopped",
    }
}

fn repeat(repeat: Repeat) -> String {
    match repeat {
        Repeat::Never => "once".into(),
        Repeat::AtOnce => "again at once".into(),
        Repeat::After(delay) => format!("again after {}", duration(delay)),
    }
}

fn recurring(every: Every) -> String {
    let (months, on) = match every {
        Every::Time(time) => return duration(time),
        Every::Months(months, MonthDay::Same) => (months, "the same day"),
        Every::Months(months, MonthDay::Last) => (months, "the last day"),
    };
    let months = if months == 1 { "month".into() } else { format!("{months} months") };
    format!("{months} on {on}")
}

fn duration(Duration { count, unit }: Duration) -> String {
    let unit = unit.name();
    let unit = if count == 1 { unit.strip_suffix('s').unwrap_or(unit) } else { unit };
    format!("{count} {unit}")
}

fn joint(join: Join) -> &'static str {
    match join {
        Join::All => " and ",
        Join::Any => " or ",
    }
}
