//! The checker that goes along with the edits says after each what one says that
//! looks at the workspace for the first time: findings, and who uses what.

use parcours::check::{Checker, Index, apply, check};
use parcours::editor::{Command, EditName, Editor, Outcome, Session};
use parcours::model::workspace::Workspace;
use proptest::prelude::*;

use crate::big;
use crate::commands::{Dice, commands};
use crate::support::generate;

struct Checked {
    editor: Editor,
    checker: Checker,
}

impl Checked {
    fn open(workspace: Workspace) -> Self {
        let checker = Checker::new(&workspace);
        Self { editor: Editor::open(workspace, Session::default()), checker }
    }

    /// Makes an edit, goes back, or applies a way out of a finding.
    fn step(&mut self, dice: Dice) {
        let (which, a, b, _) = dice;
        let outcome = match which % 8 {
            0 => self.editor.run(Command::Undo).ok(),
            1 => self.editor.run(Command::Redo).ok(),
            2 => self.fix(a, b),
            _ => commands(self.editor.workspace(), (which / 8, dice.1, dice.2, dice.3))
                .and_then(|command| self.editor.run(command).ok()),
        };
        if let Some(outcome) = outcome {
            self.checker.update(self.editor.workspace(), &outcome.change);
        }
        self.agrees();
    }

    fn fix(&mut self, a: u32, b: u32) -> Option<Outcome> {
        let found = self.checker.findings().to_vec();
        let fixes: Vec<_> = found.into_iter().flat_map(|problem| problem.fixes).collect();
        let fix = fixes.get(a.wrapping_mul(31).wrapping_add(b) as usize % fixes.len().max(1))?;
        let name = EditName::new(fix.label_id(), String::new());
        self.editor.edit(name, |tx| _ = apply(*fix, tx)).ok()
    }

    fn agrees(&self) {
        let workspace = self.editor.workspace();
        assert_eq!(self.checker.findings().to_vec(), check(workspace));
        assert_eq!(**self.checker.index(), Index::build(workspace));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn any_edits_are_checked_as_if_for_the_first_time(
        workspace in generate::workspace(),
        dice in prop::collection::vec(any::<Dice>(), 1..60),
    ) {
        let mut checked = Checked::open(workspace);
        checked.agrees();
        dice.into_iter().for_each(|dice| checked.step(dice));
    }

    #[test]
    fn edits_of_what_is_wired_together_are_checked_as_if_for_the_first_time(
        seed in any::<u64>(),
        dice in prop::collection::vec(any::<Dice>(), 1..40),
    ) {
        let mut checked = Checked::open(big::workspace(seed, 8, 5, 3));
        checked.agrees();
        dice.into_iter().for_each(|dice| checked.step(dice));
    }

    #[test]
    fn edits_of_large_journeys_are_checked_as_if_for_the_first_time(
        seed in any::<u64>(),
        dice in prop::collection::vec(any::<Dice>(), 1..30),
    ) {
        let mut checked = Checked::open(big::large(seed, 2, 60));
        checked.agrees();
        dice.into_iter().for_each(|dice| checked.step(dice));
    }
}

#[test]
fn what_an_edit_does_not_concern_keeps_its_findings() {
    use parcours::check::Subject;
    let workspace = big::workspace(7, 20, 6, 2);
    let mut checker = Checker::new(&workspace);
    let before = checker.findings().clone();
    let mut editor = Editor::open(workspace, Session::default());
    let first = *editor.workspace().journeys.keys().next().unwrap();
    let rename = parcours::editor::JourneyEdit::Rename(" Other".into());
    let outcome = editor.run(Command::Journey(first, rename)).unwrap();
    checker.update(editor.workspace(), &outcome.change);
    let after = checker.findings();
    for id in editor.workspace().journeys.keys().skip(1) {
        let subject = Subject::Journey(*id);
        let (one, other) = (before.of(subject), after.of(subject));
        let kept = std::sync::Arc::ptr_eq(&one, &other) || (one.is_empty() && other.is_empty());
        // A loop is told by the names of its journeys.
        assert!(kept || one != other);
    }
}
