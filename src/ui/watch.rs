//! A value that is worked out again when what it reads changes, and tells those who
//! read it only when it is another one: a memo.
//!
//! Leptos compiles its memo once for every type; this one is compiled once, and each
//! type only adds how it is worked out and compared. A page has dozens of them.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// A memo of a `T`. Copied freely; it is a handle.
pub struct Watch<T>(Memo<Hidden>, PhantomData<fn() -> T>);

/// A value without its type, and how it is compared with another of that type.
#[derive(Clone)]
struct Hidden(Arc<dyn Any + Send + Sync>, fn(&dyn Any, &dyn Any) -> bool);

type Work = Box<dyn Fn(Option<&Hidden>) -> Hidden + Send + Sync>;

impl<T: PartialEq + Send + Sync + 'static> Watch<T> {
    /// The value that `work` gives; it is handed the one before.
    pub fn new(work: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let hidden = move |before: Option<&Hidden>| {
            let before = before.and_then(|hidden| hidden.0.downcast_ref());
            Hidden(Arc::new(work(before)), is_same::<T>)
        };
        Self(memo(Box::new(hidden)), PhantomData)
    }

    /// Runs again when it changes.
    pub fn track(&self) {
        self.0.track();
    }

    /// Reads it; tracked.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(typed(&self.0.get()))
    }

    /// Reads it; not tracked.
    pub fn with_untracked<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(typed(&self.0.get_untracked()))
    }

    /// Itself; tracked.
    pub fn get(&self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// Itself; not tracked.
    pub fn get_untracked(&self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

impl<T> Clone for Watch<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Watch<T> {}

impl<T: PartialEq + Clone + Send + Sync + 'static> From<Watch<T>> for Signal<T> {
    fn from(watch: Watch<T>) -> Self {
        Self::derive(move || watch.get())
    }
}

impl PartialEq for Hidden {
    fn eq(&self, other: &Self) -> bool {
        (self.1)(&*self.0, &*other.0)
    }
}

/// Not generic, so that it is there once.
fn memo(work: Work) -> Memo<Hidden> {
    Memo::new(move |before| work(before))
}

fn is_same<T: PartialEq + 'static>(one: &dyn Any, other: &dyn Any) -> bool {
    one.downcast_ref::<T>() == other.downcast_ref::<T>()
}

fn typed<T: 'static>(hidden: &Hidden) -> &T {
    match hidden.0.downcast_ref() {
        Some(value) => value,
        None => unreachable!("a watch holds what its own work gave"),
    }
}
