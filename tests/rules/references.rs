//! Entity references and what is reached through them (rules S3, C1, C2 and M5).

use parcours::model::condition::{Operator, Source};
use parcours::model::id::{ColumnId, FieldId, TableId};
use parcours::model::journey::Mapping;
use parcours::model::table::{Path, Reference};
use parcours::model::time::Instant;
use parcours::model::value::Type;

use crate::world::*;

/// Accounts with a size and an owner, owners with a country, and a parent account.
struct Tables {
    world: World,
    account: TableId,
    field: FieldId,
}

impl Tables {
    fn new() -> Self {
        let mut world = World::new();
        let person = world.table("Person", &[("country", Type::Text), ("since", Type::DateTime)]);
        let account =
            world.table("Account", &[("size", Type::Number), ("active", Type::TrueFalse)]);
        world.column(account, "owner", Type::EntityReference(person));
        world.column(account, "parent", Type::EntityReference(account));
        world.table_row(person, "ada", &[("country", "FR"), ("since", "2020-01-01")]);
        world.table_row(
            account,
            "acme",
            &[("size", "12.50"), ("owner", "ada"), ("active", "true")],
        );
        world.table_row(account, "init", &[("size", "3"), ("parent", "acme"), ("owner", "bob")]);
        let field = world.field("account", Type::EntityReference(account));
        Self { world, account, field }
    }

    fn columns(&self, names: &[&str]) -> Path {
        let columns: Vec<ColumnId> =
            names.iter().map(|name| self.world.column_named(name)).collect();
        Path::new(&columns).unwrap()
    }

    fn source(&self, names: &[&str]) -> Source {
        Source::Column(Reference::Contact(self.field), self.columns(names))
    }

    /// Whether a condition on the column at the end of the path holds for "anna", whose account is `account`.
    fn holds(account: &str, path: &[&str], operator: Operator, operands: &[&str]) -> bool {
        let mut tables = Self::new();
        let source = tables.source(path);
        let go = tables.world.trigger("Go", &[]);
        let journey = tables.world.journey("A", go, vec![wait("w", 1)]);
        tables.world.edit(journey).entry.listener_mut().unwrap().condition =
            row(source, operator, operands);
        tables.world.set(tables.field, account);
        tables.world.event(go, 0);
        tables.world.run().journey("A").entered == 1
    }
}

/// A reference, the way from there, the operator with its operands, and what it says.
type Case<'a> = (&'a str, &'a [&'a str], Operator, &'a [&'a str], bool);

#[test]
fn c2_a_condition_looks_at_a_column_through_a_reference() {
    use Operator::*;
    let cases: &[Case<'_>] = &[
        ("acme", &["size"], Equals, &["12.5"], true),
        ("acme", &["size"], Greater, &["12.5"], false),
        ("init", &["size"], Between, &["3", "4"], true),
        ("acme", &["active"], IsTrue, &[], true),
        ("acme", &["owner"], Is, &["ada"], true),
        ("acme", &["owner", "country"], Is, &["fr"], true),
        ("acme", &["owner", "country"], IsOneOf, &["US", "CA"], false),
        ("acme", &["owner", "since"], Before, &["2021-01-01"], true),
        ("init", &["parent", "owner", "country"], BeginsWith, &["F"], true),
    ];
    for (account, path, operator, operands, holds) in cases {
        let held = Tables::holds(account, path, *operator, operands);
        assert_eq!(held, *holds, "{account} {path:?} {operator:?} {operands:?}");
    }
}

#[test]
fn c1_what_is_not_there_along_a_path_is_missing() {
    let cases: &[(&str, &[&str])] = &[
        // No reference, no such row, no value in the column, no row further on, no such parent.
        ("", &["size"]),
        ("umbrella", &["size"]),
        ("init", &["active"]),
        ("init", &["owner", "country"]),
        ("acme", &["parent", "size"]),
    ];
    for (account, path) in cases {
        assert!(Tables::holds(account, path, Operator::IsEmpty, &[]), "{account} {path:?}");
        assert!(!Tables::holds(account, path, Operator::IsNotEmpty, &[]), "{account} {path:?}");
    }
    assert!(!Tables::holds("umbrella", &["size"], Operator::NotEquals, &["1"]));
}

#[test]
fn m5_a_reference_itself_is_what_is_written() {
    let held = |operator, operands: &[&str]| {
        let mut tables = Tables::new();
        let go = tables.world.trigger("Go", &[]);
        let journey = tables.world.journey("A", go, vec![]);
        let source = Source::Contact(tables.field);
        tables.world.edit(journey).entry.listener_mut().unwrap().condition =
            row(source, operator, operands);
        tables.world.set(tables.field, " umbrella ");
        tables.world.event(go, 0);
        tables.world.run().journey("A").entered == 1
    };
    assert!(held(Operator::Is, &["umbrella"]));
    assert!(held(Operator::IsNotEmpty, &[]));
}

