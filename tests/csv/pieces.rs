//! A file comes in pieces, and a piece may end anywhere: between the two bytes of a line
//! end, within a quoted line break, within a character.

use std::io::Read;

use proptest::prelude::*;

use parcours::engine::builder::DatasetBuilder;
use parcours::engine::shard::Shard;
use parcours::format::csv::{Reading, RowIssue, read_contacts, read_rows, rows_csv};
use parcours::model::id::ColumnId;
use parcours::model::table::{Row, Table};

use crate::tables::table;
use crate::workspace;

/// Gives so many bytes at most, one number after the other.
struct Pieces<'a> {
    bytes: &'a [u8],
    sizes: std::iter::Cycle<std::slice::Iter<'a, usize>>,
}

impl Read for Pieces<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let size = self.sizes.next().copied().unwrap_or(1);
        let count = size.min(into.len()).min(self.bytes.len());
        into[..count].copy_from_slice(&self.bytes[..count]);
        self.bytes = &self.bytes[count..];
        Ok(count)
    }
}

fn in_pieces(text: &str, sizes: &[usize]) -> (Vec<Row>, Reading) {
    // Behind the first look at a file, so that rows are cut too.
    let filler = format!("key,City,Number of staff\n{}", "filler,,1\n".repeat(7_000));
    let text = format!("{filler}{text}");
    let pieces = Pieces { bytes: text.as_bytes(), sizes: sizes.iter().cycle() };
    let (rows, reading) = read_rows(pieces, &table()).unwrap();
    (rows.into_iter().filter(|row| row.key != "filler").collect(), reading)
}

/// The contacts of a shard, with their places and countries, and what was left out.
fn of_shard(text: &str, sizes: &[usize], shard: Shard) -> (Vec<(u32, String)>, Vec<RowIssue>) {
    let mut builder = DatasetBuilder::for_shard(&workspace(), shard);
    let pieces = Pieces { bytes: text.as_bytes(), sizes: sizes.iter().cycle() };
    let reading = read_contacts(pieces, &workspace(), &mut builder).unwrap();
    let data = builder.finish();
    let people = (0..data.contacts()).map(|contact| {
        let country = data.value(contact, crate::COUNTRY);
        (data.place(contact), format!("{} {country:?}", data.name(contact)))
    });
    (people.collect(), reading.issues)
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z+. é€]{0,12}",
        "[\"\\r\\n,;\t a-zé😀]{0,24}",
        Just("\"".to_owned()),
        Just("\r\n".to_owned()),
    ]
}

fn rows() -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::vec((value(), value()), 1..20)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn any_rows_are_read_alike_in_any_pieces(
        rows in rows(),
        sizes in prop::collection::vec(1_usize..40, 1..8),
        ends in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
    ) {
        let row = |(place, (city, staff)): (usize, &(String, String))| {
            let values = [(ColumnId(8), city), (ColumnId(9), staff)];
            let values = values.into_iter().filter(|(_, text)| !text.trim().is_empty());
            Row { key: place.to_string(), values: values.map(|(id, text)| (id, text.clone())).collect() }
        };
        let rows: Vec<Row> = rows.iter().enumerate().map(row).collect();
        let text = rows_csv(&Table { rows: rows.clone(), ..table() });
        // Its first line is the header.
        let text = text.split_once('\n').map_or("", |(_, rows)| rows);
        let quoted = |at: usize| text[..at].matches('"').count() % 2 == 1;
        let text: String = text
            .char_indices()
            .map(|(at, char)| if char == '\n' && !quoted(at) { ends.to_owned() } else { char.to_string() })
            .collect();
        let (read, reading) = in_pieces(&text, &sizes);
        prop_assert_eq!(&read, &rows);
        prop_assert_eq!(reading.left_out, 0);
        prop_assert_eq!(read, in_pieces(&text, &[usize::MAX]).0);
    }

    #[test]
    fn any_rows_are_passed_over_as_they_are_read(
        rows in prop::collection::vec((value(), value(), 0..4_usize), 1..20),
        sizes in prop::collection::vec(1_usize..40, 1..8),
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")],
        owner_is_first in any::<bool>(),
    ) {
        let header = if owner_is_first { "contact_id,country" } else { "country,contact_id" };
        let mut text = format!("{header}{end}");
        // Behind the first look at a file, so that rows are cut too.
        let filler = "x".repeat(700);
        (0..100).for_each(|row| text.push_str(&format!("filler-{row},{filler}{end}{end}")));
        for (id, country, kind) in &rows {
            let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
            let (id, country) = match kind {
                0 => (quoted(id), quoted(country)),
                1 => (id.clone(), country.clone()),
                _ => (id.clone(), quoted(country)),
            };
            let columns = if owner_is_first { [id, country] } else { [country, id] };
            text.push_str(&columns.join(","));
            text.push_str(end);
        }
        let (whole, issues) = of_shard(&text, &[usize::MAX], Shard::WHOLE);
        let parts = [0, 1].map(|index| of_shard(&text, &sizes, Shard::new(index, 2)));
        let mut people: Vec<(u32, String)> = Vec::new();
        let mut left_out: Vec<RowIssue> = Vec::new();
        for (some, theirs) in parts {
            people.extend(some);
            left_out.extend(theirs);
        }
        people.sort();
        left_out.sort_by_key(|issue| issue.line);
        let name = |(_, name): (u32, String)| name;
        prop_assert_eq!(
            people.into_iter().map(name).collect::<Vec<_>>(),
            whole.into_iter().map(name).collect::<Vec<_>>()
        );
        prop_assert_eq!(left_out, issues);
    }
}
