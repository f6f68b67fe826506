//! What a step of a flow reads: fixed text, what is picked, or both mixed.

use crate::model::flow::{Action, Flow};
use crate::model::id::{AttributeId, StepId};
use crate::model::value::Type;
use crate::model::workspace::Workspace;

/// A value in a flow: texts and picked values, one after the other.
///
/// **Invariant:** no text is empty, and no two texts are neighbours.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FlowValue(Vec<Part>);

/// A part of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The text as it stands.
    Text(String),
    /// What is picked; between texts, written as a text.
    Picked(FlowSource),
}

/// What can be picked in a flow (rule A5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlowSource {
    /// An attribute of the trigger.
    Attribute(AttributeId),
    /// `msdynmkt_profileid`: the id of the contact.
    ProfileId,
    /// `msdynmkt_signaluserauthid`: who raised the trigger, which is the contact.
    UserAuthId,
    /// `msdynmkt_signaltimestamp`: when the trigger was raised.
    SignalTime,
    /// `msdynmkt_signalingestiontimestamp`: when the trigger arrived.
    IngestionTime,
    /// `msdynmkt_bindingid`: the built-in text, which may be empty (rule S4).
    BindingId,
    /// The variable that this step initialises.
    Variable(StepId),
}

impl FlowSource {
    /// What comes with every trigger, in the order in which it is offered.
    pub const BUILT_IN: [Self; 5] =
        [Self::ProfileId, Self::UserAuthId, Self::SignalTime, Self::IngestionTime, Self::BindingId];

    /// What Power Automate calls what comes with every trigger.
    pub const fn parameter(self) -> Option<&'static str> {
        match self {
            Self::ProfileId => Some("msdynmkt_profileid"),
            Self::UserAuthId => Some("msdynmkt_signaluserauthid"),
            Self::SignalTime => Some("msdynmkt_signaltimestamp"),
            Self::IngestionTime => Some("msdynmkt_signalingestiontimestamp"),
            Self::BindingId => Some("msdynmkt_bindingid"),
            Self::Attribute(_) | Self::Variable(_) => None,
        }
    }
}

impl FlowValue {
    /// A value of these parts: empty texts go, neighbouring texts become one.
    pub fn new(parts: impl IntoIterator<Item = Part>) -> Self {
        let mut value = Self::default();
        for part in parts {
            match (part, value.0.last_mut()) {
                (Part::Text(text), _) if text.is_empty() => {}
                (Part::Text(text), Some(Part::Text(before))) => before.push_str(&text),
                (part, _) => value.0.push(part),
            }
        }
        value
    }

    /// The text as it stands.
    pub fn fixed(text: impl Into<String>) -> Self {
        Self::new([Part::Text(text.into())])
    }

    /// Its parts.
    pub fn parts(&self) -> &[Part] {
        &self.0
    }

    /// Everything that it picks.
    pub fn picked(&self) -> impl Iterator<Item = FlowSource> + '_ {
        self.0.iter().filter_map(|part| match part {
            Part::Picked(source) => Some(*source),
            Part::Text(_) => None,
        })
    }

    /// As [`picked`](Self::picked), to change it.
    pub fn picked_mut(&mut self) -> impl Iterator<Item = &mut FlowSource> {
        self.0.iter_mut().filter_map(|part| match part {
            Part::Picked(source) => Some(source),
            Part::Text(_) => None,
        })
    }

    /// The text, where nothing is picked.
    pub fn as_fixed(&self) -> Option<&str> {
        match self.0.as_slice() {
            [] => Some(""),
            [Part::Text(text)] => Some(text),
            _ => None,
        }
    }

    /// What is picked, where that is all: its type is kept.
    pub fn as_picked(&self) -> Option<FlowSource> {
        match self.0.as_slice() {
            [Part::Picked(source)] => Some(*source),
            _ => None,
        }
    }

    /// Whether there is nothing but spaces.
    pub fn is_blank(&self) -> bool {
        self.as_fixed().is_some_and(|text| text.trim().is_empty())
    }
}

impl From<FlowSource> for FlowValue {
    fn from(source: FlowSource) -> Self {
        Self(vec![Part::Picked(source)])
    }
}

impl Workspace {
    /// The type of what is picked in a flow; none, where there is no such thing.
    pub fn flow_source_type(&self, flow: &Flow, source: FlowSource) -> Option<Type> {
        match source {
            FlowSource::Attribute(attribute) => {
                self.attribute_of(flow.trigger?, attribute).ok().map(|found| found.ty.clone())
            }
            FlowSource::ProfileId | FlowSource::UserAuthId | FlowSource::BindingId => {
                Some(Type::Text)
            }
            FlowSource::SignalTime | FlowSource::IngestionTime => Some(Type::DateTime),
            FlowSource::Variable(step) => match &flow.step(step)?.action {
                Action::InitializeVariable { ty, .. } => Some(ty.clone()),
                _ => None,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_texts_are_one_and_empty_ones_none() {
        let text = |text: &str| Part::Text(text.into());
        let who = Part::Picked(FlowSource::ProfileId);
        let value = FlowValue::new([text(""), text("a"), text("b"), who.clone(), text("")]);
        assert_eq!(value.parts(), [text("ab"), who]);
        assert_eq!(FlowValue::fixed(""), FlowValue::default());
        assert_eq!(FlowValue::from(FlowSource::ProfileId).as_picked(), Some(FlowSource::ProfileId));
    }
}
