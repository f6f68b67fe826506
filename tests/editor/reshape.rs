//! Changing the type of an attribute or a field, or deleting it: what is told
//! beforehand is what a search through the file finds, and undo gives the file back
//! to the byte.

mod made;

use std::sync::Arc;

use parcours::check::usage::table_usage;
use parcours::check::{Spot, Subject, check};
use parcours::editor::{Command, Editor, Fate, Reshape, Session, Touched, touches};
use parcours::format::{read, write};
use parcours::model::audience::Field;
use parcours::model::condition::{Condition, Operator, Source};
use parcours::model::id::{AttributeId, ColumnId, FieldId, TableId};
use parcours::model::sorted::SortedMap;
use parcours::model::table::{Column, Path, Reference, Row, Table};
use parcours::model::trigger::Attribute;
use parcours::model::value::Type;
use parcours::model::workspace::Workspace;
use serde_json::Value;

use made::{AMOUNT, ORDER, PHONE, workspace};

/// A record and a tile of it, by id.
type Where = (String, String);

/// How often an id stands in which record and tile of a file, its definition left out.
fn search(value: &Value, id: &str, around: &Where, found: &mut SortedMap<Where, usize>) {
    match value {
        Value::String(text) if text == id => *found.entry(around.clone()).or_default() += 1,
        Value::Array(items) => items.iter().for_each(|item| search(item, id, around, found)),
        Value::Object(members) => {
            let own = members.get("id").and_then(Value::as_str).unwrap_or_default();
            if own == id {
                return;
            }
            let around = match own.chars().next() {
                Some('n') => (around.0.clone(), own.to_owned()),
                // What a scenario holds is told of the scenario.
                Some('p' | 'e') if around.0.starts_with('q') => around.clone(),
                Some('j' | 'f' | 'g' | 'p' | 'e' | 'm' | 'q' | 't' | 'c') => {
                    (own.to_owned(), String::new())
                }
                _ => around.clone(),
            };
            for (key, value) in members {
                if key == id {
                    *found.entry(around.clone()).or_default() += 1;
                }
                search(value, id, &around, found);
            }
        }
        _ => {}
    }
}

/// The findings of a file in each record and tile, as text.
fn findings(json: &str) -> SortedMap<Where, Vec<String>> {
    let mut found: SortedMap<Where, Vec<String>> = SortedMap::new();
    for problem in check(&read(json.as_bytes()).unwrap()) {
        let around = (record(&problem.site), tile_of(&problem.site));
        found
            .entry(around)
            .or_default()
            .push(format!("{:?} {:?}", problem.site.spot, problem.code));
    }
    found
}

fn record(site: &parcours::check::Site) -> String {
    use parcours::check::Subject;
    match site.subject {
        Subject::Journey(id) => id.to_string(),
        Subject::Flow(id) => id.to_string(),
        Subject::Segment(id) => id.to_string(),
        Subject::Contact(id) => id.to_string(),
        Subject::Event(id) => id.to_string(),
        Subject::Model(id) => id.to_string(),
        Subject::Scenario(id) => id.to_string(),
        Subject::Trigger(id) => id.to_string(),
        Subject::Field(id) => id.to_string(),
        Subject::Table(_) | Subject::Workspace => String::new(),
    }
}

fn tile_of(site: &parcours::check::Site) -> String {
    site.tile.map(|id| id.to_string()).unwrap_or_default()
}

fn told(touched: &[Touched], of: impl Fn(&Touched) -> usize) -> SortedMap<Where, usize> {
    let mut told = SortedMap::new();
    for one in touched.iter().filter(|one| of(one) > 0) {
        *told.entry((record(&one.site), tile_of(&one.site))).or_default() += of(one);
    }
    told
}

