//! Segments.

use serde::{Deserialize, Serialize};

use crate::format::v1::condition::ConditionRecord;
use crate::format::v1::{Flaw, is_default};
use crate::model::id::SegmentId;
use crate::model::segment::Segment;

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SegmentRecord {
    pub id: SegmentId,
    name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(default, skip_serializing_if = "is_default")]
    condition: ConditionRecord,
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
