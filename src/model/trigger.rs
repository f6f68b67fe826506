//! Custom triggers (rule S4).

use crate::model::id::{AttributeId, TriggerId};
use crate::model::predicate::fold;
use crate::model::value::Type;

/// A named signal with typed attributes, about one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// Its id.
    pub id: TriggerId,
    /// Display name; may change at any time.
    pub name: String,
    /// What code and flows call it: `msdynmkt_`, a slug, `_` and 9 digits; fixed at creation.
    pub unique_name: String,
    /// What it is for.
    pub description: String,
    /// Whom it is about.
    pub audience: AudienceKind,
    /// Whether journeys may use it.
    pub state: TriggerState,
    /// At most [`MAX_ATTRIBUTES`], besides the built-in ones.
    pub attributes: Vec<Attribute>,
}

/// One attribute of a trigger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its id.
    pub id: AttributeId,
    /// Display name.
    pub name: String,
    /// Its type.
    pub ty: Type,
}

/// Whom a trigger or a journey is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum AudienceKind {
    #[default]
    Contact,
    Lead,
    Profile,
}

impl AudienceKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Contact, Self::Lead, Self::Profile];
}

/// Whether journeys may use a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum TriggerState {
    /// Being defined.
    #[default]
    Draft,
    /// Ready to use.
    Ready,
    /// Stopped for good.
    Stopped,
}

impl TriggerState {
    /// All states, in the order of life.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Ready, Self::Stopped];
}

/// The most attributes that a trigger may have.
pub const MAX_ATTRIBUTES: usize = 29;

impl Trigger {
    /// The attribute of that id.
    pub fn attribute(&self, id: AttributeId) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.id == id)
    }

    /// The first attribute of that name, without regard to case.
    pub fn attribute_named(&self, name: &str) -> Option<&Attribute> {
        let name = fold(name);
        self.attributes.iter().find(|attribute| fold(&attribute.name) == name)
    }
}

/// The unique name for a new trigger: the name in lower case without spaces, what
/// is neither letter nor digit as `_`, and 9 digits made from `seed`.
pub fn unique_name(name: &str, seed: u32) -> String {
    let slug: String = fold(name)
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    let digits = (u64::from(seed) * 2_654_435_761) % 1_000_000_000;
    format!("msdynmkt_{slug}_{digits:09}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s4_a_unique_name_is_a_slug_and_nine_digits() {
        let name = unique_name("Double Opt-in Confirmed", 7);
        assert!(name.starts_with("msdynmkt_doubleopt_inconfirmed_"), "{name}");
        let digits = name.rsplit('_').next().unwrap();
        assert!(digits.len() == 9 && digits.bytes().all(|b| b.is_ascii_digit()));
        assert_ne!(name, unique_name("Double Opt-in Confirmed", 8));
    }
}
