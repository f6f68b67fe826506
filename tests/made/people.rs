//! Contacts and what they do.

use std::sync::Arc;

use parcours::model::audience::{Contact, Event, Happening};
use parcours::model::id::{ContactId, EventId, TileId};
use parcours::model::journey::{Interaction, TileKind};
use parcours::model::sorted::SortedMap;

use super::Maker;

impl Maker {
    pub fn people(&mut self) {
        let mut contacts = Vec::new();
        for number in 0..self.dice.upto(3) + 1 {
            contacts.push(self.contact(["anna", "ben", "cleo"][number].to_owned()));
        }
        let most = if self.circle { 3 } else { 10 };
        for _ in 0..self.dice.upto(most) {
            let contact = *self.dice.of(&contacts);
            self.event(contact);
        }
    }

    /// So many contacts, each with up to three events.
    #[allow(dead_code, reason = "not every test needs a crowd")]
    pub fn many_people(&mut self, count: usize) {
        for number in 0..count {
            let contact = self.contact(format!("client {number}"));
            for _ in 0..self.dice.upto(if self.circle { 2 } else { 4 }) {
                self.event(contact);
            }
        }
    }

    fn contact(&mut self, name: String) -> ContactId {
        let id = ContactId(self.id());
        let fields: Vec<_> =
            self.workspace.fields.values().map(|field| (field.id, field.ty.clone())).collect();
        let mut values = SortedMap::new();
        for (field, ty) in fields {
            // A missing value and an empty text are the same.
            match self.dice.upto(8) {
                0 => {}
                1 => drop(values.insert(field, " ".into())),
                _ => drop(values.insert(field, self.value(&ty))),
            }
        }
        self.workspace.contacts.insert(id, Arc::new(Contact { id, name, values }));
        id
    }

    /// A `bindingId`; mostly none, and few different ones.
    pub fn binding(&mut self) -> String {
        if self.dice.one_in(2) {
            return String::new();
        }
        (*self.dice.of(&["", "/", "order/1", "/order/1/", "order/2", "case/1", "1"])).into()
    }

    /// The messages of all journeys.
    pub fn all_messages(&self) -> Vec<TileId> {
        let tiles = self.workspace.journeys.values().flat_map(|journey| journey.all_tiles());
        let messages = tiles.filter(|tile| matches!(tile.kind, TileKind::Message { .. }));
        messages.map(|tile| tile.id).collect()
    }

    /// Something done with a message, now and then.
    fn interaction(&mut self) -> Option<Happening> {
        let messages = self.all_messages();
        if messages.is_empty() || !self.dice.one_in(2) {
            return None;
        }
        let kind = *self.dice.of(&Interaction::ALL);
        Some(Happening::Interaction { message: *self.dice.of(&messages), kind })
    }

    fn event(&mut self, contact: ContactId) {
        let id = EventId(self.id());
        let trigger = self.a_trigger();
        let mut values = SortedMap::new();
        for attribute in self.workspace.triggers[&trigger].attributes.clone() {
            if !self.dice.one_in(6) {
                values.insert(attribute.id, self.value(&attribute.ty));
            }
        }
        let at = self.an_instant().to_string();
        let binding = self.binding();
        let what = Happening::Trigger { trigger, values, binding };
        let what = self.interaction().unwrap_or(what);
        self.workspace.events.insert(id, Arc::new(Event { id, contact, at, what }));
    }
}
