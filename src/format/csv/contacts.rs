//! Contacts: `contact_id`, and a column for each contact field by its name.

use std::io::Read;

use crate::engine::builder::DatasetBuilder;
use crate::engine::cell::Cell;
use crate::engine::texts::Free;
use crate::format::csv::each::{Rows, each_row};
use crate::format::csv::record::Record;
use crate::format::csv::source::{Input, open};
use crate::format::csv::{CONTACT_ID, CsvError, Reading, RowCause, Unfit, header};
use crate::model::turns::{Rest, at_once, no_rest};
use crate::model::workspace::Workspace;

/// Adds the contacts of a CSV file. Fields that are required must have a column,
/// and a value in every row.
pub fn read_contacts(
    input: impl Read,
    workspace: &Workspace,
    builder: &mut DatasetBuilder,
) -> Result<Reading, CsvError> {
    let input = Input { bytes: input, size: None };
    at_once(read_contacts_in_turns(input, workspace, builder, &no_rest))
}

/// As [`read_contacts`], with rests every [`TURN`](crate::format::csv::TURN) rows.
pub async fn read_contacts_in_turns<R: Read>(
    input: Input<R>,
    workspace: &Workspace,
    builder: &mut DatasetBuilder,
    rest: Rest<'_>,
) -> Result<Reading, CsvError> {
    let mut source = open(input)?;
    let header = std::mem::take(&mut source.header);
    let mut reading = Reading::default();
    let mut columns = Columns::find(&header, workspace, &mut reading)?;
    each_row(&mut source, &mut columns, builder, &mut reading, rest).await?;
    Ok(reading)
}

struct Columns<'a> {
    header: &'a [String],
    contact_id: usize,
    /// For each column of a field: the column, the field's place, whether it is required.
    fields: Vec<(usize, usize, bool)>,
    /// The values of a row.
    cells: Vec<Cell>,
}

impl Rows for Columns<'_> {
    fn owner(&self) -> usize {
        self.contact_id
    }

    fn is_wanted(builder: &mut DatasetBuilder, owner: &str) -> bool {
        builder.is_offered(owner)
    }

    fn take(
        &mut self,
        record: &Record<'_>,
        builder: &mut DatasetBuilder,
        reading: &mut Reading,
    ) -> Result<(), Unfit> {
        let (name, free) = self.row(record, builder)?;
        let Some(contact) = builder.add_contact_at(free, name) else { return Ok(()) };
        for (&(_, place, _), &cell) in self.fields.iter().zip(&self.cells) {
            builder.set(contact, place, cell);
        }
        reading.taken += 1;
        Ok(())
    }

    fn expect(builder: &mut DatasetBuilder, times: f64) {
        builder.expect_contacts((f64::from(builder.contacts()) * times) as usize);
    }
}

impl<'a> Columns<'a> {
    fn find(
        header: &'a [String],
        workspace: &Workspace,
        reading: &mut Reading,
    ) -> Result<Self, CsvError> {
        let contact_id = header::required(header, CONTACT_ID)?;
        let mut fields = Vec::new();
        for (place, field) in workspace.fields.values().enumerate() {
            match header::column(header, &field.name)? {
                Some(column) => fields.push((column, place, field.required)),
                None if field.required => return Err(CsvError::NoColumn(field.name.clone())),
                None => reading.absent.push(field.name.clone()),
            }
        }
        let known = |column| column == contact_id || fields.iter().any(|field| field.0 == column);
        reading.ignored = header::others(header, known);
        Ok(Self { header, contact_id, fields, cells: Vec::new() })
    }

    /// Reads a row: its name, and its values.
    fn row<'r>(
        &mut self,
        record: &Record<'r>,
        builder: &mut DatasetBuilder,
    ) -> Result<(&'r str, Free), Unfit> {
        header::check_width(record, self.header)?;
        let name = header::filled(record, self.header, self.contact_id)?;
        let free = builder.free_name(name).ok_or_else(|| {
            let column = Some(self.header[self.contact_id].clone());
            (column, RowCause::DuplicateContact(name.to_owned()))
        })?;
        self.cells.clear();
        for &(column, place, required) in &self.fields {
            let text = header::text(record, self.header, column)?;
            let unfit = |cause| (Some(self.header[column].clone()), cause);
            let cell =
                header::value(text, |text| builder.read_field(place, text)).map_err(unfit)?;
            if required && cell.is_missing() {
                return Err(unfit(RowCause::Empty));
            }
            self.cells.push(cell);
        }
        Ok((name, free))
    }
}
