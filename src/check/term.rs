//! The Fluent ids of the field's terms, in `terms.ftl`: types, operators, units,
//! states, tiles. Everything that shows one of these asks here.

use crate::check::walk::Role;
use crate::model::condition::{JourneyProperty, Operator};
use crate::model::journey::{Channel, Interaction, JourneyState, TileKind};
use crate::model::time::Unit;
use crate::model::trigger::{AudienceKind, TriggerState};
use crate::model::value::Type;

/// A type. `type-entity-reference` has the variable `table`: [`Type`] knows it.
pub fn of_type(ty: &Type) -> &'static str {
    match ty {
        Type::Text => "type-text",
        Type::Number => "type-number",
        Type::TrueFalse => "type-true-false",
        Type::DateTime => "type-date-time",
        Type::EntityReference(_) => "type-entity-reference",
    }
}

/// An operator.
pub fn of_operator(operator: Operator) -> &'static str {
    match operator {
        Operator::Is => "operator-is",
        Operator::IsNot => "operator-is-not",
        Operator::Contains => "operator-contains",
        Operator::DoesNotContain => "operator-does-not-contain",
        Operator::BeginsWith => "operator-begins-with",
        Operator::EndsWith => "operator-ends-with",
        Operator::IsOneOf => "operator-is-one-of",
        Operator::Equals => "operator-equals",
        Operator::NotEquals => "operator-not-equals",
        Operator::Less => "operator-less",
        Operator::LessOrEqual => "operator-less-or-equal",
        Operator::Greater => "operator-greater",
        Operator::GreaterOrEqual => "operator-greater-or-equal",
        Operator::Between => "operator-between",
        Operator::IsTrue => "operator-is-true",
        Operator::IsFalse => "operator-is-false",
        Operator::Before => "operator-before",
        Operator::OnOrBefore => "operator-on-or-before",
        Operator::On => "operator-on",
        Operator::OnOrAfter => "operator-on-or-after",
        Operator::After => "operator-after",
        Operator::InTheLast => "operator-in-the-last",
        Operator::InTheNext => "operator-in-the-next",
        Operator::SameDayAndMonth => "operator-same-day-and-month",
        Operator::IsEmpty => "operator-is-empty",
        Operator::IsNotEmpty => "operator-is-not-empty",
    }
}

/// A unit of time alone, as in a picker.
pub fn of_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Minutes => "unit-minutes",
        Unit::Hours => "unit-hours",
        Unit::Days => "unit-days",
        Unit::Weeks => "unit-weeks",
    }
}

/// A duration; the message has the variable `count`.
pub fn of_duration(unit: Unit) -> &'static str {
    match unit {
        Unit::Minutes => "duration-minutes",
        Unit::Hours => "duration-hours",
        Unit::Days => "duration-days",
        Unit::Weeks => "duration-weeks",
    }
}

/// A state of a journey.
pub fn of_journey_state(state: JourneyState) -> &'static str {
    match state {
        JourneyState::Draft => "journey-state-draft",
        JourneyState::Scheduled => "journey-state-scheduled",
        JourneyState::Live => "journey-state-live",
        JourneyState::LiveEditing => "journey-state-live-editing",
        JourneyState::Paused => "journey-state-paused",
        JourneyState::Completing => "journey-state-completing",
        JourneyState::Completed => "journey-state-completed",
        JourneyState::Stopped => "journey-state-stopped",
    }
}

/// A state of a trigger.
pub fn of_trigger_state(state: TriggerState) -> &'static str {
    match state {
        TriggerState::Draft => "trigger-state-draft",
        TriggerState::Ready => "trigger-state-ready",
        TriggerState::Stopped => "trigger-state-stopped",
    }
}

/// A kind of audience.
pub fn of_audience(kind: AudienceKind) -> &'static str {
    match kind {
        AudienceKind::Contact => "audience-contact",
        AudienceKind::Lead => "audience-lead",
        AudienceKind::Profile => "audience-profile",
    }
}

/// A kind of tile. The Entry is [`ENTRY`].
pub fn of_tile(kind: &TileKind) -> &'static str {
    match kind {
        TileKind::AttributeBranch { .. } => "tile-attribute-branch",
        TileKind::WaitFor { .. } => "tile-wait-for-trigger",
        TileKind::Message { channel, .. } => of_channel(*channel),
        TileKind::Split { .. } => "tile-split",
        TileKind::Wait(_) => "tile-wait",
        TileKind::CustomTrigger { .. } => "tile-custom-trigger",
        TileKind::Exit => "tile-exit",
    }
}

/// A channel, as the tile that sends by it.
pub fn of_channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "tile-email",
        Channel::TextMessage => "tile-text-message",
        Channel::Push => "tile-push",
    }
}

/// An interaction with a message.
pub fn of_interaction(kind: Interaction) -> &'static str {
    match kind {
        Interaction::Delivered => "interaction-delivered",
        Interaction::Opened => "interaction-opened",
        Interaction::Clicked => "interaction-clicked",
    }
}

/// What a journey tells about itself.
pub fn of_journey_property(property: JourneyProperty) -> &'static str {
    match property {
        JourneyProperty::Name => "journey-property-name",
        JourneyProperty::Id => "journey-property-id",
    }
}

/// What a journey or flow does with a trigger.
pub fn of_role(role: Role) -> &'static str {
    match role {
        Role::Starts => "role-starts",
        Role::Waits => "role-waits",
        Role::Ends => "role-ends",
        Role::Goal => "role-goal",
        Role::Raised => "role-raised",
        Role::Flow => "role-flow",
    }
}

/// The branch of a tile with one branch.
pub const BRANCH_YES: &str = "branch-yes";
/// What is left when that is not taken.
pub const BRANCH_NO: &str = "branch-no";
/// What is left when no branch of several is taken.
pub const BRANCH_OTHER: &str = "branch-other";
/// The Entry tile.
pub const ENTRY: &str = "tile-entry";
/// The contact, as a source of values.
pub const SOURCE_CONTACT: &str = "source-contact";
/// The built-in `bindingId` of a trigger, as a source of values.
pub const SOURCE_BINDING: &str = "source-binding";
/// The journey, as a source of values.
pub const SOURCE_JOURNEY: &str = "source-journey";
