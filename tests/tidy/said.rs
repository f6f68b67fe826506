//! Messages are said as Fluent says them.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use parcours::locale::{Arg, Lang, say};

use crate::expect_none;
use crate::files::below;
use crate::messages::messages;

#[test]
fn every_message_is_said_as_fluent_says_it() {
    let mut findings = Vec::new();
    let mut compared = 0;
    for lang in Lang::ALL {
        let mut bundle = FluentBundle::new(vec![lang.tag().parse().unwrap()]);
        bundle.set_use_isolating(false);
        for file in below(&format!("src/locale/{}", lang.tag()), ".ftl") {
            bundle.add_resource(FluentResource::try_new(file.text.clone()).unwrap()).unwrap();
        }
        for (id, (_, variables)) in messages(lang.tag()) {
            let pattern = bundle.get_message(&id).unwrap().value().unwrap();
            for value in values() {
                let args: Vec<(&str, Arg)> =
                    variables.iter().map(|name| (name.as_str(), value.clone())).collect();
                let theirs: FluentArgs<'_> =
                    args.iter().map(|(name, value)| (*name, fluent(value))).collect();
                let expected = bundle.format_pattern(pattern, Some(&theirs), &mut Vec::new());
                let said = say(lang, &id, args);
                if said != expected {
                    findings.push(format!("{id}: {said}, but Fluent says {expected}"));
                }
                compared += 1;
            }
        }
    }
    assert!(compared > 2_000);
    expect_none(&findings);
}

/// What selects: every plural category, every exact number, every word that is a key.
fn values() -> Vec<Arg> {
    let numbers = [0, 1, 2, 17, 1_000_000].map(Arg::Number);
    let words = ["one", "0", "list", "object", "journey", "default", "anything"];
    numbers.into_iter().chain(words.map(Arg::from)).collect()
}

fn fluent(value: &Arg) -> FluentValue<'static> {
    match value {
        Arg::Text(text) => FluentValue::from(text.clone()),
        Arg::Number(number) => FluentValue::from(*number),
    }
}
