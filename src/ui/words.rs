//! What tiles, branches and conditions say, in words of the language. The data
//! comes from [`summary`]; here it only becomes text. Everything is tracked by the
//! language.

use crate::check::term;
use crate::editor::NewTile;
use crate::editor::summary::{self, BranchName, SourceName, Summary, TileTitle, Word, Words};
use crate::model::condition::{Join, Operator};
use crate::model::decimal::Decimal;
use crate::model::every::{Every, MonthDay};
use crate::model::id::TileId;
use crate::model::journey::{Journey, Repeat, Tile};
use crate::model::time::{Duration, Instant, Moment, Unit};
use crate::model::tree::Slot;
use crate::model::value::{Type, Value};
use crate::model::wait::Side;
use crate::model::workspace::Workspace;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;

/// A kind of tile.
pub fn kind(kind: NewTile) -> String {
    t(match kind {
        NewTile::AttributeBranch => "tile-attribute-branch",
        NewTile::WaitForTrigger => "tile-wait-for-trigger",
        NewTile::Split => "tile-split",
        NewTile::Wait => "tile-wait",
        NewTile::Message(channel) => term::of_channel(channel),
        NewTile::CustomTrigger => "tile-custom-trigger",
        NewTile::Exit => "tile-exit",
    })
}

/// The title of a tile.
pub fn title(title: &TileTitle) -> String {
    match title {
        TileTitle::Entry => t(term::ENTRY),
        TileTitle::Own(name) => name.clone(),
        TileTitle::Kind(new) => kind(*new),
    }
}

/// The title of a tile by id; a Custom trigger tile without a name of its own is
/// called after its trigger.
pub fn title_of(workspace: &Workspace, journey: &Journey, id: TileId) -> String {
    match journey.tile(id) {
        None => t(term::ENTRY),
        Some(tile) => title_in(workspace, journey, tile),
    }
}

/// As [`title_of`], of a tile at hand.
pub fn title_in(workspace: &Workspace, journey: &Journey, tile: &Tile) -> String {
    match (summary::title(tile), summary::of_tile(workspace, journey, tile)) {
        (TileTitle::Kind(_), Summary::Raises { name: Some(name), .. }) => name,
        (own, _) => title(&own),
    }
}

/// The name of a branch.
pub fn branch(tile: &Tile, slot: Slot) -> String {
    match summary::branch_name(tile, slot) {
        BranchName::Own(name) => name,
        BranchName::Yes => t("branch-yes"),
        BranchName::No => t("branch-no"),
        BranchName::Other => t("branch-other"),
        BranchName::Numbered(number) => {
            t_with("branch-numbered", [("n", numbers::count(number as u64).into())])
        }
        BranchName::Percent(share) => percent(share),
    }
}

/// A version of a journey, by its number.
pub fn version_name(number: u32) -> String {
    t_with("version-name", [("n", number.to_string().into())])
}

/// The name of a journey, with its version where there are several.
pub fn journey_name(workspace: &Workspace, journey: &Journey) -> String {
    let name = journey.name.trim();
    let name = if name.is_empty() { t("nameless") } else { name.to_owned() };
    match workspace.version_number(journey) {
        None => name,
        Some(number) => format!("{name} · {}", version_name(number)),
    }
}

