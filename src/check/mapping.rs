//! The mappings of a Custom trigger tile (rules M1 to M4).

use crate::check::code::Code;
use crate::check::context::Context;
use crate::check::fix::Fix;
use crate::check::offer::EmptyReason;
use crate::check::problem::{Arg, Problem};
use crate::check::scope::At;
use crate::check::site::{Holder, Site, Spot};
use crate::check::term;
use crate::model::condition::Source;
use crate::model::id::{AttributeId, TileId, TriggerId};
use crate::model::journey::Mapping;
use crate::model::sorted::SortedMap;
use crate::model::trigger::Attribute;
use crate::model::value::{Type, Value, ValueError};

/// Checks the trigger that a tile raises and where its attributes come from.
pub(super) fn check(
    context: &Context,
    tile: TileId,
    trigger: Option<TriggerId>,
    mappings: &SortedMap<AttributeId, Mapping>,
    binding: Option<&Mapping>,
    found: &mut Vec<Problem>,
) {
    let site = |spot| Site::in_journey(context.journey.id, Some(tile), spot);
    let own = site(Spot::Trigger(Holder::Own));
    let Some(trigger) = context.trigger(trigger, Code::NoRaisedTrigger, own, found) else {
        return;
    };
    if let Some(Mapping::Attribute(source)) = binding {
        self::binding(context, tile, *source, site(Spot::Binding), found);
    }
    for attribute in &trigger.attributes {
        let place = Mapped { context, tile, attribute, site: site(Spot::Mapping(attribute.id)) };
        place.check(mappings.get(&attribute.id), found);
    }
    for &stale in mappings.keys().filter(|&&id| trigger.attribute(id).is_none()) {
        let problem = Problem::new(Code::StaleMapping, site(Spot::Mapping(stale)))
            .text("id", stale.to_string())
            .trigger(trigger)
            .fix(Fix::RemoveMapping(context.journey.id, tile, stale));
        found.push(problem);
    }
}

/// Checks where the built-in `bindingId` comes from: a text, which may be empty (rule S4).
fn binding(context: &Context, tile: TileId, source: Source, site: Site, found: &mut Vec<Problem>) {
    match context.source(source, None, At::Tile(tile), site, found) {
        Some(Type::Text) | None => {}
        Some(ty) => {
            let problem = Problem::new(Code::WrongType, site)
                .arg("attribute", Arg::Term(term::SOURCE_BINDING))
                .arg("source", context.name_of(source, None));
            let problem = problem.arg("source-type", Arg::of_type(context.workspace, &ty));
            found.push(problem.arg("attribute-type", Arg::of_type(context.workspace, &Type::Text)));
        }
    }
}

/// One attribute under check.
struct Mapped<'a> {
    context: &'a Context<'a>,
    tile: TileId,
    attribute: &'a Attribute,
    site: Site,
}

impl Mapped<'_> {
    fn check(&self, mapping: Option<&Mapping>, found: &mut Vec<Problem>) {
        match mapping {
            None => found.push(self.problem(Code::UnmappedAttribute)),
            Some(Mapping::Fixed(text)) => found.extend(self.fixed(text)),
            Some(Mapping::Attribute(source)) => self.path(*source, found),
        }
    }

    fn fixed(&self, text: &str) -> Option<Problem> {
        match Value::parse(text, &self.attribute.ty, &self.context.zone) {
            Ok(_) => None,
            Err(ValueError::Empty) => Some(self.problem(Code::EmptyFixedValue)),
            Err(_) => {
                Some(self.problem(Code::InvalidFixedValue).text("value", text).arg(
                    "attribute-type",
                    Arg::of_type(self.context.workspace, &self.attribute.ty),
                ))
            }
        }
    }

    fn path(&self, source: Source, found: &mut Vec<Problem>) {
        let at = At::Tile(self.tile);
        let Some(ty) = self.context.source(source, None, at, self.site, found) else { return };
        let name = || self.context.name_of(source, None);
        if ty != self.attribute.ty {
            let problem = self.problem(Code::WrongType).arg("source", name());
            let problem = problem.arg("source-type", Arg::of_type(self.context.workspace, &ty));
            found.push(
                problem.arg(
                    "attribute-type",
                    Arg::of_type(self.context.workspace, &self.attribute.ty),
                ),
            );
        }
        if let Some(reason) = self.context.may_be_empty(self.tile, source) {
            let problem = self.problem(Code::MayBeEmpty).arg("source", name());
            let problem = match reason {
                EmptyReason::OptionalField(field) => problem.fix(Fix::RequireField(field)),
                EmptyReason::Row | EmptyReason::Binding => problem,
            };
            let journey = self.context.journey.id;
            found.push(problem.fix(Fix::FallbackBranch(journey, self.tile, self.attribute.id)));
        }
    }

    fn problem(&self, code: Code) -> Problem {
        Problem::new(code, self.site).text("attribute", &self.attribute.name)
    }
}
