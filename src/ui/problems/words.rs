//! Findings in words.

use crate::check::code::Severity;
use crate::check::problem::{Arg as CheckArg, Problem};
use crate::check::term;
use crate::ui::i18n::{Arg, t, t_with};
use crate::ui::icon::IconName;

/// The sentence of a finding; tracked by the language.
pub fn sentence(problem: &Problem) -> String {
    let (id, args) = problem.message();
    t_with(&id, args.into_iter().map(|(name, arg)| (name, spoken(arg))))
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

fn spoken(arg: CheckArg) -> Arg {
    match arg {
        CheckArg::Text(text) => Arg::Text(text),
        CheckArg::Number(number) => Arg::Number(number),
        CheckArg::Type(ty) => Arg::Text(t(term::of_type(&ty))),
        CheckArg::Term(id) => Arg::Text(t(id)),
    }
}