/// What a tile does, in one line.
pub fn line(summary: &Summary) -> String {
    match summary {
        Summary::Starts { name: None, .. } => t("line-no-entry-trigger"),
        Summary::Starts { name: Some(name), condition: rows, .. } if rows.0.is_empty() => {
            name.clone()
        }
        Summary::Starts { name: Some(name), condition: rows, .. } => t_with(
            "line-trigger-when",
            [("trigger", name.as_str().into()), ("condition", condition(rows).into())],
        ),
        Summary::Trigger { name: None, .. } => t("line-no-wait-trigger"),
        Summary::Trigger { name: Some(name), condition: rows, limit, .. } => {
            let limit = numbers::duration(*limit);
            let mut what = name.clone();
            if !rows.0.is_empty() {
                let args =
                    [("trigger", name.as_str().into()), ("condition", condition(rows).into())];
                what = t_with("line-trigger-when", args);
            }
            t_with("line-wait-for", [("what", what.into()), ("limit", limit.into())])
        }
        Summary::Interaction { message: None, .. } => t("line-no-wait-message"),
        Summary::Interaction { message: Some(message), kind, limit } => {
            let args = [
                ("message", title(message).into()),
                ("interaction", t(term::of_interaction(*kind)).into()),
            ];
            let what = t_with("line-interaction", args);
            let limit = numbers::duration(*limit);
            t_with("line-wait-for", [("what", what.into()), ("limit", limit.into())])
        }
        Summary::Waits { count, limit } => t_with(
            "line-waits",
            [("count", (*count).into()), ("limit", numbers::duration(*limit).into())],
        ),
        Summary::Message { content, .. } if content.trim().is_empty() => t("line-no-content"),
        Summary::Message { to: SourceName::Missing, .. } => t("line-no-recipient"),
        Summary::Message { content, to } => t_with(
            "line-message",
            [("content", content.as_str().into()), ("to", source_name(to).into())],
        ),
        Summary::Shares(shares) => {
            shares.iter().map(|share| percent(*share)).collect::<Vec<_>>().join(" · ")
        }
        Summary::Condition(rows) if rows.0.is_empty() => t("line-no-condition"),
        Summary::Condition(rows) => condition(rows),
        Summary::Branches(count) => t_with("line-branches", [("count", (*count).into())]),
        Summary::Schedule { segments, .. } if segments.is_empty() => t("line-no-entry-segment"),
        Summary::Schedule { segments, at, every } => {
            let args = [("segments", segments.join(", ").into()), ("at", moment(at).into())];
            match every {
                None => t_with("line-schedule-once", args),
                Some(Every::Time(every)) => {
                    let every = ("every", numbers::duration(*every).into());
                    t_with("line-schedule-every", args.into_iter().chain([every]))
                }
                Some(Every::Months(months, on)) => {
                    let months = ("months", every_months(*months, *on).into());
                    t_with("line-schedule-months", args.into_iter().chain([months]))
                }
            }
        }
        Summary::Duration(duration) => numbers::duration(*duration),
        Summary::Until(until) if until.trim().is_empty() => t("line-no-moment"),
        Summary::Until(until) => t_with("line-until", [("at", moment(until).into())]),
        Summary::Around { date: SourceName::Missing, .. } => t("line-no-date"),
        Summary::Around { date, side, offset } => {
            let offset = numbers::duration(*offset);
            let args = [("date", source_name(date).into()), ("offset", offset.into())];
            let id = match side {
                Side::Before => "line-before-date",
                Side::At => "line-at-date",
                Side::After => "line-after-date",
            };
            t_with(id, args)
        }
        Summary::Raises { name: None, .. } => t("line-no-raised-trigger"),
        Summary::Raises { name: Some(name), total: 0, .. } => name.clone(),
        Summary::Raises { name: Some(_), mapped, total } => t_with(
            "line-mapped",
            [
                ("mapped", numbers::count(*mapped as u64).into()),
                ("count", (*total).into()),
                ("total", numbers::count(*total as u64).into()),
            ],
        ),
        Summary::Exit => t("line-exit"),
    }
}

/// A moment as it stands in the document, as people write it; a time without an
/// offset is shown as it is written, in no time zone in particular.
pub fn moment(text: &str) -> String {
    let utc = &crate::model::zone::TimeZone::UTC;
    match text.trim().parse() {
        Ok(Moment::Exact(at)) => format!("{} UTC", instant(at, "UTC")),
        Ok(Moment::Day(day)) => numbers::date(Moment::Day(day).start(utc), "UTC"),
        Ok(local @ Moment::Local(_)) => instant(local.start(utc), "UTC"),
        Err(_) if text.trim().is_empty() => "…".into(),
        Err(_) => text.to_owned(),
    }
}

/// A percentage.
pub fn percent(share: Decimal) -> String {
    t_with("percentage", [("n", numbers::decimal(share).into())])
}

