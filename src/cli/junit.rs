//! The outcome of test scenarios as JUnit XML, which build servers read.

use crate::cli::test::{Case, Suite};

/// A suite for each file, a test case for each scenario.
pub(super) fn of(suites: &[Suite]) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for suite in suites {
        let failed = |case: &&Case| case.broken.is_none() && !case.passed();
        xml.push_str(&format!(
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n",
            escaped(&suite.file),
            suite.cases.len(),
            suite.cases.iter().filter(failed).count(),
            suite.cases.iter().filter(|case| case.broken.is_some()).count(),
        ));
        suite.cases.iter().for_each(|each| case(each, &suite.file, &mut xml));
        xml.push_str("  </testsuite>\n");
    }
    xml.push_str("</testsuites>\n");
    xml
}

fn case(case: &Case, file: &str, xml: &mut String) {
    let (file, name) = (escaped(file), escaped(&case.name));
    xml.push_str(&format!("    <testcase classname=\"{file}\" name=\"{name}\""));
    if case.passed() {
        xml.push_str("/>\n");
        return;
    }
    xml.push_str(">\n");
    if let Some(why) = &case.broken {
        xml.push_str(&format!("      <error message=\"{}\"/>\n", escaped(why)));
    }
    if let Some(first) = case.differences.first() {
        let told = case.differences.iter().map(|each| {
            let tile = each.tile.as_ref().map(|tile| format!(" [{tile}]")).unwrap_or_default();
            format!("expected: {}\nseen:     {}{tile}\n", each.expected, each.seen)
        });
        let told = escaped(&told.collect::<String>());
        let message = escaped(&first.expected);
        xml.push_str(&format!("      <failure message=\"{message}\">{told}</failure>\n"));
    }
    xml.push_str("    </testcase>\n");
}

/// Text as XML holds it; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' | '\r' => escaped.push(letter),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_xml_are_escaped_and_what_it_cannot_hold_is_left_out() {
        assert_eq!(escaped("a < \"b\" & c\u{1}"), "a &lt; &quot;b&quot; &amp; c");
    }
}
