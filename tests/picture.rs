//! Pictures of made-up journeys, with any names: the SVG is well formed, and the text
//! of the flowchart is one that Mermaid reads.
#![allow(clippy::unwrap_used, missing_docs, reason = "these are tests")]

mod support;

use parcours::editor::picture::{Caption, Captions, Look, Picture, mermaid, part, svg};
use parcours::model::journey::Journey;
use proptest::prelude::*;
use support::generate;

fn captions(journey: &Journey, name: &str) -> Captions {
    let caption = |_| Caption { title: name.to_owned(), line: format!("{name} {name}") };
    Captions::of(journey, &caption, &|_, _| name.to_owned())
}

/// The elements of a text, each closed by its own end; fails where it is not well formed.
fn elements(text: &str) -> Vec<String> {
    let (mut open, mut found, mut rest) = (Vec::new(), Vec::new(), text);
    while let Some(at) = rest.find('<') {
        assert!(is_text(&rest[..at]), "{:?}", &rest[..at]);
        let end = at + rest[at..].find('>').unwrap();
        let tag = &rest[at + 1..end];
        assert!(!tag.contains('<') && tag.matches('"').count() % 2 == 0, "{tag}");
        let name = tag.trim_matches('/').split_whitespace().next().unwrap().to_owned();
        match (tag.starts_with('/'), tag.ends_with('/')) {
            (true, _) => assert_eq!(open.pop().as_ref(), Some(&name)),
            (false, true) => found.push(name),
            (false, false) => {
                found.push(name.clone());
                open.push(name);
            }
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty() && rest.trim().is_empty());
    found
}

fn is_text(text: &str) -> bool {
    let known = ["amp;", "lt;", "gt;", "quot;"];
    let entities = text.split('&').skip(1);
    entities.into_iter().all(|after| known.iter().any(|entity| after.starts_with(entity)))
        && text.chars().all(|c| c == '\n' || !c.is_control())
        && !text.contains('>')
}

/// A line is a node or an arrow, and all that is said in it stands between two quotes.
fn is_line(line: &str) -> bool {
    if line.starts_with("  %% ") {
        return !line.contains(char::is_control);
    }
    let outside: String = line.split('"').step_by(2).collect();
    line.matches('"').count().is_multiple_of(2)
        && outside.chars().all(|c| c.is_ascii_alphanumeric() || " ()[]{}/|->".contains(c))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn pictures_are_well_formed_whatever_the_names(
        workspace in generate::workspace(),
        name in prop_oneof![any::<String>(), Just("</text>]] \"end\" <b>&amp; #1 ```\n😀".to_owned())],
    ) {
        for journey in workspace.journeys.values() {
            let captions = captions(journey, &name);
            let tiles = journey.all_tiles().len();
            let text = svg(&Picture::of(journey, &captions, true), &Look::default(), &name);
            let found = elements(&text);
            prop_assert_eq!(found[0].as_str(), "svg");
            prop_assert!(found.iter().filter(|one| *one == "text").count() > tiles);

            let chart = mermaid(journey, &captions, true);
            let mut lines = chart.lines();
            prop_assert_eq!(lines.next(), Some("flowchart TD"));
            prop_assert!(lines.all(is_line), "{}", chart);
            let comments = chart.lines().filter(|line| line.starts_with("  %% ")).count();
            prop_assert_eq!(comments, journey.notes.len());
            prop_assert!(journey.notes.is_empty() || text.contains("<g><title>"));
        }
    }

    #[test]
    fn a_picture_of_some_tiles_has_those_and_what_is_on_their_branches(
        workspace in generate::workspace(),
        odd in any::<bool>(),
    ) {
        for journey in workspace.journeys.values() {
            let picked = |id: parcours::model::id::TileId| id.0.is_multiple_of(2) != odd;
            let some = part(journey, &picked);
            let mut expected = std::collections::BTreeSet::new();
            for tile in journey.all_tiles().into_iter().filter(|tile| picked(tile.id)) {
                expected.extend(tile.subtree().into_iter().map(|tile| tile.id));
            }
            let all = some.all_tiles();
            prop_assert_eq!(all.len(), expected.len());
            prop_assert!(all.iter().all(|tile| expected.contains(&tile.id)));
            let captions = captions(&some, "x");
            elements(&svg(&Picture::of(&some, &captions, false), &Look::default(), "x"));
            let chart = mermaid(&some, &captions, false);
            let entry = format!("  {}(", journey.entry.id);
            prop_assert!(!chart.contains(&entry));
        }
    }
}
