//! Tiles, nested as they are drawn. All types of tiles are one struct on the
//! wire, so that a flaw deep inside has its full path; which fields belong to
//! which type is told here.

use serde::{Deserialize, Serialize};

use crate::format::error::Cause;
use crate::format::v1::condition::{ConditionRecord, DurationRecord, SourceRecord};
use crate::format::v1::journey::listener;
use crate::format::v1::{ById, Flaw, each, is_default};
use crate::model::collect;
use crate::model::id::{AttributeId, BranchId, TileId, TriggerId};
use crate::model::journey::{Branch, Mapping, Sequence, Tile, TileKind};
use crate::model::wait::{Side, WaitUntil};

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TileRecord {
    pub id: TileId,
    #[serde(rename = "type")]
    ty: TileType,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    trigger: Option<TriggerId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    condition: Option<ConditionRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    limit: Option<DurationRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    duration: Option<DurationRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    around: Option<AroundRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    mappings: Option<ById<AttributeId, MappingRecord>>,
    #[serde(default, rename = "bindingId", skip_serializing_if = "Option::is_none")]
    binding: Option<MappingRecord>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branches: Option<Vec<BranchRecord>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<Vec<TileRecord>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yes: Option<Vec<TileRecord>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no: Option<Vec<TileRecord>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum TileType {
    AttributeBranch,
    WaitForTrigger,
    Wait,
    CustomTrigger,
    Exit,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BranchRecord {
    pub id: BranchId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    condition: ConditionRecord,
    #[serde(default)]
    pub tiles: Vec<TileRecord>,
}

/// A date, and what is waited for around it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct AroundRecord {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<SourceRecord>,
    side: Side,
    offset: DurationRecord,
}

/// Where the value of an attribute comes from.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum MappingRecord {
    Fixed(String),
    From(SourceRecord),
}

/// The wire form of a sequence.
pub(super) fn tiles(sequence: &Sequence) -> Vec<TileRecord> {
    sequence.iter().map(TileRecord::new).collect()
}

/// The sequence that stands under that name.
pub(super) fn sequence(tiles: Vec<TileRecord>, name: &str) -> Result<Sequence, Flaw> {
    each(tiles, TileRecord::into_model).map_err(|flaw| flaw.under(name))
}

impl TileRecord {
    fn new(tile: &Tile) -> Self {
        let bare = |ty| Self::bare(tile.id, ty, tile.name.clone());
        match &tile.kind {
            TileKind::AttributeBranch { branches, other } => Self {
                branches: Some(branches.iter().map(BranchRecord::new).collect()),
                other: Some(tiles(other)),
                ..bare(TileType::AttributeBranch)
            },
            TileKind::WaitForTrigger { on, limit, yes, no } => Self {
                trigger: on.trigger,
                condition: Some(ConditionRecord::new(&on.condition))
                    .filter(|condition| !is_default(condition)),
                limit: Some((*limit).into()),
                yes: Some(tiles(yes)),
                no: Some(tiles(no)),
                ..bare(TileType::WaitForTrigger)
            },
            TileKind::Wait(wait) => {
                let bare = bare(TileType::Wait);
                match wait {
                    WaitUntil::Duration(duration) => {
                        Self { duration: Some((*duration).into()), ..bare }
                    }
                    WaitUntil::Moment(until) => Self { until: Some(until.clone()), ..bare },
                    WaitUntil::Around { date, side, offset } => {
                        let date = date.map(SourceRecord::new);
                        let offset = (*offset).into();
                        Self { around: Some(AroundRecord { date, side: *side, offset }), ..bare }
                    }
                }
            }
            TileKind::CustomTrigger { trigger, mappings, binding } => {
                let wire = mappings.iter().map(|(id, mapping)| (*id, MappingRecord::new(mapping)));
                Self {
                    trigger: *trigger,
                    mappings: Some(ById(collect::map(wire))).filter(|wire| !wire.is_empty()),
                    binding: binding.as_ref().map(MappingRecord::new),
                    ..bare(TileType::CustomTrigger)
                }
            }
            TileKind::Exit => bare(TileType::Exit),
        }
    }

    fn bare(id: TileId, ty: TileType, name: String) -> Self {
        Self {
            id,
            ty,
            name,
            trigger: None,
            condition: None,
            limit: None,
            duration: None,
            until: None,
            around: None,
            mappings: None,
            binding: None,
            branches: None,
            other: None,
            yes: None,
            no: None,
        }
    }

