//! What the records of a file are made of. A type of the wire says once what its
//! members are called and what may be left out; the [reader](crate::format::reader)
//! and the [writer](crate::format::writer) follow that, and neither is compiled
//! again for each type.
//!
//! A value is read in place: whoever reads begins with a default and fills it in.

use crate::format::error::Cause;

/// A value of a file, to be read or written.
pub(super) trait Value {
    /// What it is made of.
    fn shape(&mut self) -> Shape<'_>;
}

/// What a value is made of.
pub(super) enum Shape<'a> {
    /// A text.
    Text(&'a mut String),
    /// `true` or `false`.
    Flag(&'a mut bool),
    /// A whole number.
    Whole(&'a mut dyn Whole),
    /// A text that stands for something: an id, one of several choices.
    Word(&'a mut dyn Word),
    /// A value that may not be there.
    Maybe(&'a mut dyn Maybe),
    /// A list.
    List(&'a mut dyn List),
    /// An object whose keys are not known beforehand.
    Entries(&'a mut dyn Entries),
    /// One of several forms.
    Choice(&'a mut dyn Choice),
    /// An object with named members.
    Object(&'a mut dyn Object),
}

/// An object with named members.
pub(super) trait Object {
    /// Shows all members, in the order in which they are written.
    fn members(&mut self, to: &mut dyn Members);
}

/// Who is shown the members of a record.
pub(super) trait Members {
    /// One member with its name.
    fn member(&mut self, name: &'static str, when: When, value: &mut dyn Value);
}

/// When a member is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// Always: it is the number by which everything else refers to this record, and
    /// which no other record of the file has.
    Own,
    /// Always.
    Must,
    /// It is always written, and need not be there when it is read.
    Written,
    /// Not when it is empty or off.
    Filled,
    /// It is not written.
    Left,
}

impl dyn Members + '_ {
    /// The id of the record.
    pub fn own(&mut self, id: &mut dyn Value) {
        self.member("id", When::Own, id);
    }

    /// A member that is always there.
    pub fn must(&mut self, name: &'static str, value: &mut dyn Value) {
        self.member(name, When::Must, value);
    }

    /// A member that is always written, and need not be there when it is read.
    pub fn written(&mut self, name: &'static str, value: &mut dyn Value) {
        self.member(name, When::Written, value);
    }

    /// A member that is left out when it is empty or off.
    pub fn may(&mut self, name: &'static str, value: &mut dyn Value) {
        self.member(name, When::Filled, value);
    }

    /// A member that is left out when it is as usual.
    pub fn unless(&mut self, usual: bool, name: &'static str, value: &mut dyn Value) {
        self.member(name, if usual { When::Left } else { When::Written }, value);
    }
}

/// One of several forms: a name alone, or an object with the name and what belongs to it.
pub(super) trait Choice {
    /// The names of all forms.
    fn names(&self) -> &'static [&'static str];
    /// Whether all forms are a name alone.
    fn is_plain(&self) -> bool;
    /// Becomes the form of that name, with default content; nothing where there is none.
    fn pick(&mut self, name: &str);
    /// The name of the form that it is, and what belongs to it.
    fn picked(&mut self) -> (&'static str, Option<&mut dyn Value>);
}

/// A text that stands for something.
pub(super) trait Word {
    /// Becomes what the text stands for.
    fn read(&mut self, text: &str) -> Result<(), Cause>;
    /// The text.
    fn write(&self) -> String;
    /// The number of an id.
    fn number(&self) -> Option<u32> {
        None
    }
}

/// A whole number.
pub(super) trait Whole {
    /// Becomes the number that is written so; whether it fits.
    fn read(&mut self, digits: &str) -> bool;
    /// The number.
    fn get(&self) -> u64;
}

/// A value that may not be there.
pub(super) trait Maybe {
    /// The value, a default one from now on.
    fn fill(&mut self) -> &mut dyn Value;
    /// The value, if it is there.
    fn get(&mut self) -> Option<&mut dyn Value>;
}

/// A list.
pub(super) trait List {
    /// A default value at its end.
    fn grow(&mut self) -> &mut dyn Value;
    /// How many values there are.
    fn len(&self) -> usize;
    /// The value of that index, which is less than [`len`](Self::len).
    fn get(&mut self, index: usize) -> &mut dyn Value;
}

/// An object whose keys are not known beforehand.
pub(super) trait Entries {
    /// A default value under that key.
    fn add(&mut self, key: &str) -> Result<&mut dyn Value, Cause>;
    /// Whether there are none.
    fn is_empty(&self) -> bool;
    /// Shows all keys and values, in the order in which they are written.
    fn each(&mut self, show: &mut dyn FnMut(&str, &mut dyn Value));
}

impl Shape<'_> {
    /// Whether it is left out where only what is filled is written.
    pub fn is_empty(&mut self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Flag(flag) => !**flag,
            Self::Whole(number) => number.get() == 0,
            Self::Maybe(maybe) => maybe.get().is_none(),
            Self::List(list) => list.len() == 0,
            Self::Entries(entries) => entries.is_empty(),
            Self::Word(_) | Self::Choice(_) | Self::Object(_) => false,
        }
    }
}

impl Value for String {
    fn shape(&mut self) -> Shape<'_> {
        Shape::Text(self)
    }
}

impl Value for bool {
    fn shape(&mut self) -> Shape<'_> {
        Shape::Flag(self)
    }
}

macro_rules! whole {
    ($($number:ty),+) => {$(
        impl Value for $number {
            fn shape(&mut self) -> Shape<'_> {
                Shape::Whole(self)
            }
        }

        impl Whole for $number {
            fn read(&mut self, digits: &str) -> bool {
                digits.parse().map(|number| *self = number).is_ok()
            }

            fn get(&self) -> u64 {
                (*self).into()
            }
        }
    )+};
}

whole!(u8, u32, u64);

impl<T: Value + Default> Value for Option<T> {
    fn shape(&mut self) -> Shape<'_> {
        Shape::Maybe(self)
    }
}

impl<T: Value + Default> Maybe for Option<T> {
    fn fill(&mut self) -> &mut dyn Value {
        self.insert(T::default())
    }

    fn get(&mut self) -> Option<&mut dyn Value> {
        self.as_mut().map(|value| value as &mut dyn Value)
    }
}

impl<T: Value + Default> Value for Vec<T> {
    fn shape(&mut self) -> Shape<'_> {
        Shape::List(self)
    }
}

