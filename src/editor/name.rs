//! Names of edits, for the undo menu and for what is announced, and names for
//! new things.

use crate::editor::selection::Tiles;
use crate::model::collect;
use crate::model::id::TileId;
use crate::model::journey::{Channel, Tile, TileKind};

/// What an edit is called, and what it was about.
///
/// Two names are equal when they are of one edit of one thing, whatever the thing
/// was called then: the letters typed into one field are one edit.
#[derive(Debug, Clone)]
pub struct EditName {
    /// The id of the message that names the edit, such as `edit-delete-tile`; its
    /// one variable is `subject`.
    pub id: &'static str,
    /// The name of what was edited; may be empty.
    pub subject: String,
    /// The id of the message that stands for the subject when it has no name,
    /// such as `edit-subject-wait`.
    pub nameless: &'static str,
    /// The numbers of what was edited: the record or tile, and what is inside it.
    target: [u32; 2],
    /// The tiles that were edited, where there were several.
    tiles: Option<Tiles>,
}

impl EditName {
    /// A name.
    pub fn new(id: &'static str, subject: impl Into<String>) -> Self {
        Self {
            id,
            subject: subject.into(),
            nameless: "edit-subject-nameless",
            target: [0; 2],
            tiles: None,
        }
    }

    /// The name of an edit of several tiles; undo and redo select them. Their number is
    /// its subject.
    pub fn of_tiles(id: &'static str, tiles: &Tiles) -> Self {
        Self { tiles: Some(tiles.clone()), ..Self::new(id, "") }
    }

    /// How many tiles were edited, where there were several.
    pub fn count(&self) -> Option<usize> {
        self.tiles.as_ref().map(Tiles::count)
    }

    /// The name of an edit of a tile; undo and redo select that tile.
    pub fn of_tile(id: &'static str, tile: &Tile) -> Self {
        let nameless = match tile.kind {
            TileKind::AttributeBranch { .. } => "edit-subject-attribute-branch",
            TileKind::WaitFor { .. } => "edit-subject-wait-for-trigger",
            TileKind::Message { channel, .. } => match channel {
                Channel::Email => "edit-subject-email",
                Channel::TextMessage => "edit-subject-text-message",
                Channel::Push => "edit-subject-push",
            },
            TileKind::Split { .. } => "edit-subject-split",
            TileKind::Wait(_) => "edit-subject-wait",
            TileKind::CustomTrigger { .. } => "edit-subject-custom-trigger",
            TileKind::Exit => "edit-subject-exit",
        };
        Self { nameless, ..Self::new(id, tile.name.clone()).about(tile.id.0, 0) }
    }

    /// The same name, of a deletion that took behaviour models along.
    pub(super) fn with_models(self) -> Self {
        let id = match self.id {
            "edit-delete-tile" => "edit-delete-tile-and-models",
            "edit-delete-tiles" => "edit-delete-tiles-and-models",
            "edit-delete-branch" => "edit-delete-branch-and-models",
            "edit-delete-journey" => "edit-delete-journey-and-models",
            other => other,
        };
        Self { id, ..self }
    }

    /// The same name, of an edit of what has these numbers.
    pub(super) fn about(self, outer: u32, inner: u32) -> Self {
        Self { target: [outer, inner], ..self }
    }

    /// The tiles that were edited; where it was something else, there is none of that number.
    pub(super) fn target(&self) -> Tiles {
        self.tiles.clone().unwrap_or(TileId(self.target[0]).into())
    }
}

impl PartialEq for EditName {
    fn eq(&self, other: &Self) -> bool {
        (self.id, self.target, &self.tiles) == (other.id, other.target, &other.tiles)
    }
}

impl Eq for EditName {}

/// `name`, or the first of `name 2`, `name 3` … that is not taken.
pub(super) fn numbered<'a>(name: &str, taken: impl Iterator<Item = &'a str> + Clone) -> String {
    first_free(name, taken, |number| format!("{name} {number}"))
}

/// The first of `name (2)`, `name (3)` … that is not taken; a number that the
/// name itself ends in is counted on.
pub(super) fn copied<'a>(name: &'a str, taken: impl Iterator<Item = &'a str> + Clone) -> String {
    let stem = name
        .strip_suffix(')')
        .and_then(|name| name.rsplit_once(" ("))
        .filter(|(_, number)| number.parse::<u32>().is_ok())
        .map_or(name, |(stem, _)| stem);
    first_free(name, taken.chain([name]), |number| format!("{stem} ({number})"))
}

fn first_free<'a>(
    name: &str,
    taken: impl Iterator<Item = &'a str>,
    variant: impl Fn(u32) -> String,
) -> String {
    let taken = collect::set(taken);
    let variants = (2..).map(variant);
    let mut all = std::iter::once(name.to_owned()).chain(variants);
    all.find(|name| !taken.contains(name.as_str())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_name_gets_the_next_free_number() {
        let name = |taken: &[&str]| numbered("Nurture", taken.iter().copied());
        assert_eq!(name(&[]), "Nurture");
        assert_eq!(name(&["Nurture"]), "Nurture 2");
        assert_eq!(name(&["Nurture", "Nurture 2", "Nurture 4"]), "Nurture 3");
    }

    #[test]
    fn a_copy_of_a_copy_counts_on() {
        let taken = ["Nurture", "Nurture (2)"];
        assert_eq!(copied("Nurture", taken.into_iter()), "Nurture (3)");
        assert_eq!(copied("Nurture (2)", taken.into_iter()), "Nurture (3)");
        assert_eq!(copied("Nurture (old)", taken.into_iter()), "Nurture (old) (2)");
    }

    #[test]
    fn names_are_equal_for_one_edit_of_one_thing() {
        let name = |id, subject: &str, target| EditName::new(id, subject).about(target, 0);
        assert_eq!(name("edit-map", "A", 1), name("edit-map", "Ab", 1));
        assert_ne!(name("edit-map", "A", 1), name("edit-map", "A", 2));
        assert_ne!(name("edit-map", "A", 1), name("edit-unmap", "A", 1));
    }
}
