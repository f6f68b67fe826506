//! Findings in words.

use crate::check::code::Severity;
use crate::check::problem::Problem;
use crate::locale;
use crate::ui::i18n::{lang, t};
use crate::ui::icon::IconName;

/// The sentence of a finding; tracked by the language.
pub fn sentence(problem: &Problem) -> String {
    locale::sentence(lang(), problem)
}

/// The words of a severity.
pub fn severity(severity: Severity) -> String {
    t(match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Info => "severity-info",
    })
}

/// The name of a severity in styles.
pub fn style(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// The icon of a severity.
pub fn icon(severity: Severity) -> IconName {
    match severity {
        Severity::Error => IconName::CircleAlert,
        Severity::Warning => IconName::TriangleAlert,
        Severity::Info => IconName::Info,
    }
}
