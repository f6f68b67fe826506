//! Custom triggers (rule S4).

use crate::model::collect;
use crate::model::id::{AttributeId, TriggerId};
use crate::model::predicate::fold;
use crate::model::value::Type;

/// A named signal with typed attributes, about one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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

    /// Its attributes with what code calls them: the name as a slug, numbered where two
    /// would be called the same. A page script says it as it is, a server and a flow with
    /// [`PREFIX`] before it.
    pub fn parameters(&self) -> Vec<(&Attribute, String)> {
        let mut taken = collect::set(BUILT_IN.map(str::to_owned));
        let name = |attribute: &Attribute| {
            let slug = slug(&attribute.name);
            let numbered = (2..).map(|number| format!("{slug}_{number}"));
            let mut all = std::iter::once(slug.clone()).chain(numbered);
            let free = all.find(|name| taken.insert(name.clone()));
            free.unwrap_or_default()
        };
        self.attributes.iter().zip(self.attributes.iter().map(name)).collect()
    }
}

/// With what the unique names of triggers and of their attributes begin.
pub const PREFIX: &str = "msdynmkt_";

/// What every activation carries besides the attributes, without [`PREFIX`].
pub const BUILT_IN: [&str; 5] =
    ["bindingid", "profileid", "signalingestiontimestamp", "signaltimestamp", "signaluserauthid"];

/// The unique name for a new trigger: the name as a slug, and 9 digits made from `seed`.
pub fn unique_name(name: &str, seed: u32) -> String {
    let digits = (u64::from(seed) * 2_654_435_761) % 1_000_000_000;
    format!("{PREFIX}{}_{digits:09}", slug(name))
}

/// A name in lower case without spaces and accents, what is neither letter nor digit as `_`.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in fold(name).chars().filter(|c| !c.is_whitespace()) {
        let plain = PLAIN.iter().find(|(accented, _)| accented.contains(letter));
        match plain {
            Some((_, plain)) => slug.push_str(plain),
            None => slug.push(if letter.is_ascii_alphanumeric() { letter } else { '_' }),
        }
    }
    slug
}

/// The letters of western languages that stand for others in code.
const PLAIN: [(&str, &str); 11] = [
    ("àáâãäå", "a"),
    ("ç", "c"),
    ("èéêë", "e"),
    ("ìíîï", "i"),
    ("ñ", "n"),
    ("òóôõöø", "o"),
    ("ùúûü", "u"),
    ("ýÿ", "y"),
    ("œ", "oe"),
    ("æ", "ae"),
    ("ß", "ss"),
];

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

    #[test]
    fn s4_attributes_have_names_in_code_each_once() {
        let attribute =
            |id, name: &str| Attribute { id: AttributeId(id), name: name.into(), ty: Type::Text };
        let trigger = Trigger {
            id: TriggerId(1),
            name: "Call".into(),
            unique_name: unique_name("Call", 1),
            description: String::new(),
            audience: AudienceKind::Contact,
            state: TriggerState::Draft,
            attributes: vec![
                attribute(2, "Phone Number"),
                attribute(3, "phone number"),
                attribute(4, "Binding Id"),
                attribute(5, "Numéro"),
            ],
        };
        let names: Vec<String> = trigger.parameters().into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["phonenumber", "phonenumber_2", "bindingid_2", "numero"]);
    }
}
