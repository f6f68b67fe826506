//! Tiles, nested as they are drawn. All types of tiles are one struct on the
//! wire, so that a flaw deep inside has its full path; which fields belong to
//! which type is told here.

use std::sync::Arc;

use crate::format::error::Cause;
use crate::format::shape::{List, Members, Object, Shape, Value, forms, objects};
use crate::format::v1::branch::{
    BranchRecord, InteractionRecord, ShareRecord, WaitRecord, wait_on,
};
use crate::format::v1::condition::{ConditionRecord, SourceRecord};
use crate::format::v1::{Flaw, each};
use crate::model::collect;
use crate::model::id::{AttributeId, TileId, TriggerId};
use crate::model::journey::{Channel, Mapping, Sequence, Tile, TileKind};
use crate::model::note::Note;
use crate::model::sorted::SortedMap;
use crate::model::time::Duration;
use crate::model::wait::{Side, WaitUntil};

objects!(TileRecord<'_>, AroundRecord);

#[derive(Debug, Default)]
pub(super) struct TileRecord<'t> {
    pub id: TileId,
    ty: TileType,
    name: String,
    note: String,
    note_card: bool,
    trigger: Option<TriggerId>,
    condition: Option<ConditionRecord>,
    interaction: Option<InteractionRecord>,
    limit: Option<Duration>,
    duration: Option<Duration>,
    until: Option<String>,
    around: Option<AroundRecord>,
    mappings: Option<SortedMap<AttributeId, MappingRecord>>,
    binding: Option<MappingRecord>,
    channel: Option<Channel>,
    to: Option<SourceRecord>,
    content: Option<String>,
    pub branches: Option<Vec<BranchRecord<'t>>>,
    pub waits: Option<Vec<WaitRecord<'t>>>,
    pub shares: Option<Vec<ShareRecord<'t>>>,
    pub other: Option<Tiles<'t>>,
    pub yes: Option<Tiles<'t>>,
    pub no: Option<Tiles<'t>>,
}

impl Object for TileRecord<'_> {
    fn members(&mut self, to: &mut dyn Members) {
        to.own(&mut self.id);
        to.must("type", &mut self.ty);
        to.may("name", &mut self.name);
        to.may("note", &mut self.note);
        to.may("noteAsCard", &mut self.note_card);
        to.may("trigger", &mut self.trigger);
        to.may("condition", &mut self.condition);
        to.may("interaction", &mut self.interaction);
        to.may("limit", &mut self.limit);
        to.may("duration", &mut self.duration);
        to.may("until", &mut self.until);
        to.may("around", &mut self.around);
        to.may("mappings", &mut self.mappings);
        to.may("bindingId", &mut self.binding);
        to.may("channel", &mut self.channel);
        to.may("to", &mut self.to);
        to.may("content", &mut self.content);
        to.may("branches", &mut self.branches);
        to.may("waits", &mut self.waits);
        to.may("shares", &mut self.shares);
        to.may("other", &mut self.other);
        to.may("yes", &mut self.yes);
        to.may("no", &mut self.no);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum TileType {
    AttributeBranch,
    WaitForTrigger,
    Wait,
    CustomTrigger,
    Message,
    Split,
    #[default]
    Exit,
}

forms!(TileType {
    AttributeBranch = "attributeBranch",
    WaitForTrigger = "waitForTrigger",
    Wait = "wait",
    CustomTrigger = "customTrigger",
    Message = "message",
    Split = "split",
    Exit = "exit",
});

/// A date, and what is waited for around it.
#[derive(Debug, Default)]
struct AroundRecord {
    date: Option<SourceRecord>,
    side: Side,
    offset: Duration,
}

impl Object for AroundRecord {
    fn members(&mut self, to: &mut dyn Members) {
        to.may("date", &mut self.date);
        to.must("side", &mut self.side);
        to.must("offset", &mut self.offset);
    }
}

/// Where the value of an attribute comes from.
#[derive(Debug)]
enum MappingRecord {
    Fixed(String),
    From(SourceRecord),
}

forms!(MappingRecord { Fixed(text) = "fixed", From(source) = "from" });

/// The wire form of a sequence: what was read, or what is written. The latter is turned
/// over tile by tile, so that of a large journey there is never a second copy.
#[derive(Debug, Default)]
pub(super) struct Tiles<'t> {
    read: Vec<TileRecord<'t>>,
    written: &'t [Arc<Tile>],
    /// The last that was turned over.
    last: Option<Box<TileRecord<'t>>>,
}

/// The wire form of a sequence that is written.
pub(super) fn tiles(sequence: &Sequence) -> Tiles<'_> {
    Tiles { written: sequence, ..Tiles::default() }
}

/// The sequence that stands under that name.
pub(super) fn sequence(tiles: Tiles<'_>, name: &str) -> Result<Sequence, Flaw> {
    let tile = |record| TileRecord::into_model(record).map(Arc::new);
    each(tiles.read, tile).map_err(|flaw| flaw.under(name))
}

