//! `parcours simulate`.

use parcours::format::report::read_report;
use serde_json::Value;

use crate::program::{EXAMPLE, broken, example, golden, parcours, scratch, with_input};

const CONTACTS: &str = "contact_id,Full name,Phone number,Rewards member,Earlier orders\n\
    A,Ada,12025550154,true,3\nB,Bo,12025550129,false,none\nC,Cleo,12025550188,false,0\n";
const EVENTS: &str = "contact_id;trigger;at;Order value;Product\n\
    A;Purchase made;2026-03-02;64.90;Shoes\nC;Purchase made;2026-03-03T08:00;12;Socks\n\
    Z;Purchase made;2026-03-03;1;Hat\n";

#[test]
fn the_workspaces_own_contacts_run() {
    let ended = parcours(&["simulate", EXAMPLE]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    golden("simulate.txt", &ended.out);
}

#[test]
fn the_report_is_written_as_json() {
    let ended = parcours(&["simulate", EXAMPLE, "--report", "-"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    assert_eq!(read_report(&ended.out).unwrap().contacts, 2);
}

#[test]
fn traces_are_a_line_of_json_for_each_contact() {
    let ended = parcours(&["simulate", EXAMPLE, "--traces", "-"]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let names = |text: &str| {
        let traces = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        traces.map(|trace| trace["contact"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&ended.out), ["Client 1", "Client 2"]);
    let one = parcours(&["simulate", EXAMPLE, "--traces", "-", "--trace-of", "Client 2"]);
    assert_eq!(names(&one.out), ["Client 2"]);
}

#[test]
fn rows_that_do_not_fit_are_named_and_the_rest_runs() {
    let contacts = scratch("contacts.csv", CONTACTS);
    let events = scratch("events.csv", EVENTS);
    let args = ["simulate", EXAMPLE, "--contacts", &contacts, "--events", &events];
    let ended = parcours(&args);
    assert_eq!(ended.code, 0, "{}", ended.err);
    golden("simulate-csv.txt", &ended.out);
    let named = ended.err.replace(&contacts, "contacts.csv").replace(&events, "events.csv");
    golden("simulate-csv-rows.txt", &named);
    assert_eq!(parcours(&[&args[..], &["--strict"]].concat()).code, 1);
}

#[test]
fn t2_threads_do_not_show_in_the_report() {
    let mut contacts =
        String::from("contact_id,Full name,Phone number,Rewards member,Earlier orders\n");
    let mut events = String::from("contact_id,trigger,at,Order value,Product\n");
    for number in 0..20_000 {
        let (orders, day) = (number % 3, 1 + number % 28);
        contacts.push_str(&format!("P{number},N{number},120255501,{},{orders}\n", number % 2 == 0));
        events.push_str(&format!("P{number},Purchase made,2026-03-{day:02},{orders}.5,Hat\n"));
    }
    let contacts = scratch("many-contacts.csv", &contacts);
    let events = scratch("many-events.csv", &events);
    let report = |threads: &str| {
        let inputs = ["--contacts", &contacts, "--events", &events, "--threads", threads];
        let ended = parcours(&[&["simulate", EXAMPLE, "--report", "-"][..], &inputs].concat());
        assert_eq!((ended.code, ended.err.as_str()), (0, ""));
        ended.out
    };
    let one = report("1");
    assert_eq!(read_report(&one).unwrap().contacts, 20_000);
    assert_eq!(report("2"), one);
    assert_eq!(report("7"), one);
}

#[test]
fn a8_which_journeys_react_is_chosen() {
    let entered = |args: &[&str], input: &str| {
        let ended = with_input(&[&["simulate", "-", "--report", "-"][..], args].concat(), input);
        assert_eq!(ended.code, 0, "{}", ended.err);
        let report = read_report(&ended.out).unwrap();
        report.journeys.values().map(|journey| journey.entered).collect::<Vec<_>>()
    };
    assert_eq!(entered(&[], &example()), [2, 1]);
    assert_eq!(entered(&["--live", "post-purchase"], &example()), [2, 0]);
    let draft = example().replacen("\"state\": \"live\"", "\"state\": \"draft\"", 1);
    assert_eq!(entered(&["--as-published", "j16"], &draft), [2, 1]);
    assert_eq!(entered(&["--end", "2026-03-02T10:00:00Z"], &example()), [1, 1]);
}

#[test]
fn what_cannot_be_is_said() {
    let start = parcours(&["simulate", EXAMPLE, "--start", "soon"]);
    assert_eq!(start.code, 2);
    assert!(start.err.starts_with("parcours: --start: "), "{}", start.err);
    let columns = scratch("no-columns.csv", "name\nA\n");
    let contacts = parcours(&["simulate", EXAMPLE, "--contacts", &columns]);
    assert_eq!(contacts.code, 2);
    assert!(contacts.err.contains("there is no column `contact_id`"), "{}", contacts.err);
    let nowhere = parcours(&["simulate", EXAMPLE, "--report", "tests/nowhere/report.json"]);
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.err.contains("cannot be written"), "{}", nowhere.err);
}

#[test]
fn errors_that_leave_open_what_a_run_means_stop_it() {
    let unknown = example().replacen("\"a14\": {\"fixed\"", "\"a99\": {\"fixed\"", 1);
    let ended = with_input(&["simulate", "-"], &unknown);
    assert_eq!((ended.code, ended.out.as_str()), (1, ""));
    golden("simulate-refused.txt", &ended.err);
    assert_eq!(with_input(&["simulate", "-"], &broken()).code, 0, "an unfinished tile runs");
}

#[test]
fn activations_go_out_as_cloud_events_and_come_back_as_recorded_events() {
    let path = scratch("activations.json", "");
    let ended = parcours(&["simulate", EXAMPLE, "--cloud-events", &path]);
    assert_eq!((ended.code, ended.err.as_str()), (0, ""));
    let again = parcours(&["simulate", EXAMPLE, "--events", &path]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(again.err.contains("events that tiles raised were left out"), "{}", again.err);
    assert_eq!(again.out, ended.out);
    let broken = scratch("broken-events.json", r#"[{"specversion": "1.0"}]"#);
    let ended = parcours(&["simulate", EXAMPLE, "--events", &broken, "--strict"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("[0].id: a text must be here"), "{}", ended.err);
}
