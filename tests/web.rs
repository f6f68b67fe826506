//! What only a browser can show, without a server: run with
//! `cargo xtask test browser`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/digest.rs"]
mod digest;
#[path = "support/engine.rs"]
mod engine;
#[path = "golden/all.rs"]
mod golden;
mod made;
#[path = "support/story.rs"]
mod story;
#[path = "support/told.rs"]
mod told;

use gloo_timers::future::TimeoutFuture;
use parcours::editor::{Page, Selection, Session, View};
use parcours::format::csv::MAX_ISSUES;
use parcours::model::id::{JourneyId, TileId};
use parcours::model::tree::Slot;
use parcours::web::simulation::{Issue, LeftOut, Told};
use parcours::web::storage::{self, Role, Saved, Stored, Summary};
use parcours::web::{files, session};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_app_mounts_and_shows_the_start_page() {
    parcours::ui::mount();
    let document = web_sys::window().and_then(|window| window.document());
    let start = || document.as_ref()?.query_selector("body [data-testid=start]").ok()?;
    // What was open last is looked up first; that takes some turns of the event loop.
    for _ in 0..200 {
        if start().is_some() {
            return;
        }
        TimeoutFuture::new(25).await;
    }
    assert!(start().is_some());
}

#[wasm_bindgen_test]
async fn a_workspace_is_stored_replaced_listed_and_deleted() {
    let key = storage::new_key();
    let summary = |name: &str, stamp: &str| Summary {
        key: key.clone(),
        name: name.to_owned(),
        saved_at: 1.0,
        journeys: 2,
        stamp: stamp.to_owned(),
    };
    let save = async |name: &str, stamp: &str, known: Option<&str>| {
        storage::save(&summary(name, stamp), Some(name.into()), name, known).await
    };
    let stored = |text: &str, session: &str, stamp: &str| {
        let (document, session) = (text.to_owned(), session.to_owned());
        Ok(Some(Stored { document, session, stamp: stamp.to_owned() }))
    };
    assert_eq!(save("first", "a", None).await, Ok(Saved::Here));
    assert_eq!(storage::load(&key).await, stored("first", "first", "a"));
    // What another tab has written stays.
    assert_eq!(save("third", "c", Some("b")).await, Ok(Saved::Elsewhere));
    let looked = storage::save(&summary("third", "c"), None, "looks", Some("b")).await;
    assert_eq!(looked, Ok(Saved::Here));
    assert_eq!(storage::load(&key).await, stored("first", "looks", "a"));
    assert_eq!(save("second", "b", Some("a")).await, Ok(Saved::Here));
    assert_eq!(storage::load(&key).await, stored("second", "second", "b"));
    let listed = storage::list().await.unwrap();
    let mine: Vec<_> = listed.iter().filter(|found| found.key == key).collect();
    assert_eq!(mine, [&summary("second", "b")]);
    storage::delete(&key).await.unwrap();
    assert_eq!(storage::load(&key).await, Ok(None));
}

#[wasm_bindgen_test]
async fn a_csv_file_is_kept_with_its_name_and_goes_with_its_workspace() {
    let key = storage::new_key();
    let file = files::file("orders.csv", b"contact_id\n00001\n").unwrap();
    storage::put_file(&key, Role::Events, &file).await.unwrap();
    let kept = storage::file(&key, Role::Events).await.unwrap().unwrap();
    assert_eq!(kept.name(), "orders.csv");
    assert_eq!(files::bytes(&kept).await.unwrap(), b"contact_id\n00001\n");
    assert!(storage::file(&key, Role::Contacts).await.unwrap().is_none());
    storage::delete(&key).await.unwrap();
    assert!(storage::file(&key, Role::Events).await.unwrap().is_none());
}

#[wasm_bindgen_test]
fn a_session_reads_back_and_a_broken_one_is_an_empty_one() {
    let session = Session {
        page: Page::Journey(JourneyId(3)),
        selection: Selection::tile(TileId(7)),
        views: [(JourneyId(3), View { x: -12.5, y: 40.0, zoom: 0.7 })].into(),
        folds: [(JourneyId(3), [(TileId(5), Slot::Other)].into())].into(),
    };
    assert_eq!(session::read(&session::write(&session)), session);
    for text in ["", "{", "[]", "{\"page\":7}", "{\"page\":\"journey\",\"open\":\"x\"}"] {
        assert_eq!(session::read(text), Session::default(), "{text}");
    }
}

/// The native engine is compared with the same files in `tests/golden.rs`.
#[wasm_bindgen_test]
fn t2_golden_cases_tell_the_same_story_as_natively() {
    for (name, json, text) in golden::ALL {
        let workspace = parcours::format::read(json.as_bytes()).unwrap();
        let (_, written) = text.split_once("\n\n").unwrap();
        assert_eq!(story::of(&workspace).unwrap(), written, "{name}");
    }
}

/// The native engine is compared with the same digest in `tests/differential.rs`.
#[wasm_bindgen_test]
fn t2_reports_and_traces_of_made_up_workspaces_are_the_same_bytes_as_natively() {
    assert_eq!(digest::of_made_up(), include_str!("golden/made.digest"));
}

#[wasm_bindgen_test]
fn rows_that_several_workers_left_out_come_in_the_order_of_the_file() {
    let issue = |line: u64| {
        let cause = Told { id: "row-columns".into(), args: vec![("found".into(), "3\n".into())] };
        Issue { line, column: Some("Phone".into()), cause }
    };
    let mut all = LeftOut::of([2, 9, 11].map(issue));
    all.add(&LeftOut::from_text(LeftOut::of([3, 4, 20].map(issue)).text()));
    all.add(&LeftOut::default());
    let lines: Vec<u64> = all.iter().map(|issue| issue.line).collect();
    assert_eq!(lines, [2, 3, 4, 9, 11, 20]);
    assert_eq!((all.len(), all.iter().next()), (6, Some(issue(2))));
    assert!(LeftOut::of([]).is_empty());
    let mut many = LeftOut::of((0..MAX_ISSUES as u64).map(issue));
    many.add(&all);
    assert_eq!((many.len(), many.iter().count()), (MAX_ISSUES, MAX_ISSUES));
}