/// Makes the change and holds what was told against what can be read off the files.
fn assert_told(reshape: &Reshape, id: &str) -> Vec<Touched> {
    let workspace = workspace();
    let before = write(&workspace);
    let touched = touches(&workspace, reshape);
    let mut editor = Editor::open(workspace, Session::default());
    editor.run(Command::Reshape(reshape.clone())).unwrap();
    let after = write(editor.workspace());

    let mut named = SortedMap::new();
    let json: Value = serde_json::from_str(&before).unwrap();
    search(&json, id, &Where::default(), &mut named);
    assert_eq!(told(&touched, |one| one.count), named, "every place that names it, and no other");

    // Where the findings of the two files differ, and only there, something breaks or mends.
    let (known, now) = (findings(&before), findings(&after));
    let places = known.keys().chain(now.keys());
    let own = |place: &Where| place.0 == "t1" || place.0 == "c5";
    let changed: SortedMap<Where, usize> = places
        .filter(|place| known.get(*place) != now.get(*place) && !own(place))
        .map(|place| (place.clone(), 1))
        .collect();
    let differs = |one: &Touched| usize::from(matches!(one.fate, Fate::Breaks(_) | Fate::Mends));
    let breaks: SortedMap<Where, usize> =
        told(&touched, differs).into_keys().map(|place| (place, 1)).collect();
    assert_eq!(breaks, changed, "every place where a finding comes or goes, and no other");

    // Journeys, flows and segments keep what stands in them.
    let changed: Value = serde_json::from_str(&after).unwrap();
    for kept in ["journeys", "flows", "segments"] {
        assert_eq!(json[kept], changed[kept], "{kept}");
    }
    editor.run(Command::Undo).unwrap();
    assert_eq!(write(editor.workspace()), before, "undo gives the file back to the byte");
    editor.run(Command::Redo).unwrap();
    assert_eq!(write(editor.workspace()), after);
    touched
}

fn count(touched: &[Touched], of: impl Fn(&Fate) -> bool) -> usize {
    touched.iter().filter(|one| of(&one.fate)).count()
}

#[test]
fn what_a_retype_of_an_attribute_of_60_journeys_touches_is_told_exactly() {
    for ty in [Type::Text, Type::DateTime, Type::TrueFalse] {
        let touched = assert_told(&Reshape::AttributeType(ORDER, AMOUNT, ty), "a2");
        let journeys: parcours::model::sorted::SortedSet<_> =
            touched.iter().filter_map(|one| one.site.subject.journey()).collect();
        assert_eq!(journeys.len(), 60);
        assert!(count(&touched, |fate| matches!(fate, Fate::Breaks(_))) > 20);
        assert!(count(&touched, |fate| matches!(fate, Fate::Stays)) > 5);
        assert_eq!(count(&touched, |fate| matches!(fate, Fate::Goes)), 0);
    }
}

#[test]
fn a_retype_to_a_type_that_fits_better_mends() {
    let touched = assert_told(&Reshape::AttributeType(ORDER, AMOUNT, Type::Text), "a2");
    assert!(count(&touched, |fate| matches!(fate, Fate::Mends)) > 0);
}

#[test]
fn what_deleting_an_attribute_touches_is_told_exactly() {
    let touched = assert_told(&Reshape::DeleteAttribute(ORDER, AMOUNT), "a2");
    assert_eq!(count(&touched, |fate| matches!(fate, Fate::Goes)), 5, "event, models, scenario");
}

#[test]
fn what_a_retype_of_a_field_touches_is_told_exactly() {
    let touched = assert_told(&Reshape::FieldType(PHONE, Type::Text), "c5");
    assert!(count(&touched, |fate| matches!(fate, Fate::Breaks(_))) > 20);
    assert_told(&Reshape::FieldType(PHONE, Type::DateTime), "c5");
}

#[test]
fn what_deleting_a_field_touches_is_told_exactly() {
    let touched = assert_told(&Reshape::DeleteField(PHONE), "c5");
    assert_eq!(count(&touched, |fate| matches!(fate, Fate::Goes)), 3, "contact, scenario");
}

