//! What the contacts of a data set are called.

use std::borrow::Cow;

use crate::engine::texts::{Free, Interner};

/// Names by index from 0.
#[derive(Debug, Clone)]
pub(crate) enum Names {
    /// As they were given.
    Given(Interner),
    /// Made from a number, so that they take no memory: of so many contacts, the
    /// first is the one of that number.
    Numbered { first: u32, count: u32 },
}

/// What stands before the number.
const PREFIX: &str = "contact-";

impl Names {
    pub fn len(&self) -> u32 {
        match self {
            Self::Given(names) => names.texts().len() as u32,
            Self::Numbered { count, .. } => *count,
        }
    }

    pub fn get(&self, index: u32) -> Cow<'_, str> {
        match self {
            Self::Given(names) => Cow::Borrowed(names.texts().get(index)),
            Self::Numbered { first, .. } => Cow::Owned(numbered(first + index)),
        }
    }

    /// Whether the contact of that index is there and has that name, where that is known
    /// at once.
    #[inline]
    pub fn is(&self, index: u32, name: &str) -> bool {
        match self {
            Self::Given(names) => {
                (index as usize) < names.texts().len() && names.texts().get(index) == name
            }
            Self::Numbered { .. } => false,
        }
    }

    /// Where a name belongs that is not there yet and can be added.
    pub fn free(&self, name: &str) -> Option<Free> {
        match self {
            Self::Given(names) => names.look_up(name).err(),
            Self::Numbered { .. } => None,
        }
    }

    pub fn find(&self, name: &str) -> Option<u32> {
        match self {
            Self::Given(names) => names.find(name),
            Self::Numbered { first, count } => {
                let number: u32 = name.strip_prefix(PREFIX)?.parse().ok()?;
                let index = number.checked_sub(1)?.checked_sub(*first)?;
                (index < *count && self.get(index) == name).then_some(index)
            }
        }
    }
}

impl Default for Names {
    fn default() -> Self {
        Self::Given(Interner::default())
    }
}

/// The name of the contact that is made up of that number, from 0.
pub(crate) fn numbered(number: u32) -> String {
    format!("{PREFIX}{}", u64::from(number) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_numbered_contact_is_found_by_its_name() {
        let names = Names::Numbered { first: 10, count: 3 };
        for index in 0..3 {
            assert_eq!(names.find(&names.get(index)), Some(index));
        }
        assert_eq!(names.get(0), "contact-11");
        for name in ["contact-10", "contact-14", "contact-011", "contact-", "11", "contact-0"] {
            assert_eq!(names.find(name), None, "{name}");
        }
    }
}
