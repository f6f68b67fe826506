//! Why a command was refused, in words.

use crate::check::term;
use crate::editor::Refusal;
use crate::ui::i18n::{t, t_with};

/// The sentence; tracked by the language.
pub fn words(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Transition { from, to } => t_with(
            refusal.message(),
            [
                ("from", t(term::of_journey_state(*from)).into()),
                ("to", t(term::of_journey_state(*to)).into()),
            ],
        ),
        _ => t(refusal.message()),
    }
}
