//! A run whose data is divided into shards gives what the whole gives (rule T2).
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use parcours::engine::builder::DatasetBuilder;
use parcours::engine::data::Dataset;
use parcours::engine::plan::Plan;
use parcours::engine::report::Report;
use parcours::engine::run::{Window, simulate};
use parcours::engine::shard::Shard;
use parcours::examples::POST_PURCHASE;
use parcours::format::csv::{Reading, RowIssue, read_contacts, read_events};
use parcours::model::workspace::Workspace;

/// Contacts of which some are doubled or broken, and events of which some are of
/// nobody, or of no trigger.
fn files(workspace: &Workspace) -> (String, String) {
    let fields: Vec<&str> = workspace.fields.values().map(|field| field.name.as_str()).collect();
    let mut contacts = format!("contact_id,{}\n", fields.join(","));
    let mut events = String::from("contact_id,trigger,at\n");
    let trigger = &workspace.triggers.values().next().unwrap().name;
    for number in 0..500 {
        let id = if number % 50 == 49 { number - 1 } else { number };
        let values = workspace.fields.values().map(|field| match (&field.ty, number % 20) {
            (_, 19) => "never",
            (parcours::model::value::Type::Number, _) => "12.5",
            (parcours::model::value::Type::TrueFalse, 0..9) => "true",
            (parcours::model::value::Type::TrueFalse, _) => "false",
            (parcours::model::value::Type::DateTime, _) => "2026-01-01",
            _ => "text",
        });
        let values: Vec<&str> = values.collect();
        let end = if number % 70 == 3 { ",one,more" } else { "" };
        contacts.push_str(&format!("{id},{}{end}\n", values.join(",")));
        let name = if number % 30 == 7 { "no such trigger" } else { trigger };
        events.push_str(&format!("{},{name},2026-02-0{}T10:00Z\n", number + 20, 1 + number % 9));
    }
    contacts.push_str(",,,\n");
    (contacts, events)
}

struct Read {
    data: Dataset,
    contacts: Reading,
    events: Reading,
}

fn read(workspace: &Workspace, shard: Shard) -> Read {
    let (contacts, events) = files(workspace);
    let mut builder = DatasetBuilder::for_shard(workspace, shard);
    let contacts = read_contacts(contacts.as_bytes(), workspace, &mut builder).unwrap();
    let events = read_events(events.as_bytes(), workspace, &mut builder).unwrap();
    Read { data: builder.finish(), contacts, events }
}

fn report(workspace: &Workspace, parts: &[Read]) -> Report {
    let plan = Plan::compile(workspace).unwrap();
    let mut report = Report::default();
    for Read { data, .. } in parts {
        simulate(&plan, data, 0..data.contacts(), Window::default(), &mut report);
    }
    report
}

fn issues<'a>(readings: impl Iterator<Item = &'a Reading>) -> Vec<RowIssue> {
    let mut issues: Vec<RowIssue> = readings.flat_map(|reading| reading.issues.clone()).collect();
    issues.sort_by_key(|issue| issue.line);
    issues
}

#[test]
fn t2_shards_of_the_data_add_up_to_the_whole() {
    let workspace = parcours::format::read(POST_PURCHASE.json().as_bytes()).unwrap();
    let whole = [read(&workspace, Shard::WHOLE)];
    assert!(whole[0].contacts.left_out > 20 && whole[0].events.left_out > 5);
    assert!(whole[0].events.unknown_contacts > 5 && whole[0].data.contacts() > 400);
    for count in [2, 3, 8] {
        let parts: Vec<Read> =
            (0..count).map(|index| read(&workspace, Shard::new(index, count))).collect();
        assert_eq!(report(&workspace, &parts), report(&workspace, &whole));

        assert_eq!(issues(parts.iter().map(|read| &read.contacts)), whole[0].contacts.issues);
        assert_eq!(issues(parts.iter().map(|read| &read.events)), whole[0].events.issues);
        let unknown: u64 = parts.iter().map(|read| read.events.unknown_contacts).sum();
        assert_eq!(unknown, whole[0].events.unknown_contacts);
        // The names in the order of their places are those of the whole, in order.
        let mut named: Vec<(u32, String)> = Vec::new();
        for Read { data, .. } in &parts {
            for contact in 0..data.contacts() {
                let place = data.place(contact);
                assert_eq!(data.contact_at(place), Some(contact));
                named.push((place, data.name(contact).into_owned()));
            }
        }
        named.sort();
        let data = &whole[0].data;
        let names = (0..data.contacts()).map(|contact| data.name(contact).into_owned());
        assert!(named.into_iter().map(|(_, name)| name).eq(names));
    }
}

#[test]
fn t2_contacts_that_are_made_up_are_divided_with_their_events() {
    let mut workspace = parcours::format::read(POST_PURCHASE.json().as_bytes()).unwrap();
    let trigger = workspace.triggers.values().next().unwrap().name.clone();
    let settings = std::sync::Arc::make_mut(&mut workspace.settings);
    settings.run.made_up.count = 100;
    let mut events = String::from("contact_id,trigger,at\n");
    for number in 90..=110 {
        events.push_str(&format!("contact-{number},{trigger},2026-02-01\n"));
    }
    let read = |shard: Shard| {
        let mut builder = DatasetBuilder::for_shard(&workspace, shard);
        assert!(builder.make_up_all(&workspace, 100).is_empty());
        let events = read_events(events.as_bytes(), &workspace, &mut builder).unwrap();
        Read { data: builder.finish(), contacts: Reading::default(), events }
    };
    let whole = [read(Shard::WHOLE)];
    assert_eq!((whole[0].events.taken, whole[0].events.unknown_contacts), (11, 10));
    let parts: Vec<Read> = (0..3).map(|index| read(Shard::new(index, 3))).collect();
    assert_eq!(parts.iter().map(|read| read.events.unknown_contacts).sum::<u64>(), 10);
    let (divided, undivided) = (report(&workspace, &parts), report(&workspace, &whole));
    assert_eq!(divided, undivided);
}