#[test]
fn nothing_is_touched_where_nothing_uses_it() {
    let mut workspace = workspace();
    let spare = FieldId(99);
    let field = Field { id: spare, name: "Spare".into(), ty: Type::Text, required: false };
    workspace.fields.insert(spare, Arc::new(field));
    assert_eq!(touches(&workspace, &Reshape::FieldType(spare, Type::Number)), []);
    assert_eq!(touches(&workspace, &Reshape::DeleteField(spare)), []);
    assert_eq!(touches(&workspace, &Reshape::DeleteField(FieldId(98))), []);
}

/// A table with a column that the 60 journeys reach through the entry's trigger.
const CITY: ColumnId = ColumnId(90_001);
const STORES: TableId = TableId(90_000);

fn with_a_table() -> Workspace {
    let mut workspace = workspace();
    let row = |key: &str, city: &str| Row {
        key: key.into(),
        values: SortedMap::from([(CITY, city.to_owned())]),
    };
    let column = Column { id: CITY, name: "City".into(), ty: Type::Number };
    let rows = vec![row("1", "12"), row("2", "Paris")];
    let table = Table { id: STORES, name: "Stores".into(), columns: vec![column], rows };
    workspace.tables.insert(STORES, Arc::new(table));
    let order = Arc::make_mut(workspace.triggers.get_mut(&ORDER).unwrap());
    let ty = Type::EntityReference(STORES);
    order.attributes.push(Attribute { id: AttributeId(90_002), name: "Store".into(), ty });
    Arc::make_mut(&mut workspace.settings).next_id = 90_010;
    let path = Path::new(&[CITY]).unwrap();
    for journey in workspace.journeys.values_mut() {
        let journey = Arc::make_mut(journey);
        let reference = Reference::Incoming(AttributeId(90_002));
        let on = journey.entry.listener_mut().unwrap();
        on.condition = Condition::row(Source::Column(reference, path), Operator::Greater, &["5"]);
    }
    workspace
}

/// What a change of the column touches; that it is made in one step, and undone exactly.
fn column_touches(reshape: &Reshape) -> Vec<Touched> {
    let workspace = with_a_table();
    let before = write(&workspace);
    let touched = touches(&workspace, reshape);
    let mut editor = Editor::open(workspace, Session::default());
    editor.run(Command::Reshape(reshape.clone())).unwrap();
    let after = write(editor.workspace());
    assert_eq!(&read(after.as_bytes()).unwrap(), editor.workspace(), "it can be read again");
    editor.run(Command::Undo).unwrap();
    assert_eq!(write(editor.workspace()), before, "undo gives the file back to the byte");
    touched
}

#[test]
fn what_a_retype_of_a_column_touches_is_told() {
    let touched = column_touches(&Reshape::ColumnType(STORES, CITY, Type::Text));
    let breaks = touched.iter().filter(|one| matches!(one.fate, Fate::Breaks(_)));
    assert_eq!(breaks.filter(|one| one.site.subject.journey().is_some()).count(), 60);
    let values = touched.iter().find(|one| one.site.subject == Subject::Table(STORES)).unwrap();
    assert_eq!((values.count, &values.fate), (2, &Fate::Mends), "Paris is a text");
}

#[test]
fn what_deleting_a_column_touches_is_told() {
    let touched = column_touches(&Reshape::DeleteColumn(STORES, CITY));
    let breaks = touched.iter().filter(|one| matches!(one.fate, Fate::Breaks(_)));
    assert_eq!(breaks.count(), 60);
    let values = touched.iter().find(|one| one.site.subject == Subject::Table(STORES)).unwrap();
    assert_eq!((values.count, &values.fate), (2, &Fate::Goes));
}

#[test]
fn what_names_a_table_is_told() {
    let workspace = with_a_table();
    let attribute = Subject::Trigger(ORDER).at(Spot::Attribute(AttributeId(90_002)));
    assert_eq!(table_usage(&workspace, STORES), [attribute]);
    assert_eq!(table_usage(&workspace, TableId(5)), []);
}
