//! The messages: both languages say the same things, and all that is said is said
//! somewhere.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use crate::expect_none;
use crate::files::{below, sources};

/// The id of each message (and of each of its attributes, as `id.attribute`), with the
/// file that it stands in and the variables that it takes.
type Messages = BTreeMap<String, (String, BTreeSet<String>)>;

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    let (english, french) = (messages("en"), messages("fr"));
    let mut findings = Vec::new();
    for (one, other, language) in [(&english, &french, "fr"), (&french, &english, "en")] {
        let missing = one.keys().filter(|id| !other.contains_key(*id));
        findings.extend(missing.map(|id| format!("{id}: not in {language}")));
    }
    for (id, (file, variables)) in &english {
        match french.get(id) {
            Some((other, _)) if other != file => {
                findings.push(format!("{id}: in {file}, but in French in {other}"));
            }
            Some((_, others)) if others != variables => {
                findings.push(format!("{id}: takes {variables:?}, but in French {others:?}"));
            }
            _ => {}
        }
    }
    expect_none(&findings);
}

#[test]
fn every_message_that_the_code_asks_for_exists() {
    let english = messages("en");
    let mut findings = Vec::new();
    for file in sources() {
        for (number, line) in file.code().lines().enumerate() {
            let asked = ASKING.iter().flat_map(|call| asked_with(line, call));
            let missing = asked.filter(|id| !english.contains_key(*id));
            findings
                .extend(missing.map(|id| file.finding(number + 1, &format!("no message {id}"))));
        }
    }
    expect_none(&findings);
}

#[test]
fn every_message_is_said_somewhere() {
    let mut literals = BTreeSet::new();
    for file in sources() {
        literals.extend(file.text.split('"').map(str::to_owned));
    }
    // An id that is put together from a code: the literal stops at its last hyphen or
    // goes on with a placeholder.
    let family = |literal: &String| {
        let stem = literal.split('{').next()?;
        (stem.len() > 2 && stem.ends_with('-')).then(|| stem.to_owned())
    };
    let families: BTreeSet<String> = literals.iter().filter_map(family).collect();
    let said = |id: &str| {
        let whole = id.split('.').next().unwrap_or(id);
        literals.contains(whole) || families.iter().any(|family| whole.starts_with(family))
    };
    let unsaid = messages("en").into_iter().filter(|(id, _)| !said(id));
    expect_none(
        &unsaid.map(|(id, (file, _))| format!("{file}: {id} is never said")).collect::<Vec<_>>(),
    );
}

#[test]
fn what_a_journey_and_its_settings_say_does_not_come_later() {
    let later: BTreeSet<String> = below("src/locale/en/later", ".ftl")
        .iter()
        .flat_map(|file| file.text.lines().filter_map(|line| line.split_once(" = ")))
        .map(|(id, _)| id.to_owned())
        .collect();
    assert!(later.contains("run-start"));
    let mut findings = Vec::new();
    for file in below("src/ui", ".rs") {
        if LATER.iter().any(|start| file.path.starts_with(start)) {
            continue;
        }
        let literals: BTreeSet<&str> = file.text.split('"').skip(1).step_by(2).collect();
        let early = literals.into_iter().filter(|literal| later.contains(*literal));
        findings
            .extend(early.map(|id| format!("{}: {id} is said there, but comes later", file.path)));
    }
    expect_none(&findings);
}

#[test]
fn french_has_its_own_signs() {
    let mut findings = Vec::new();
    for file in below("src/locale/fr", ".ftl") {
        for (number, line) in file.lines().filter(|(_, line)| !line.starts_with('#')) {
            let text = line.split_once(" = ").map_or(line, |(_, text)| text);
            let is_text = line.contains(" = ") || line.starts_with(' ');
            if is_text && text.contains('\'') {
                findings.push(file.finding(number, "has ' where French writes ’"));
            }
            if is_text
                && [" ;", " :", " !", " ?", "« ", " »"].iter().any(|sign| text.contains(sign))
            {
                findings.push(file.finding(number, "breaks before a sign: write U+202F"));
            }
        }
    }
    expect_none(&findings);
}

/// What comes with the words that come later (`src/ui/later.rs`).
const LATER: [&str; 6] = [
    "src/ui/pages/",
    "src/ui/run/",
    "src/ui/problems/pane.rs",
    "src/ui/shell/help.rs",
    "src/ui/suite.rs",
    "src/ui/transfer.rs",
];

/// How the code asks for a message.
const ASKING: [&str; 4] = ["t(\"", "t_with(\"", "label=\"", "tooltip=\""];

/// The ids in `call` on this line, as in `t("id"`.
fn asked_with<'a>(line: &'a str, call: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(call) {
        let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
        let begins = !rest[..at].ends_with(is_name) && !rest[..at].ends_with('.');
        rest = &rest[at + call.len()..];
        if begins {
            found.extend(rest.split('"').next());
        }
    }
    found
}

pub fn messages(language: &str) -> Messages {
    let mut messages = Messages::new();
    for file in below(&format!("src/locale/{language}"), ".ftl") {
        let name = file.path.rsplit('/').next().unwrap_or_default().to_owned();
        let resource = parser::parse(file.text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.path));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name.to_owned();
            let mut add = |id: String, pattern: &Pattern<&str>| {
                let mut variables = BTreeSet::new();
                in_pattern(pattern, &mut variables);
                let before = messages.insert(id.clone(), (name.clone(), variables));
                assert!(before.is_none(), "{}: {id} stands there twice", file.path);
            };
            for attribute in &message.attributes {
                add(format!("{id}.{}", attribute.id.name), &attribute.value);
            }
            if let Some(value) = &message.value {
                add(id, value);
            }
        }
    }
    messages
}

fn in_pattern(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, variables);
        }
    }
}

fn in_expression(expression: &Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        Expression::Select { selector, variants } => {
            in_inline(selector, variables);
            variants.iter().for_each(|variant| in_pattern(&variant.value, variables));
        }
        Expression::Inline(inline) => in_inline(inline, variables),
    }
}

fn in_inline(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| in_inline(argument, variables));
            arguments.named.iter().for_each(|argument| in_inline(&argument.value, variables));
        }
        InlineExpression::Placeable { expression } => in_expression(expression, variables),
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. }
        | InlineExpression::TermReference { .. } => {}
    }
}