    fn into_model(self) -> Result<Tile, Flaw> {
        if let Some(name) = self.misplaced() {
            return Err(Flaw::at(name, Cause::Unknown(name.into())));
        }
        let kind = match self.ty {
            TileType::AttributeBranch => TileKind::AttributeBranch {
                branches: each(required(self.branches, "branches")?, BranchRecord::into_model)
                    .map_err(|flaw| flaw.under("branches"))?,
                other: sequence(self.other.unwrap_or_default(), "other")?,
            },
            TileType::WaitForTrigger => TileKind::WaitForTrigger {
                on: listener(self.trigger, self.condition.unwrap_or_default())?,
                limit: required(self.limit, "limit")?.into(),
                yes: sequence(self.yes.unwrap_or_default(), "yes")?,
                no: sequence(self.no.unwrap_or_default(), "no")?,
            },
            TileType::Wait => TileKind::Wait(match (self.duration, self.until, self.around) {
                (None, Some(until), None) => WaitUntil::Moment(until),
                (None, None, Some(around)) => around.into_model(),
                (Some(duration), None, None) => WaitUntil::Duration(duration.into()),
                (None, None, None) => return Err(missing("duration")),
                (_, Some(_), _) => return Err(Flaw::at("until", Cause::Unknown("until".into()))),
                _ => return Err(Flaw::at("around", Cause::Unknown("around".into()))),
            }),
            TileType::CustomTrigger => {
                let mappings = self.mappings.unwrap_or_default().0;
                let mappings = mappings.into_iter().map(|(id, wire)| (id, wire.into_model()));
                TileKind::CustomTrigger {
                    trigger: self.trigger,
                    mappings: collect::map(mappings),
                    binding: self.binding.map(MappingRecord::into_model),
                }
            }
            TileType::Exit => TileKind::Exit,
        };
        Ok(Tile { id: self.id, name: self.name, kind })
    }

    /// A field that does not belong on a tile of this type.
    fn misplaced(&self) -> Option<&'static str> {
        use TileType::{AttributeBranch, CustomTrigger, Wait, WaitForTrigger};
        let fields = [
            ("trigger", self.trigger.is_some(), &[WaitForTrigger, CustomTrigger][..]),
            ("condition", self.condition.is_some(), &[WaitForTrigger]),
            ("limit", self.limit.is_some(), &[WaitForTrigger]),
            ("duration", self.duration.is_some(), &[Wait]),
            ("until", self.until.is_some(), &[Wait]),
            ("around", self.around.is_some(), &[Wait]),
            ("mappings", self.mappings.is_some(), &[CustomTrigger]),
            ("bindingId", self.binding.is_some(), &[CustomTrigger]),
            ("branches", self.branches.is_some(), &[AttributeBranch]),
            ("other", self.other.is_some(), &[AttributeBranch]),
            ("yes", self.yes.is_some(), &[WaitForTrigger]),
            ("no", self.no.is_some(), &[WaitForTrigger]),
        ];
        let misplaced = fields.into_iter().find(|(_, given, on)| *given && !on.contains(&self.ty));
        misplaced.map(|(name, ..)| name)
    }
}

impl AroundRecord {
    fn into_model(self) -> WaitUntil {
        WaitUntil::Around {
            date: self.date.map(SourceRecord::into_model),
            side: self.side,
            offset: self.offset.into(),
        }
    }
}

impl BranchRecord {
    fn new(branch: &Branch) -> Self {
        Self {
            id: branch.id,
            name: branch.name.clone(),
            condition: ConditionRecord::new(&branch.condition),
            tiles: tiles(&branch.tiles),
        }
    }

    fn into_model(self) -> Result<Branch, Flaw> {
        Ok(Branch {
            id: self.id,
            name: self.name,
            condition: self.condition.into_model()?,
            tiles: sequence(self.tiles, "tiles")?,
        })
    }
}

impl MappingRecord {
    fn new(mapping: &Mapping) -> Self {
        match mapping {
            Mapping::Fixed(text) => Self::Fixed(text.clone()),
            Mapping::Attribute(source) => Self::From(SourceRecord::new(*source)),
        }
    }

    fn into_model(self) -> Mapping {
        match self {
            Self::Fixed(text) => Mapping::Fixed(text),
            Self::From(source) => Mapping::Attribute(source.into_model()),
        }
    }
}

fn required<T>(value: Option<T>, name: &str) -> Result<T, Flaw> {
    value.ok_or_else(|| missing(name))
}

fn missing(name: &str) -> Flaw {
    Flaw::at("", Cause::Missing(name.into()))
}
