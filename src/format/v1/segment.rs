//! Segments.

use crate::format::shape::{Members, Object, objects};
use crate::format::v1::condition::ConditionRecord;
use crate::format::v1::{Flaw, is_default};
use crate::model::id::SegmentId;
use crate::model::segment::Segment;

objects!(SegmentRecord);

#[derive(Debug, Default)]
pub(super) struct SegmentRecord {
    pub id: SegmentId,
    name: String,
    description: String,
    condition: ConditionRecord,
}

impl Object for SegmentRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("name", &mut self.name);
        to.may("description", &mut self.description);
        to.unless(is_default(&self.condition), "condition", &mut self.condition);
    }
}

impl SegmentRecord {
    pub fn new(segment: &Segment) -> Self {
        Self {
            id: segment.id,
            name: segment.name.clone(),
            description: segment.description.clone(),
            condition: ConditionRecord::new(&segment.condition),
        }
    }

    pub fn into_model(self) -> Result<Segment, Flaw> {
        Ok(Segment {
            id: self.id,
            name: self.name,
            description: self.description,
            condition: self.condition.into_model()?,
        })
    }
}
