//! The smallest things, and ids that are known.

use parcours::model::id::{AttributeId, FieldId, SegmentId, TileId, TriggerId};
use parcours::model::time::{Duration, Unit};
use parcours::model::value::Type;

use super::{Generator, TEXTS};

impl Generator<'_> {
    pub fn duration(&mut self) -> Duration {
        Duration { count: self.below(100), unit: self.one_of(&Unit::ALL) }
    }

    pub fn ty(&mut self) -> Type {
        match self.below(5) {
            0 => Type::Text,
            1 => Type::Number,
            2 => Type::TrueFalse,
            3 => Type::DateTime,
            _ => Type::EntityReference(self.some_table()),
        }
    }

    pub fn tile_id(&mut self) -> TileId {
        let id = TileId(self.id());
        self.tiles.push(id);
        id
    }

    /// One that exists, or one that does not.
    pub fn some_field(&mut self) -> FieldId {
        let known = self.fields.clone();
        self.known_or(&known, FieldId(990))
    }

    pub fn some_segments(&mut self) -> Vec<SegmentId> {
        let known = self.segments.clone();
        (0..self.below(3)).map(|_| self.known_or(&known, SegmentId(989))).collect()
    }

    pub fn some_trigger(&mut self) -> Option<TriggerId> {
        let known = self.triggers.clone();
        self.coin().then(|| self.known_or(&known, TriggerId(991)))
    }

    pub fn some_attribute(&mut self) -> AttributeId {
        let known = self.attributes.clone();
        self.known_or(&known, AttributeId(992))
    }

    pub fn some_tile(&mut self) -> TileId {
        let known = self.tiles.clone();
        self.known_or(&known, TileId(993))
    }

    pub fn known_or<I: Copy>(&mut self, known: &[I], unknown: I) -> I {
        let index = self.below(known.len() as u32 + 1) as usize;
        known.get(index).copied().unwrap_or(unknown)
    }

    /// A new number. Numbers need not follow each other.
    pub fn id(&mut self) -> u32 {
        let id = self.next_id;
        self.next_id += 1 + self.below(2);
        id
    }

    pub fn text(&mut self) -> String {
        self.one_of(&TEXTS).to_owned()
    }

    pub fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len() as u32) as usize]
    }

    pub fn coin(&mut self) -> bool {
        self.below(2) == 1
    }

    /// From 0 to `end`, `end` excluded; 0 where the tape has ended.
    pub fn below(&mut self, end: u32) -> u32 {
        self.tape.next().map_or(0, |&number| u32::from(number) % end)
    }
}
