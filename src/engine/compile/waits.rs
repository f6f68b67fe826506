//! Compiling Wait tiles: for a duration, until a moment, or around a date.

use crate::engine::compile::Compiler;
use crate::engine::condition::Lookup;
use crate::engine::plan::{Kind, PlanCause, PlanPlace};
use crate::model::condition::Source;
use crate::model::id::TileId;
use crate::model::value::Type;
use crate::model::wait::WaitUntil;

impl Compiler<'_> {
    pub(super) fn wait(&mut self, tile: TileId, wait: &WaitUntil) -> Kind {
        let place = PlanPlace::Tile(tile);
        match wait {
            WaitUntil::Duration(duration) => Kind::Wait(duration.millis()),
            WaitUntil::Moment(text) => Kind::Until(self.moment(text, place).unwrap_or(i64::MIN)),
            WaitUntil::Around { date, side, offset } => {
                let date = date.map_or(Ok(Lookup::Nothing), |source| self.date(source));
                let date = date.unwrap_or_else(|cause| {
                    self.fail(place, cause);
                    Lookup::Nothing
                });
                Kind::Around { date, shift: side.shift(*offset) }
            }
        }
    }

    fn date(&mut self, source: Source) -> Result<Lookup, PlanCause> {
        let ty = self.workspace.source_type(self.journey, None, source);
        match ty.map_err(PlanCause::DateSource)? {
            Type::DateTime => self.source(source, None, None).map_err(PlanCause::DateSource),
            other => Err(PlanCause::NotADate(other)),
        }
    }
}