#[test]
fn s3_a_path_may_be_five_hops_long() {
    let path = ["parent", "parent", "parent", "parent", "size"];
    let mut tables = Tables::new();
    for (key, parent) in [("a", "b"), ("b", "c"), ("c", "d"), ("d", "acme")] {
        tables.world.table_row(tables.account, key, &[("parent", parent)]);
    }
    let source = tables.source(&path);
    let go = tables.world.trigger("Go", &[]);
    let journey = tables.world.journey("A", go, vec![]);
    tables.world.edit(journey).entry.listener_mut().unwrap().condition =
        row(source, Operator::Equals, &["12.5"]);
    tables.world.set(tables.field, "a");
    tables.world.event(go, 0);
    assert_eq!(tables.world.run().journey("A").entered, 1);
}

#[test]
fn m1_a_column_is_mapped_through_what_a_tile_received() {
    let mut tables = Tables::new();
    let account = Type::EntityReference(tables.account);
    let ordered = tables.world.typed_trigger("Ordered", &[("account", account)]);
    let next = tables.world.trigger("Next", &["size"]);
    let (by, size) =
        (tables.world.attribute(ordered, "account"), tables.world.attribute(next, "size"));
    let journey = tables.world.journey("A", ordered, vec![]);
    let entry = tables.world.edit(journey).entry.id;
    let source = Source::Column(Reference::Received(entry, by), tables.columns(&["size"]));
    tables.world.edit(journey).tiles =
        vec![raise_with("r", next, &[(size, Mapping::Attribute(source))])];
    let big = tables.world.journey("B", next, vec![]);
    *tables.world.edit(big).entry.listener_mut().unwrap() = at_least(next, size, "12.5");
    tables.world.edit(journey).entry.set_repeat(parcours::model::journey::Repeat::AtOnce);
    for (hour, account) in [(0, "init"), (1, "acme"), (2, "umbrella")] {
        tables.world.event_with(ordered, hour, &[("account", account)]);
    }
    let counts = tables.world.run();
    assert_eq!((counts.trigger("Next").activated, counts.tile("r").failed), (2, 1));
    assert_eq!(counts.journey("B").entered, 1);
}

#[test]
fn s3_of_two_rows_of_one_key_the_first_counts() {
    let mut tables = Tables::new();
    tables.world.table_row(tables.account, "acme", &[("size", "99")]);
    let source = tables.source(&["size"]);
    let go = tables.world.trigger("Go", &[]);
    let journey = tables.world.journey("A", go, vec![]);
    tables.world.edit(journey).entry.listener_mut().unwrap().condition =
        row(source, Operator::Equals, &["12.5"]);
    tables.world.set(tables.field, "acme");
    tables.world.event(go, 0);
    assert_eq!(tables.world.run().journey("A").entered, 1);
}

#[test]
fn s3_a_path_that_leads_nowhere_is_refused() {
    let mut tables = Tables::new();
    let go = tables.world.trigger("Go", &[]);
    let journey = tables.world.journey("A", go, vec![]);
    for path in [vec!["size", "country"], vec!["country"]] {
        let source = tables.source(&path);
        tables.world.edit(journey).entry.listener_mut().unwrap().condition =
            row(source, Operator::IsEmpty, &[]);
        assert_eq!(tables.world.compile().unwrap_err().len(), 1, "{path:?}");
    }
}

#[test]
fn a11_a_segment_looks_at_what_is_reached_through_a_field_of_the_contact() {
    for (account, belongs) in [("acme", 1), ("init", 0), ("", 0)] {
        let mut tables = Tables::new();
        let source = tables.source(&["owner", "country"]);
        let french = tables.world.segment("French", row(source, Operator::Is, &["FR"]));
        let go = tables.world.trigger("Go", &[]);
        let journey = tables.world.journey("A", go, vec![]);
        tables.world.edit(journey).entry.exclusions = vec![french];
        tables.world.set(tables.field, account);
        tables.world.event(go, 0);
        assert_eq!(tables.world.run().journey("A").entered, 1 - belongs, "{account}");
        let segment = tables.world.workspace.segments[&french].clone();
        let members = tables.world.workspace.members(&segment, Instant(0));
        assert_eq!(members.len() as u64, belongs, "{account}");
    }
}
