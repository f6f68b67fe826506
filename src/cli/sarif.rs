//! Findings as SARIF 2.1.0, the format of code scanning.

use std::path::Path;

use serde_json::{Value, json};

use crate::check::{Code, Severity};
use crate::cli::problems::{Finding, UNREADABLE, severity, subject};

/// A log with one run; every code is a rule of the tool.
pub(super) fn of(findings: &[Finding]) -> Value {
    let mut rules: Vec<Value> =
        Code::ALL.iter().map(|code| rule(code.text(), code.severity())).collect();
    rules.push(rule(UNREADABLE, Severity::Error));
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "Parcours",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": findings.iter().map(result).collect::<Vec<_>>(),
        }],
    })
}

fn rule(id: &str, level: Severity) -> Value {
    json!({
        "id": id,
        "shortDescription": {"text": spaced(id)},
        "defaultConfiguration": {"level": severity(level)},
    })
}

fn result(finding: &Finding) -> Value {
    let index = Code::ALL.iter().position(|code| code.text() == finding.code);
    let mut location = json!({
        "physicalLocation": {"artifactLocation": {"uri": uri(&finding.file)}},
    });
    if let Some(at) = finding.at {
        location["physicalLocation"]["region"] =
            json!({"startLine": at.line, "startColumn": at.column});
    }
    if let Some(site) = &finding.site {
        let id = site.tile.map_or_else(|| subject(site.subject), |tile| tile.to_string());
        location["logicalLocations"] =
            json!([{"name": id, "fullyQualifiedName": finding.place, "kind": "element"}]);
    }
    json!({
        "ruleId": finding.code,
        "ruleIndex": index.unwrap_or(Code::ALL.len()),
        "level": severity(finding.severity),
        "message": {"text": finding.sentence},
        "locations": [location],
    })
}

/// `UnmappedAttribute` as `Unmapped attribute`.
fn spaced(code: &str) -> String {
    let mut words = String::new();
    for letter in code.chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
            words.push(letter.to_ascii_lowercase());
        } else {
            words.push(letter);
        }
    }
    words
}

/// A path as a relative reference: `/` between folders, and what has a meaning of
/// its own in an address percent-encoded.
fn uri(path: &Path) -> String {
    let mut uri = String::new();
    for byte in path.to_string_lossy().replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                uri.push(char::from(byte));
            }
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_keeps_its_folders_and_hides_its_signs() {
        assert_eq!(uri(Path::new("a b/é.json")), "a%20b/%C3%A9.json");
    }

    #[test]
    fn a_code_reads_as_words() {
        assert_eq!(spaced("UnmappedAttribute"), "Unmapped attribute");
    }
}
