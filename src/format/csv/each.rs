//! The rows of a file, one after the other: those that a builder wants, with rests, and
//! with room made at once for those to come.

use std::io::Read;

use crate::engine::builder::DatasetBuilder;
use crate::format::csv::record::Record;
use crate::format::csv::source::{Source, io};
use crate::format::csv::{CsvError, Reading, TURN, Unfit};
use crate::model::turns::Rest;

/// What the rows of a file become.
pub trait Rows {
    /// The column that says whose a row is.
    fn owner(&self) -> usize;

    /// Whether the builder wants the rows of that owner, in whatever state they are.
    fn is_wanted(builder: &mut DatasetBuilder, owner: &str) -> bool;

    /// Adds what a row says, or says why not.
    fn take(
        &mut self,
        record: &Record<'_>,
        builder: &mut DatasetBuilder,
        reading: &mut Reading,
    ) -> Result<(), Unfit>;

    /// Makes room for so many times what was added.
    fn expect(builder: &mut DatasetBuilder, times: f64);
}

/// After so many rows it is known about how many there are; it is looked again after
/// twice as many.
const SAMPLE: u32 = 16 * TURN;

/// Reads all rows.
pub async fn each_row<R: Read, T: Rows>(
    source: &mut Source<R>,
    rows: &mut T,
    builder: &mut DatasetBuilder,
    reading: &mut Reading,
    rest: Rest<'_>,
) -> Result<(), CsvError> {
    let (owner, mut count, mut sample) = (rows.owner(), 0_u32, SAMPLE);
    let is_whole = builder.shard.is_whole();
    loop {
        let is_there = match is_whole {
            true => source.rows.next(),
            false => source.rows.next_of(owner, |owner| T::is_wanted(builder, owner)),
        };
        if !is_there.map_err(io)? {
            return Ok(());
        }
        let record = source.rows.record();
        if let Err(unfit) = rows.take(&record, builder, reading) {
            reading.leave_out(record.line, unfit);
        }
        count = count.wrapping_add(1);
        if count.is_multiple_of(TURN) {
            rest().await;
        }
        if count == sample {
            sample = sample.wrapping_mul(2);
            if let Some(size) = source.size {
                T::expect(builder, size as f64 / source.rows.position() as f64);
            }
        }
    }
}
