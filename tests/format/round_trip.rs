//! What is written reads back, in one form only.

use parcours::format::{read, write};
use parcours::model::workspace::Workspace;
use proptest::prelude::*;

use crate::support::generate;

#[test]
fn an_empty_workspace_is_a_few_lines() {
    let text = write(&Workspace::default());
    assert_eq!(
        text,
        r#"{
  "format": "parcours.workspace",
  "version": 1,
  "name": "",
  "environment": {"name": "Production"},
  "nextId": 1,
  "fields": [],
  "triggers": [],
  "journeys": [],
  "flows": [],
  "contacts": [],
  "events": []
}
"#
    );
    assert_eq!(read(text.as_bytes()), Ok(Workspace::default()));
}

proptest! {
    #[test]
    fn what_is_written_reads_back_and_is_written_the_same_again(w in generate::workspace()) {
        let text = write(&w);
        let back = read(text.as_bytes());
        prop_assert_eq!(back.as_ref(), Ok(&w), "{}", text);
        prop_assert_eq!(write(&back.unwrap()), text);
    }
}
