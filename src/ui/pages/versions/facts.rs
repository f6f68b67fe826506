//! Settings and what they say, in words of the language.

use crate::check::term;
use crate::editor::summary::{self, segment_names, source_name};
use crate::model::condition::Condition;
use crate::model::diff::{Difference, Fact, Setting};
use crate::model::entry::ExitOn;
use crate::model::id::{BranchId, SegmentId, TileId, TriggerId};
use crate::model::journey::{Journey, Listener, Mapping, Target, TileKind, WaitOn};
use crate::model::workspace::Workspace;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::words;

/// What a setting is called.
pub fn setting(
    workspace: &Workspace,
    found: &Difference,
    tile: Option<TileId>,
    setting: Setting,
) -> String {
    let branch = |id: &str, branch| {
        let name = branch_name(found, tile, branch).unwrap_or_else(|| t("branch-yes"));
        t_with(id, [("branch", name.into())])
    };
    match setting {
        Setting::Mapping(attribute) => {
            let journeys = [&found.new, &found.old];
            let raised = journeys.into_iter().find_map(|journey| raised(journey, tile?));
            let name = raised.and_then(|id| workspace.attribute_of(id, attribute).ok());
            name.map_or_else(|| attribute.to_string(), |attribute| attribute.name.clone())
        }
        Setting::Branch(id) => branch("setting-branch", id),
        Setting::BranchCondition(id) => branch("setting-branch-condition", id),
        Setting::WaitsFor(id) => branch("setting-waits-for", id),
        Setting::Share(id) => branch("setting-share", id),
        plain => t(plain_setting(plain)),
    }
}

fn plain_setting(setting: Setting) -> &'static str {
    match setting {
        Setting::Name => "setting-name",
        Setting::Description => "setting-description",
        Setting::Audience => "setting-audience",
        Setting::TimeZone => "setting-time-zone",
        Setting::Start => "setting-start",
        Setting::End => "setting-end",
        Setting::Goal => "setting-goal",
        Setting::GoalCondition => "setting-goal-condition",
        Setting::Target => "setting-target",
        Setting::Exit(_) => "setting-exit",
        Setting::Trigger => "setting-trigger",
        Setting::Condition => "setting-condition",
        Setting::Repeat => "setting-repeat",
        Setting::Segments => "setting-segments",
        Setting::At => "setting-at",
        Setting::Every => "setting-every",
        Setting::Exclusions => "setting-exclusions",
        Setting::Channel => "setting-channel",
        Setting::Recipient => "setting-recipient",
        Setting::Content => "setting-content",
        Setting::Wait => "setting-wait",
        Setting::Limit => "setting-limit",
        Setting::Binding => "setting-binding",
        Setting::Note => "setting-note",
        Setting::Card => "setting-card",
        Setting::Ground(_) => "setting-ground-note",
        Setting::GroundPlace(_) => "setting-ground-place",
        Setting::Order => "setting-order",
        Setting::Mapping(_)
        | Setting::Branch(_)
        | Setting::BranchCondition(_)
        | Setting::WaitsFor(_)
        | Setting::Share(_) => "setting-name",
    }
}

/// What a setting says, in the journey that says it.
pub fn fact(workspace: &Workspace, journey: &Journey, fact: &Fact) -> String {
    let source = |source| words::source_name(&source_name(workspace, journey, None, source));
    match fact {
        Fact::Text(text) if text.trim().is_empty() => t("nameless"),
        Fact::Text(text) => text.clone(),
        Fact::Names(names) => names.join(", "),
        Fact::Moment(text) => words::moment(text),
        Fact::Audience(kind) => t(term::of_audience(*kind)),
        Fact::Trigger(id) => trigger(workspace, *id),
        Fact::Condition(incoming, rows) => condition(workspace, journey, *incoming, rows),
        Fact::Repeat(rule) => words::repeat(*rule),
        Fact::Target(Target::Count(count)) => numbers::count(u64::from(*count)),
        Fact::Target(Target::Share(share)) => words::percent(*share),
        Fact::Segments(ids) => segments(workspace, ids),
        Fact::Exit(ExitOn::Trigger(on)) => listener(workspace, journey, on),
        Fact::Exit(ExitOn::Segment(id)) => segments(workspace, id.as_slice()),
        Fact::Channel(channel) => t(term::of_channel(*channel)),
        Fact::Source(from) => source(Some(*from)),
        Fact::Wait(wait) => words::line(&summary::of_kind_of_wait(workspace, journey, wait)),
        Fact::Duration(time) => numbers::duration(*time),
        Fact::Every(every) => words::every(*every),
        Fact::Mapping(Mapping::Fixed(text)) => {
            t_with("fact-fixed", [("value", text.as_str().into())])
        }
        Fact::Mapping(Mapping::Attribute(from)) => source(Some(*from)),
        Fact::WaitsFor(on) => waits_for(workspace, journey, on),
        Fact::Percent(share) => words::percent(*share),
        Fact::Place(at) => {
            let tile = match journey.tile(at.tile) {
                Some(tile) => words::title_in(workspace, journey, tile),
                None => t("tile-entry"),
            };
            t_with("ground-by", [("tile", tile.into())])
        }
    }
}

fn trigger(workspace: &Workspace, id: TriggerId) -> String {
    workspace.triggers.get(&id).map_or_else(|| t("source-gone"), |trigger| trigger.name.clone())
}

fn segments(workspace: &Workspace, ids: &[SegmentId]) -> String {
    match segment_names(workspace, ids) {
        names if names.is_empty() => t("versions-nothing"),
        names => names.join(", "),
    }
}

fn condition(
    workspace: &Workspace,
    journey: &Journey,
    incoming: Option<TriggerId>,
    rows: &Condition,
) -> String {
    match words::condition(&summary::words(workspace, journey, incoming, rows)) {
        words if words.is_empty() => t("line-no-condition"),
        words => words,
    }
}

fn listener(workspace: &Workspace, journey: &Journey, on: &Listener) -> String {
    let Some(id) = on.trigger else { return t("versions-nothing") };
    if on.condition.items.is_empty() {
        return trigger(workspace, id);
    }
    let rows = condition(workspace, journey, on.trigger, &on.condition);
    let args = [("trigger", trigger(workspace, id).into()), ("condition", rows.into())];
    t_with("line-trigger-when", args)
}

fn waits_for(workspace: &Workspace, journey: &Journey, on: &WaitOn) -> String {
    match on {
        WaitOn::Trigger(on) => listener(workspace, journey, on),
        WaitOn::Interaction { message: None, .. } => t("versions-nothing"),
        WaitOn::Interaction { message: Some(message), kind } => {
            let title = words::title_of(workspace, journey, *message);
            let args =
                [("message", title.into()), ("interaction", t(term::of_interaction(*kind)).into())];
            t_with("line-interaction", args)
        }
    }
}

fn branch_name(found: &Difference, tile: Option<TileId>, id: BranchId) -> Option<String> {
    let name = |journey: &Journey| {
        let name = journey.tile(tile?)?.kind.name_of_branch(id)?;
        (!name.trim().is_empty()).then(|| name.to_owned())
    };
    name(&found.new).or_else(|| name(&found.old))
}

fn raised(journey: &Journey, tile: TileId) -> Option<TriggerId> {
    match journey.tile(tile)?.kind {
        TileKind::CustomTrigger { trigger, .. } => trigger,
        _ => None,
    }
}
