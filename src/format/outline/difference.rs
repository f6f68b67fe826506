//! What is different between two journeys, as lines to be read in a terminal and as
//! JSON. A line begins with what became of the tile: `+` it came, `-` it went, `>` it
//! moved, `~` its settings are different.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::format::outline::{Outline, duration, in_one_line, kind, recurring, repeat};
use crate::model::diff::{Difference, Edit, Fact, Fate, Setting, TileEdit};
use crate::model::entry::ExitOn;
use crate::model::id::{BranchId, TileId, TriggerId};
use crate::model::journey::{Channel, Journey, Target, TileKind};
use crate::model::note::Anchor;
use crate::model::tree::{SequenceId, Slot};
use crate::model::trigger::AudienceKind;
use crate::model::workspace::Workspace;

/// The difference as lines; each journey is told with the names of its own workspace.
pub fn difference(old: &Workspace, new: &Workspace, found: &Difference) -> String {
    let told = Told::new(old, new, found);
    let mut text = String::new();
    let (before, after) = (&found.old, &found.new);
    // Writing to a string cannot fail.
    let (before, after) = (heading(before), heading(after));
    let both = if before == after { before } else { format!("{before} → {after}") };
    let _ = writeln!(text, "{both}");
    if found.is_empty() {
        text.push_str("  nothing is different\n");
    }
    for edit in &found.settings {
        told.edit(&mut text, "~ ", None, edit);
    }
    for edit in &found.tiles {
        let sign = match edit.fate {
            Fate::Added => '+',
            Fate::Removed => '-',
            Fate::Moved => '>',
            Fate::Changed => '~',
        };
        let _ = writeln!(text, "{sign} {}{}", told.tile(edit), told.place(edit));
        for setting in &edit.settings {
            told.edit(&mut text, "    ", Some(edit.tile), setting);
        }
    }
    text
}

/// The difference as JSON.
pub fn difference_json(old: &Workspace, new: &Workspace, found: &Difference) -> Value {
    let told = Told::new(old, new, found);
    let journey = |journey: &Journey| json!({"id": journey.id.to_string(), "name": journey.name, "version": journey.version.number});
    let edits = |tile, edits: &[Edit]| {
        let edit = |edit: &Edit| {
            json!({
                "setting": told.setting(tile, edit.setting),
                "before": edit.before.as_ref().map(|fact| told.old.fact(fact)),
                "after": edit.after.as_ref().map(|fact| told.new.fact(fact)),
            })
        };
        edits.iter().map(edit).collect::<Vec<_>>()
    };
    let tiles = found.tiles.iter().map(|edit| {
        json!({
            "fate": fate(edit.fate),
            "tile": told.tile(edit),
            "old": found.old_id(edit.tile).map(|id| id.to_string()),
            "new": found.new_id(edit.tile).map(|id| id.to_string()),
            "settings": edits(Some(edit.tile), &edit.settings),
        })
    });
    json!({
        "old": journey(&found.old),
        "new": journey(&found.new),
        "settings": edits(None, &found.settings),
        "tiles": tiles.collect::<Vec<_>>(),
    })
}

/// What became of a tile, as files call it.
fn fate(fate: Fate) -> &'static str {
    match fate {
        Fate::Added => "added",
        Fate::Removed => "removed",
        Fate::Moved => "moved",
        Fate::Changed => "changed",
    }
}

fn heading(journey: &Journey) -> String {
    format!("{} ({}, version {})", journey.name, journey.id, journey.version.number)
}

/// The two journeys, each as its workspace names things.
struct Told<'a> {
    old: Outline<'a>,
    new: Outline<'a>,
}

impl<'a> Told<'a> {
    fn new(old: &'a Workspace, new: &'a Workspace, found: &'a Difference) -> Self {
        let outline = |workspace, journey| Outline { workspace, journey, text: String::new() };
        Self { old: outline(old, &found.old), new: outline(new, &found.new) }
    }

