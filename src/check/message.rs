//! Message tiles, and the waits for interactions with them.

use crate::check::code::Code;
use crate::check::context::{Context, title};
use crate::check::fix::Fix;
use crate::check::offer::EmptyReason;
use crate::check::problem::{Arg, Problem};
use crate::check::scope::{At, Reach};
use crate::check::site::{Holder, Site, Spot};
use crate::model::condition::Source;
use crate::model::id::TileId;
use crate::model::journey::{TileKind, WaitBranch, WaitOn};
use crate::model::value::Type;

/// Checks what a Message tile sends, and where to.
pub(super) fn check(
    context: &Context,
    tile: TileId,
    to: Option<Source>,
    content: &str,
    found: &mut Vec<Problem>,
) {
    let site = |spot| Site::in_journey(context.journey.id, Some(tile), spot);
    match to {
        None => found.push(Problem::new(Code::NoRecipient, site(Spot::Recipient))),
        Some(source) => recipient(context, tile, source, site(Spot::Recipient), found),
    }
    if content.trim().is_empty() {
        found.push(Problem::new(Code::NonExistingMessage, site(Spot::Content)));
    }
}

fn recipient(
    context: &Context,
    tile: TileId,
    source: Source,
    site: Site,
    found: &mut Vec<Problem>,
) {
    let Some(ty) = context.source(source, None, At::Tile(tile), site, found) else { return };
    let problem = |code| Problem::new(code, site).arg("source", context.name_of(source, None));
    if ty != Type::Text {
        found.push(
            problem(Code::RecipientNotText)
                .arg("source-type", Arg::of_type(context.workspace, &ty)),
        );
    } else if !is_address(source) {
        found.push(problem(Code::RecipientNotAddress));
    }
    match context.may_be_empty(tile, source) {
        Some(EmptyReason::OptionalField(field)) => {
            found.push(problem(Code::RecipientMayBeEmpty).fix(Fix::RequireField(field)));
        }
        Some(EmptyReason::Row) => found.push(problem(Code::RecipientMayBeEmpty)),
        Some(EmptyReason::Binding) | None => {}
    }
}

/// Whether an address can stand there: not what the journey or a binding is called.
pub(super) fn is_address(source: Source) -> bool {
    !matches!(source, Source::ReceivedBinding(_) | Source::IncomingBinding | Source::Journey(_))
}

/// Checks a wait for an interaction: its message must have been sent on the way.
pub(super) fn check_wait(
    context: &Context,
    tile: TileId,
    wait: &WaitBranch,
    found: &mut Vec<Problem>,
) {
    let WaitOn::Interaction { message, .. } = wait.on else { return };
    let spot = Spot::Interaction(Holder::of_wait(wait.id));
    let site = Site::in_journey(context.journey.id, Some(tile), spot);
    let Some(message) = message else {
        found.push(Problem::new(Code::NoWaitMessage, site));
        return;
    };
    let known = context.tile(message);
    let Some(known) = known.filter(|known| matches!(known.kind, TileKind::Message { .. })) else {
        found.push(Problem::new(Code::UnknownMessage, site).text("id", message.to_string()));
        return;
    };
    let code = match context.seen.scope.sent(message, tile) {
        _ if !context.seen.scope.is_reachable(tile) => return,
        Reach::EveryWay => return,
        Reach::SomeWays => Code::MessageOnSomeWays,
        Reach::NoWay => Code::MessageNotSent,
    };
    found.push(Problem::new(code, site).arg("message", title(known)));
}
