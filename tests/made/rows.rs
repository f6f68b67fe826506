//! Conditions and values.

use parcours::model::condition::{
    Comparison, Condition, Item, Join, JourneyProperty, Operands, Operator, Source,
};
use parcours::model::id::TriggerId;
use parcours::model::time::{HOUR, Unit};
use parcours::model::value::Type;

use super::Maker;

impl Maker {
    /// A condition that can be decided; often none at all.
    pub fn condition(&mut self, incoming: Option<TriggerId>) -> Condition {
        let mut condition = Condition { join: self.join(), items: Vec::new() };
        for _ in 0..self.dice.upto(3) {
            if self.dice.one_in(5) {
                let rows = (0..self.dice.upto(3)).filter_map(|_| self.row(incoming)).collect();
                let join = self.join();
                condition.items.push(Item::Group(join, rows));
            } else if let Some(row) = self.row(incoming) {
                condition.items.push(Item::Row(row));
            }
        }
        condition
    }

    /// A condition that looks at fields of the contact only, mostly of one row.
    pub fn condition_of_contacts(&mut self) -> Condition {
        self.received.clear();
        self.bindings.clear();
        let mut condition = Condition { join: self.join(), items: Vec::new() };
        for _ in 0..self.dice.upto(2) + 1 {
            let row = self.row(None);
            let of_contact = |row: &Comparison| matches!(row.source, Some(Source::Contact(_)));
            condition.items.extend(row.filter(of_contact).map(Item::Row));
        }
        condition
    }

    pub fn join(&mut self) -> Join {
        if self.dice.one_in(2) { Join::All } else { Join::Any }
    }

    fn row(&mut self, incoming: Option<TriggerId>) -> Option<Comparison> {
        let sources = self.sources(incoming);
        if sources.is_empty() {
            return None;
        }
        let (source, ty) = self.dice.of(&sources).clone();
        let operator = *self.dice.of(Operator::of(&ty));
        let operands = self.operands(operator, &ty);
        Some(Comparison { source: Some(source), operator, operands })
    }

    /// What can be looked at, with its type.
    pub fn sources(&mut self, incoming: Option<TriggerId>) -> Vec<(Source, Type)> {
        let fields = self.workspace.fields.values();
        let mut sources: Vec<(Source, Type)> =
            fields.map(|field| (Source::Contact(field.id), field.ty.clone())).collect();
        for (tile, attribute, ty) in &self.received {
            sources.push((Source::Received(*tile, *attribute), ty.clone()));
        }
        if let Some(trigger) = incoming {
            for attribute in &self.workspace.triggers[&trigger].attributes {
                // Twice: what comes in is what a listener mostly looks at.
                let source = (Source::Incoming(attribute.id), attribute.ty.clone());
                sources.extend([source.clone(), source]);
            }
        }
        let references = sources.clone().into_iter();
        let references = references.filter(|(_, ty)| matches!(ty, Type::EntityReference(_)));
        for (source, _) in references {
            let path = self.a_path();
            let reached = path.iter().try_fold(source, |at, column| at.through(column.id));
            sources.extend(reached.zip(path.last().map(|column| column.ty.clone())));
        }
        if self.dice.one_in(5) {
            sources
                .extend(self.bindings.iter().map(|id| (Source::ReceivedBinding(*id), Type::Text)));
            sources.extend(incoming.map(|_| (Source::IncomingBinding, Type::Text)));
        }
        if self.dice.one_in(5) {
            let property = *self.dice.of(&JourneyProperty::ALL);
            sources.push((Source::Journey(property), Type::Text));
        }
        sources
    }

    pub fn operands(&mut self, operator: Operator, ty: &Type) -> Vec<String> {
        match operator.operands() {
            Operands::Values(2) => self.range(ty),
            Operands::Values(_) if operator == Operator::SameDayAndMonth && self.dice.one_in(2) => {
                vec!["today".into()]
            }
            Operands::Values(count) => (0..count).map(|_| self.value(ty)).collect(),
            Operands::List => (0..self.dice.upto(2) + 1).map(|_| self.value(ty)).collect(),
            Operands::Period => {
                let unit = *self.dice.of(&[Unit::Hours, Unit::Days]);
                vec![(self.dice.upto(5) + 1).to_string(), unit.name().into()]
            }
        }
    }

    /// Two operands between which something can lie.
    fn range(&mut self, ty: &Type) -> Vec<String> {
        let (low, more) = (self.dice.upto(3) as i64, self.dice.upto(3) as i64);
        if *ty == Type::Number {
            return vec![low.to_string(), (low + more).to_string()];
        }
        let from = self.origin.plus(low * 3 * HOUR);
        vec![from.to_string(), from.plus(more * HOUR).to_string()]
    }

    /// A text that reads as a value of the type; few different ones.
    pub fn value(&mut self, ty: &Type) -> String {
        match ty {
            Type::Text => (*self.dice.of(&["fr", "FR", "été", "ÉTÉ", "ete", "f", "a fr"])).into(),
            Type::Number => {
                (*self.dice.of(&["0", "1", "2", "-1", "1.0", "1.0000000001", "10"])).into()
            }
            Type::TrueFalse => (*self.dice.of(&["true", "false"])).into(),
            Type::EntityReference(_) => (*self.dice.of(&["7", "8", "9"])).into(),
            Type::DateTime => self.date(),
        }
    }

    /// A date, or a date and time with or without an offset, near the origin.
    pub fn date(&mut self) -> String {
        let at = self.an_instant().to_string();
        match self.dice.upto(3) {
            0 => at[..10].into(),
            // Without its offset: a local time, which clocks may skip or show twice.
            1 => at[..16].into(),
            _ => at,
        }
    }
}