impl<T: Value + Default> List for Vec<T> {
    fn grow(&mut self) -> &mut dyn Value {
        self.push(T::default());
        let last = self.len() - 1;
        &mut self[last]
    }

    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn get(&mut self, index: usize) -> &mut dyn Value {
        &mut self[index]
    }
}

/// Says of types that they are objects.
macro_rules! objects {
    ($($record:ty),+ $(,)?) => {$(
        impl $crate::format::shape::Value for $record {
            fn shape(&mut self) -> $crate::format::shape::Shape<'_> {
                $crate::format::shape::Shape::Object(self)
            }
        }
    )+};
}

/// Tells the forms of a choice with their names, and which of them have content.
macro_rules! forms {
    ($choice:ty { $($form:ident $(($content:ident))? = $name:literal),+ $(,)? }) => {
        impl $crate::format::shape::Value for $choice {
            fn shape(&mut self) -> $crate::format::shape::Shape<'_> {
                $crate::format::shape::Shape::Choice(self)
            }
        }

        impl $crate::format::shape::Choice for $choice {
            fn names(&self) -> &'static [&'static str] {
                &[$($name),+]
            }

            fn is_plain(&self) -> bool {
                let with_content: &[&str] = &[$($(stringify!($content),)?)+];
                with_content.is_empty()
            }

            fn pick(&mut self, name: &str) {
                match name {
                    $($name => *self = Self::$form $(({
                        let $content = Default::default();
                        $content
                    }))?,)+
                    _ => {}
                }
            }

            fn picked(
                &mut self,
            ) -> (&'static str, Option<&mut dyn $crate::format::shape::Value>) {
                match self {
                    $(Self::$form $(($content))? => ($name, {
                        let content: Option<&mut dyn $crate::format::shape::Value> = None;
                        $(let content = content.or(Some($content));)?
                        content
                    }),)+
                }
            }
        }
    };
}

/// Says of types that they are texts which stand for something.
macro_rules! words {
    ($($word:ty),+ $(,)?) => {$(
        impl $crate::format::shape::Value for $word {
            fn shape(&mut self) -> $crate::format::shape::Shape<'_> {
                $crate::format::shape::Shape::Word(self)
            }
        }
    )+};
}

pub(super) use {forms, objects, words};