impl Value for Tiles<'_> {
    fn shape(&mut self) -> Shape<'_> {
        Shape::List(self)
    }
}

impl List for Tiles<'_> {
    fn grow(&mut self) -> &mut dyn Value {
        self.read.grow()
    }

    fn len(&self) -> usize {
        self.read.len() + self.written.len()
    }

    fn get(&mut self, index: usize) -> &mut dyn Value {
        match self.written.get(index) {
            Some(tile) => &mut **self.last.insert(Box::new(TileRecord::new(tile))),
            None => &mut self.read[index],
        }
    }
}

impl<'t> TileRecord<'t> {
    fn new(tile: &'t Tile) -> Self {
        let bare = |ty| Self {
            id: tile.id,
            ty,
            name: tile.name.clone(),
            note: tile.note.text.clone(),
            note_card: tile.note.card,
            ..Self::default()
        };
        match &tile.kind {
            TileKind::AttributeBranch { branches, other } => Self {
                branches: Some(branches.iter().map(BranchRecord::new).collect()),
                other: Some(tiles(other)),
                ..bare(TileType::AttributeBranch)
            },
            TileKind::WaitFor { waits, limit, other } => {
                let bare = Self { limit: Some(*limit), ..bare(TileType::WaitForTrigger) };
                match waits.as_slice() {
                    [only] => {
                        let WaitRecord { trigger, condition, interaction, tiles: yes, .. } =
                            WaitRecord::new(only);
                        let (yes, no) = (Some(yes), Some(tiles(other)));
                        Self { trigger, condition, interaction, yes, no, ..bare }
                    }
                    several => Self {
                        waits: Some(several.iter().map(WaitRecord::new).collect()),
                        other: Some(tiles(other)),
                        ..bare
                    },
                }
            }
            TileKind::Wait(wait) => {
                let bare = bare(TileType::Wait);
                match wait {
                    WaitUntil::Duration(duration) => Self { duration: Some(*duration), ..bare },
                    WaitUntil::Moment(until) => Self { until: Some(until.clone()), ..bare },
                    WaitUntil::Around { date, side, offset } => {
                        let date = date.map(SourceRecord::new);
                        let (side, offset) = (*side, *offset);
                        Self { around: Some(AroundRecord { date, side, offset }), ..bare }
                    }
                }
            }
            TileKind::CustomTrigger { trigger, mappings, binding } => {
                let wire = mappings.iter().map(|(id, mapping)| (*id, MappingRecord::new(mapping)));
                Self {
                    trigger: *trigger,
                    mappings: Some(collect::map(wire)).filter(|wire| !wire.is_empty()),
                    binding: binding.as_ref().map(MappingRecord::new),
                    ..bare(TileType::CustomTrigger)
                }
            }
            TileKind::Message { channel, to, content } => Self {
                channel: Some(*channel),
                to: to.map(SourceRecord::new),
                content: Some(content.clone()).filter(|content| !content.is_empty()),
                ..bare(TileType::Message)
            },
            TileKind::Split { shares } => Self {
                shares: Some(shares.iter().map(ShareRecord::new).collect()),
                ..bare(TileType::Split)
            },
            TileKind::Exit => bare(TileType::Exit),
        }
    }

    fn into_model(mut self) -> Result<Tile, Flaw> {
        if let Some(name) = self.misplaced() {
            return Err(Flaw::at(name, Cause::Unknown(name.into())));
        }
        let note = Note::new(std::mem::take(&mut self.note), self.note_card);
        let kind = match self.ty {
            TileType::AttributeBranch => TileKind::AttributeBranch {
                branches: each(required(self.branches, "branches")?, BranchRecord::into_model)
                    .map_err(|flaw| flaw.under("branches"))?,
                other: sequence(self.other.unwrap_or_default(), "other")?,
            },
            TileType::WaitForTrigger => {
                return Ok(Tile { note, ..self.into_wait_for()? });
            }
            TileType::Wait => TileKind::Wait(match (self.duration, self.until, self.around) {
                (None, Some(until), None) => WaitUntil::Moment(until),
                (None, None, Some(around)) => {
                    around.into_model().map_err(|flaw| flaw.under("around"))?
                }
                (Some(duration), None, None) => WaitUntil::Duration(duration),
                (None, None, None) => return Err(missing("duration")),
                (_, Some(_), _) => return Err(Flaw::at("until", Cause::Unknown("until".into()))),
                _ => return Err(Flaw::at("around", Cause::Unknown("around".into()))),
            }),
            TileType::CustomTrigger => {
                let mappings = self.mappings.unwrap_or_default().into_iter().map(|(id, wire)| {
                    let mapping = wire.into_model();
                    Ok((id, mapping.map_err(|flaw| flaw.under(id).under("mappings"))?))
                });
                let binding = self.binding.map(MappingRecord::into_model).transpose();
                TileKind::CustomTrigger {
                    trigger: self.trigger,
                    mappings: collect::map(mappings.collect::<Result<Vec<_>, Flaw>>()?),
                    binding: binding.map_err(|flaw| flaw.under("bindingId"))?,
                }
            }
            TileType::Message => TileKind::Message {
                channel: required(self.channel, "channel")?,
                to: SourceRecord::maybe(self.to, "to")?,
                content: self.content.unwrap_or_default(),
            },
            TileType::Split => TileKind::Split {
                shares: each(required(self.shares, "shares")?, ShareRecord::into_model)
                    .map_err(|flaw| flaw.under("shares"))?,
            },
            TileType::Exit => TileKind::Exit,
        };
        Ok(Tile { id: self.id, name: self.name, kind, note })
    }

