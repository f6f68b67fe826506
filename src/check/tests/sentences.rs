//! The messages of both languages: all there, and with the variables that they get.

use super::fixture::*;
use crate::check::{Code, Problem};
use crate::model::sorted::{SortedMap, SortedSet};

const FILES: [(&str, &str); 2] = [
    (include_str!("../../locale/en/problems.ftl"), include_str!("../../locale/fr/problems.ftl")),
    (include_str!("../../locale/en/terms.ftl"), include_str!("../../locale/fr/terms.ftl")),
];

/// Each message with the variables in it.
fn messages(file: &str) -> SortedMap<String, SortedSet<String>> {
    let mut found: SortedMap<String, SortedSet<String>> = SortedMap::new();
    let mut id = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '#'])) {
            name.clone_into(&mut id);
            assert!(found.insert(id.clone(), SortedSet::new()).is_none(), "{id} stands twice");
        }
        let names = line.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect::<String>()
        });
        if let Some(variables) = found.get_mut(&id) {
            variables.extend(names);
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_messages_and_variables() {
    for (english, french) in FILES {
        assert_eq!(messages(english), messages(french));
    }
}

#[test]
fn every_code_and_fix_has_its_words() {
    let known = messages(FILES[0].0);
    for code in Code::ALL {
        assert!(known.contains_key(&code.message_id()), "{code:?}");
    }
    let sentences = known.keys().filter(|id| id.starts_with("problem-")).count();
    assert_eq!(sentences, Code::ALL.len());
}

/// That a finding brings every variable of its sentence.
pub fn assert_complete(problem: &Problem) {
    let known = messages(FILES[0].0);
    let (id, args) = problem.message();
    let given: SortedSet<String> = args.iter().map(|(name, _)| (*name).to_owned()).collect();
    let wanted = &known[&id];
    assert!(wanted.is_subset(&given), "{id}: {wanted:?} but {given:?}");
    for &fix in &problem.fixes {
        assert!(known.contains_key(fix.label_id()), "{fix:?}");
    }
}

#[test]
fn every_finding_brings_the_variables_of_its_sentence() {
    for (_, change) in super::found::cases() {
        problems(change).iter().for_each(assert_complete);
    }
}

#[test]
fn every_term_has_its_words() {
    use crate::check::term;
    use crate::model::condition::{JourneyProperty, Operator};
    use crate::model::journey::JourneyState;
    use crate::model::time::Unit;
    use crate::model::trigger::{AudienceKind, TriggerState};
    use crate::model::value::Type;
    let types = [Type::Text, Type::Number, Type::TrueFalse, Type::DateTime];
    let entity = Type::EntityReference(crate::model::id::TableId(1));
    let mut ids: Vec<&str> = types.iter().chain([&entity]).map(term::of_type).collect();
    ids.extend(
        types.iter().chain([&entity]).flat_map(Operator::of).map(|&op| term::of_operator(op)),
    );
    ids.extend(Unit::ALL.map(term::of_unit));
    ids.extend(Unit::ALL.map(term::of_duration));
    ids.extend(JourneyState::ALL.map(term::of_journey_state));
    ids.extend(TriggerState::ALL.map(term::of_trigger_state));
    ids.extend(AudienceKind::ALL.map(term::of_audience));
    ids.extend(JourneyProperty::ALL.map(term::of_journey_property));
    ids.extend([term::ENTRY, term::SOURCE_CONTACT, term::SOURCE_BINDING, term::SOURCE_JOURNEY]);
    let known = messages(FILES[1].0);
    for id in ids {
        assert!(known.contains_key(id), "{id}");
    }
}
