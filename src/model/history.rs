//! Undo and redo. An entry is one gesture: its name and its [`Change`].
//!
//! **Invariant:** undoing everything restores the workspace to the byte, because
//! an entry is undone by swapping before and after, never by an inverse edit.

use crate::model::change::Change;
use crate::model::workspace::Workspace;

/// What was done, what was undone, and their names.
#[derive(Debug, Clone)]
pub struct History<N> {
    done: Vec<Entry<N>>,
    undone: Vec<Entry<N>>,
    /// Whether the next edit may join the last entry.
    open: bool,
}

#[derive(Debug, Clone)]
struct Entry<N> {
    name: N,
    change: Change,
}

impl<N> Default for History<N> {
    fn default() -> Self {
        Self { done: Vec::new(), undone: Vec::new(), open: false }
    }
}

impl<N: Clone + PartialEq> History<N> {
    /// Adds an edit that has been made, and forgets what was undone. With `join`, an
    /// edit of the same name as the last one becomes part of it, as the letters
    /// typed into one field do; [`close`](Self::close) ends that.
    pub fn push(&mut self, name: N, change: Change, join: bool) {
        if change.is_empty() {
            return;
        }
        self.undone.clear();
        let joins = join && self.open && self.done.last().is_some_and(|last| last.name == name);
        self.open = join;
        match self.done.pop() {
            Some(last) if joins => {
                let change = last.change.then(change);
                if !change.is_empty() {
                    self.done.push(Entry { name, change });
                }
            }
            last => {
                self.done.extend(last);
                self.done.push(Entry { name, change });
            }
        }
    }

    /// Ends a gesture: the next edit starts an entry of its own.
    pub fn close(&mut self) {
        self.open = false;
    }

    /// Takes the last entry back; returns its name and what changed.
    pub fn undo(&mut self, workspace: &mut Workspace) -> Option<(N, Change)> {
        let entry = self.done.pop()?;
        let change = entry.change.clone().reversed();
        change.apply(workspace);
        self.open = false;
        let name = entry.name.clone();
        self.undone.push(entry);
        Some((name, change))
    }

    /// Makes the entry that was undone last again; returns its name and what changed.
    pub fn redo(&mut self, workspace: &mut Workspace) -> Option<(N, Change)> {
        let entry = self.undone.pop()?;
        entry.change.apply(workspace);
        self.open = false;
        let (name, change) = (entry.name.clone(), entry.change.clone());
        self.done.push(entry);
        Some((name, change))
    }

    /// How many entries are made.
    pub fn made(&self) -> usize {
        self.done.len()
    }

    /// The names of all entries, the oldest first: those that are made, then those
    /// that were undone.
    pub fn names(&self) -> impl Iterator<Item = &N> {
        self.done.iter().chain(self.undone.iter().rev()).map(|entry| &entry.name)
    }

    /// The name of what undo would take back.
    pub fn undo_name(&self) -> Option<&N> {
        self.done.last().map(|entry| &entry.name)
    }

    /// The name of what redo would make again.
    pub fn redo_name(&self) -> Option<&N> {
        self.undone.last().map(|entry| &entry.name)
    }
}