    /// Where the tile is told: in the old journey when it went.
    fn side(&self, edit: &TileEdit) -> &Outline<'a> {
        if edit.fate == Fate::Removed { &self.old } else { &self.new }
    }

    fn tile(&self, edit: &TileEdit) -> String {
        let side = self.side(edit);
        let Some(tile) = side.journey.tile(edit.tile) else { return "Entry".into() };
        let name = tile.name.trim();
        let named = if name.is_empty() { String::new() } else { format!(" “{name}”") };
        format!("{}{named}{}", kind(&tile.kind), side.what(tile))
    }

    /// On which branch a tile stands that came, went or moved.
    fn place(&self, edit: &TileEdit) -> String {
        let side = self.side(edit);
        let place = side.journey.place_of(edit.tile).filter(|_| edit.fate != Fate::Changed);
        match place.map(|place| place.sequence) {
            Some(SequenceId::Of(owner, slot)) => format!("  (on {})", side.branch_of(owner, slot)),
            _ => String::new(),
        }
    }

    fn edit(&self, text: &mut String, indent: &str, tile: Option<TileId>, edit: &Edit) {
        let Edit { setting, before, after } = edit;
        let setting = self.setting(tile, *setting);
        let before = before.as_ref().map_or_else(|| "(nothing)".into(), |fact| self.old.fact(fact));
        let after = after.as_ref().map_or_else(|| "(nothing)".into(), |fact| self.new.fact(fact));
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{indent}{setting}: {before} → {after}");
    }

    fn setting(&self, tile: Option<TileId>, setting: Setting) -> String {
        let branch = |what: &str, id| {
            let found = tile.and_then(|tile| {
                self.new.branch_name(tile, id).or_else(|| self.old.branch_name(tile, id))
            });
            found.map_or_else(
                || what.trim_end_matches(" of").to_owned(),
                |name| format!("{what} “{name}”"),
            )
        };
        let plain = match setting {
            Setting::Mapping(attribute) => {
                let trigger = tile.and_then(|tile| self.new.raised(tile).or(self.old.raised(tile)));
                return self.new.attribute(trigger, attribute);
            }
            Setting::Branch(id) => return branch("branch", id),
            Setting::BranchCondition(id) => return branch("condition of", id),
            Setting::WaitsFor(id) => return branch("waits for", id),
            Setting::Share(id) => return branch("percentage of", id),
            Setting::Name => "name",
            Setting::Description => "description",
            Setting::Audience => "audience",
            Setting::TimeZone => "time zone",
            Setting::Start => "from",
            Setting::End => "until",
            Setting::Goal => "goal",
            Setting::GoalCondition => "condition of the goal",
            Setting::Target => "target of the goal",
            Setting::Exit(_) => "exit when",
            Setting::Trigger => "trigger",
            Setting::Condition => "condition",
            Setting::Repeat => "repeat",
            Setting::Segments => "segments",
            Setting::At => "at",
            Setting::Every => "every",
            Setting::Exclusions => "except",
            Setting::Channel => "channel",
            Setting::Recipient => "to",
            Setting::Content => "content",
            Setting::Wait => "wait",
            Setting::Limit => "time limit",
            Setting::Binding => "bindingId",
            Setting::Note => "note",
            Setting::Card => "note as a card",
            Setting::Ground(_) => "note on the ground",
            Setting::GroundPlace(_) => "place of a note on the ground",
            Setting::Order => "order of branches",
        };
        plain.into()
    }
}

impl Outline<'_> {
    fn fact(&self, fact: &Fact) -> String {
        match fact {
            Fact::Text(text) => format!("“{}”", in_one_line(text)),
            Fact::Names(names) => names.join(", "),
            Fact::Moment(text) => text.clone(),
            Fact::Audience(AudienceKind::Contact) => "contact".into(),
            Fact::Audience(AudienceKind::Lead) => "lead".into(),
            Fact::Audience(AudienceKind::Profile) => "profile".into(),
            Fact::Trigger(id) => self.trigger(Some(*id)),
            Fact::Condition(trigger, condition) => match self.condition(*trigger, condition) {
                text if text.is_empty() => "always".into(),
                text => text,
            },
            Fact::Repeat(rule) => repeat(*rule),
            Fact::Target(Target::Count(count)) => format!("{count} times"),
            Fact::Target(Target::Share(share)) => format!("{share} %"),
            Fact::Segments(ids) => self.segments(ids),
            Fact::Exit(ExitOn::Trigger(on)) => self.listener(on),
            Fact::Exit(ExitOn::Segment(id)) => format!("in {}", self.segments(id.as_slice())),
            Fact::Channel(Channel::Email) => "email".into(),
            Fact::Channel(Channel::TextMessage) => "text message".into(),
            Fact::Channel(Channel::Push) => "push notification".into(),
            Fact::Source(source) => self.source(None, *source),
            Fact::Wait(wait) => self.wait(wait),
            Fact::Duration(time) => duration(*time),
            Fact::Every(every) => recurring(*every),
            Fact::Mapping(mapping) => self.mapping(mapping),
            Fact::WaitsFor(on) => self.wait_on(on),
            Fact::Percent(share) => format!("{share} %"),
            Fact::Place(Anchor { tile, x, y }) => format!("by {}, {x} {y}", self.title(*tile)),
        }
    }

    fn branch_name(&self, tile: TileId, id: BranchId) -> Option<String> {
        let name = self.journey.tile(tile)?.kind.name_of_branch(id)?.trim();
        (!name.is_empty()).then(|| name.to_owned())
    }

    fn raised(&self, tile: TileId) -> Option<TriggerId> {
        match self.journey.tile(tile)?.kind {
            TileKind::CustomTrigger { trigger, .. } => trigger,
            _ => None,
        }
    }

    /// `Yes of If/then “Again”`.
    fn branch_of(&self, owner: TileId, slot: Slot) -> String {
        let Some(tile) = self.journey.tile(owner) else { return String::new() };
        let name = tile.name.trim();
        let named = if name.is_empty() { String::new() } else { format!(" “{name}”") };
        let label = self.branch(tile, slot);
        let label = label.split_once(": ").map_or(label.as_str(), |(label, _)| label);
        format!("{label} of {}{named}", kind(&tile.kind))
    }
}