    /// An If/then: one wait with `yes` and `no`, or several with `other`.
    fn into_wait_for(self) -> Result<Tile, Flaw> {
        let limit = required(self.limit, "limit")?;
        let unknown = |name: &str| Flaw::at(name, Cause::Unknown(name.into()));
        let kind = if let Some(waits) = self.waits {
            let of_one = [
                ("trigger", self.trigger.is_some()),
                ("condition", self.condition.is_some()),
                ("interaction", self.interaction.is_some()),
                ("yes", self.yes.is_some()),
                ("no", self.no.is_some()),
            ];
            if let Some((name, _)) = of_one.into_iter().find(|(_, given)| *given) {
                return Err(unknown(name));
            }
            if waits.len() < 2 {
                return Err(Flaw::at("waits", Cause::FewWaits));
            }
            let waits = each(waits, WaitRecord::into_model).map_err(|flaw| flaw.under("waits"))?;
            let other = sequence(self.other.unwrap_or_default(), "other")?;
            TileKind::WaitFor { waits, limit, other }
        } else {
            if self.other.is_some() {
                return Err(unknown("other"));
            }
            let on = wait_on(self.trigger, self.condition, self.interaction)?;
            let yes = sequence(self.yes.unwrap_or_default(), "yes")?;
            TileKind::wait_for(on, limit, yes, sequence(self.no.unwrap_or_default(), "no")?)
        };
        Ok(Tile { id: self.id, name: self.name, kind, note: Note::default() })
    }

    /// A field that does not belong on a tile of this type.
    fn misplaced(&self) -> Option<&'static str> {
        use TileType::{AttributeBranch, CustomTrigger, Message, Split, Wait, WaitForTrigger};
        let fields = [
            ("trigger", self.trigger.is_some(), &[WaitForTrigger, CustomTrigger][..]),
            ("condition", self.condition.is_some(), &[WaitForTrigger]),
            ("interaction", self.interaction.is_some(), &[WaitForTrigger]),
            ("limit", self.limit.is_some(), &[WaitForTrigger]),
            ("duration", self.duration.is_some(), &[Wait]),
            ("until", self.until.is_some(), &[Wait]),
            ("around", self.around.is_some(), &[Wait]),
            ("mappings", self.mappings.is_some(), &[CustomTrigger]),
            ("bindingId", self.binding.is_some(), &[CustomTrigger]),
            ("channel", self.channel.is_some(), &[Message]),
            ("to", self.to.is_some(), &[Message]),
            ("content", self.content.is_some(), &[Message]),
            ("branches", self.branches.is_some(), &[AttributeBranch]),
            ("waits", self.waits.is_some(), &[WaitForTrigger]),
            ("shares", self.shares.is_some(), &[Split]),
            ("other", self.other.is_some(), &[AttributeBranch, WaitForTrigger]),
            ("yes", self.yes.is_some(), &[WaitForTrigger]),
            ("no", self.no.is_some(), &[WaitForTrigger]),
        ];
        let misplaced = fields.into_iter().find(|(_, given, on)| *given && !on.contains(&self.ty));
        misplaced.map(|(name, ..)| name)
    }
}

impl AroundRecord {
    fn into_model(self) -> Result<WaitUntil, Flaw> {
        Ok(WaitUntil::Around {
            date: SourceRecord::maybe(self.date, "date")?,
            side: self.side,
            offset: self.offset,
        })
    }
}

impl Default for MappingRecord {
    fn default() -> Self {
        Self::Fixed(String::new())
    }
}

impl MappingRecord {
    fn new(mapping: &Mapping) -> Self {
        match mapping {
            Mapping::Fixed(text) => Self::Fixed(text.clone()),
            Mapping::Attribute(source) => Self::From(SourceRecord::new(*source)),
        }
    }

    fn into_model(self) -> Result<Mapping, Flaw> {
        Ok(match self {
            Self::Fixed(text) => Mapping::Fixed(text),
            Self::From(source) => {
                Mapping::Attribute(source.into_model().map_err(|flaw| flaw.under("from"))?)
            }
        })
    }
}

fn required<T>(value: Option<T>, name: &str) -> Result<T, Flaw> {
    value.ok_or_else(|| missing(name))
}

fn missing(name: &str) -> Flaw {
    Flaw::at("", Cause::Missing(name.into()))
}
