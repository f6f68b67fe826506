//! What a source is called: the group it belongs to and its own name.

use crate::check::scope::At;
use crate::check::term;
use crate::model::condition::Source;
use crate::model::id::{TileId, TriggerId};
use crate::model::journey::Journey;
use crate::model::resolve::SourceError;
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// A group of sources, as the picker shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The attributes of the trigger that is being looked at.
    Incoming(TriggerId),
    /// The fields of the contact.
    Contact,
    /// The attributes of a trigger that was received at a tile.
    Received(TileId, TriggerId),
    /// The journey itself.
    Journey,
}

/// A name of the workspace, or a term to be translated.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// As it stands.
    Text(String),
    /// A Fluent id of `terms.ftl`.
    Term(&'static str),
}

/// A source in words: `group › name`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// The group.
    pub group: Group,
    /// What the group is called: "Contact", or the name of a trigger.
    pub group_label: Label,
    /// What the field, attribute or property is called.
    pub label: Label,
    /// Its type.
    pub ty: Type,
}

/// Names `source`, seen from `journey`, where `incoming` is the trigger that is
/// being looked at. Fails as [`Workspace::source_type`] does.
pub fn describe(
    workspace: &Workspace,
    journey: &Journey,
    incoming: Option<TriggerId>,
    source: Source,
) -> Result<Described, SourceError> {
    describe_by(workspace, &|tile| journey.received_at(tile), incoming, source)
}

/// Names `source`, seen from a segment: nothing but fields of the contact is seen.
pub fn describe_field(workspace: &Workspace, source: Source) -> Result<Described, SourceError> {
    match source {
        _ if source.is_of_contact() => {
            describe_by(workspace, &|tile| Err(SourceError::Tile(tile)), None, source)
        }
        _ => Err(SourceError::NoIncoming),
    }
}

/// As [`describe()`], with the callers' own lookup of what is received where.
pub(super) fn describe_by(
    workspace: &Workspace,
    received_at: &dyn Fn(TileId) -> Result<Vec<TriggerId>, SourceError>,
    incoming: Option<TriggerId>,
    source: Source,
) -> Result<Described, SourceError> {
    let ty = workspace.source_type_by(received_at, incoming, source)?;
    let (group, label) = match source {
        Source::Contact(id) => {
            let field = workspace.fields.get(&id).ok_or(SourceError::Field(id))?;
            (Group::Contact, Label::Text(field.name.clone()))
        }
        Source::Incoming(id) => {
            let trigger = incoming.ok_or(SourceError::NoIncoming)?;
            let name = workspace.attribute_of(trigger, id)?.name.clone();
            (Group::Incoming(trigger), Label::Text(name))
        }
        Source::Received(tile, id) => {
            let trigger = workspace.trigger_with(&received_at(tile)?, id)?;
            let name = workspace.attribute_of(trigger, id)?.name.clone();
            (Group::Received(tile, trigger), Label::Text(name))
        }
        Source::Column(reference, path) => {
            let start = describe_by(workspace, received_at, incoming, reference.into())?;
            let names = workspace.path_names(&start.ty, path.columns())?;
            let own = match start.label {
                Label::Text(text) => text,
                Label::Term(id) => id.to_owned(),
            };
            let own = std::iter::once(own).chain(names).collect::<Vec<_>>();
            (start.group, Label::Text(own.join(" › ")))
        }
        Source::ReceivedBinding(tile) => {
            let trigger = received_at(tile)?.first().copied();
            let trigger = trigger.ok_or(SourceError::NoTrigger(tile))?;
            (Group::Received(tile, trigger), Label::Term(term::SOURCE_BINDING))
        }
        Source::IncomingBinding => {
            let trigger = incoming.ok_or(SourceError::NoIncoming)?;
            (Group::Incoming(trigger), Label::Term(term::SOURCE_BINDING))
        }
        Source::Journey(property) => {
            (Group::Journey, Label::Term(term::of_journey_property(property)))
        }
    };
    Ok(Described { group, group_label: group.label(workspace), label, ty })
}

impl Group {
    /// What the group is called.
    pub fn label(self, workspace: &Workspace) -> Label {
        match self {
            Self::Contact => Label::Term(term::SOURCE_CONTACT),
            Self::Journey => Label::Term(term::SOURCE_JOURNEY),
            Self::Incoming(id) | Self::Received(_, id) => {
                let name = workspace.triggers.get(&id).map(|trigger| trigger.name.clone());
                Label::Text(name.unwrap_or_else(|| id.to_string()))
            }
        }
    }
}

impl At {
    /// The trigger that is being looked at there.
    pub fn incoming(self, journey: &Journey) -> Option<TriggerId> {
        match self {
            Self::Entry => journey.entry.trigger(),
            Self::Tile(_) | Self::Segment => None,
            Self::Wait(tile, branch) => {
                let mut waits = journey.tile(tile)?.kind.waits().iter();
                waits.find(|wait| wait.id == branch)?.on.listener()?.trigger
            }
            Self::Goal => journey.goal.as_ref()?.on.trigger,
            Self::Exit(id) => {
                journey.exits.iter().find(|exit| exit.id == id)?.on.listener()?.trigger
            }
        }
    }
}