/// A repeat rule.
pub fn repeat(repeat: Repeat) -> String {
    match repeat {
        Repeat::Never => t("repeat-never"),
        Repeat::AtOnce => t("repeat-at-once"),
        Repeat::After(delay) => {
            t_with("repeat-after", [("delay", numbers::duration(delay).into())])
        }
    }
}

/// A condition.
pub fn condition(words: &Words) -> String {
    let mut text = String::new();
    for word in &words.0 {
        match word {
            Word::Row { source, operator, operands } => {
                text.push_str(&row(&source_name(source), *operator, operands));
            }
            Word::Join(Join::All) => text.push_str(&spaced("and")),
            Word::Join(Join::Any) => text.push_str(&spaced("or")),
            Word::Open => text.push('('),
            Word::Close => text.push(')'),
        }
    }
    text
}

/// One row of a condition.
pub fn row(source: &str, operator: Operator, operands: &[String]) -> String {
    let mut text = format!("{source} {}", t(term::of_operator(operator)));
    match (operator, operands) {
        (Operator::InTheLast | Operator::InTheNext, [count, unit]) => {
            text.push(' ');
            text.push_str(&period(count, unit));
        }
        (Operator::Between, [low, high]) => {
            text.push_str(&format!(" {}{}{}", operand(low), spaced("and"), operand(high)));
        }
        (_, operands) => {
            let listed: Vec<String> = operands.iter().map(|text| operand(text)).collect();
            if !listed.is_empty() {
                text.push(' ');
                text.push_str(&listed.join(", "));
            }
        }
    }
    text
}

/// The name of a source.
pub fn source_name(source: &SourceName) -> String {
    match source {
        SourceName::Missing => t("source-missing"),
        SourceName::Gone => t("source-gone"),
        SourceName::Contact(name) | SourceName::Incoming(name) => name.clone(),
        SourceName::Received { attribute, .. } => attribute.clone(),
        SourceName::Column(start, columns) => {
            let start = std::iter::once(self::source_name(start));
            start.chain(columns.iter().cloned()).collect::<Vec<_>>().join(" › ")
        }
        SourceName::Binding => t(term::SOURCE_BINDING),
        SourceName::Journey(property) => t(term::of_journey_property(*property)),
    }
}

/// A type.
pub fn type_name(workspace: &Workspace, ty: &Type) -> String {
    t_with(term::of_type(ty), [("table", workspace.table_name(ty).into())])
}

/// A value as people write it; `zone` is an IANA name.
pub fn value(value: &Value, zone: &str) -> String {
    match value {
        Value::Text(text) | Value::EntityReference(text) => text.clone(),
        Value::Number(number) => numbers::decimal(*number),
        Value::TrueFalse(true) => t("true"),
        Value::TrueFalse(false) => t("false"),
        Value::DateTime(at) => instant(*at, zone),
    }
}

/// An instant as people write it; `zone` is an IANA name.
pub fn instant(at: Instant, zone: &str) -> String {
    numbers::date_time(at, zone)
}

/// An operand as it stands in the document, made readable where it is a number or
/// a word of the format.
fn operand(text: &str) -> String {
    use crate::model::predicate::TODAY;
    match text {
        "" => "…".into(),
        TODAY => t("today"),
        _ => match text.parse() {
            Ok(number) if text.parse::<Moment>().is_err() => numbers::decimal(number),
            _ => text.to_owned(),
        },
    }
}

fn period(count: &str, unit: &str) -> String {
    match (count.parse(), Unit::from_name(unit)) {
        (Ok(count), Some(unit)) => numbers::duration(Duration { count, unit }),
        _ => format!("{count} {unit}"),
    }
}

fn spaced(id: &str) -> String {
    format!(" {} ", t(id))
}

/// How long after one run of a schedule comes the next.
pub fn every(every: Every) -> String {
    match every {
        Every::Time(time) => numbers::duration(time),
        Every::Months(months, on) => every_months(months, on),
    }
}

/// "every 2 months, on the last day".
pub fn every_months(months: u32, on: MonthDay) -> String {
    let args = [("count", (months as usize).into()), ("n", numbers::count(months.into()).into())];
    t_with(
        match on {
            MonthDay::Same => "schedule-months",
            MonthDay::Last => "schedule-months-last",
        },
        args,
    )
}
