//! What is new among the findings after an edit, as data: what came, what went, what
//! is left. Words are another's; when to say them, too.

use crate::check::problem::Problem;
use crate::check::site::Site;
use crate::check::{Code, Findings, Severity};
use crate::model::collect;

/// What is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The errors and warnings that were not there before, the worst first.
    pub came: Vec<Problem>,
    /// How many errors and warnings are gone.
    pub solved: usize,
    /// How many are left.
    pub left: usize,
}

/// What differs between the findings before and after; `None` where nothing does. A
/// finding that only has other words in it is the same one, and what is merely worth
/// knowing is no news.
pub fn news(before: &Findings, after: &Findings) -> Option<News> {
    let (old, new) = (keys(before), keys(after));
    let told = after.iter().filter(|problem| is_told(problem));
    let mut came: Vec<Problem> =
        told.filter(|problem| old.binary_search(&key(problem)).is_err()).cloned().collect();
    collect::sort_by_key(&mut came, Problem::severity);
    let solved = old.iter().filter(|key| new.binary_search(key).is_err()).count();
    (!came.is_empty() || solved > 0).then_some(News { came, solved, left: new.len() })
}

fn keys(problems: &Findings) -> Vec<(Code, Site)> {
    let told = problems.iter().filter(|problem| is_told(problem));
    let mut keys: Vec<_> = told.map(key).collect();
    collect::sort(&mut keys, Ord::cmp);
    keys
}

fn key(problem: &Problem) -> (Code, Site) {
    (problem.code, problem.site)
}

fn is_told(problem: &Problem) -> bool {
    problem.severity() != Severity::Info
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Checker;
    use crate::editor::{Command, Editor, JourneyEdit, NewTile, Session};
    use crate::model::tree::{Place, SequenceId};
    use crate::model::workspace::Workspace;

    #[test]
    fn what_comes_and_goes_with_an_edit_is_news_and_nothing_else() {
        let mut editor = Editor::open(Workspace::default(), Session::default());
        editor.run(Command::AddJourney("J".into())).unwrap();
        let id = *editor.workspace().journeys.keys().next().unwrap();
        let before = Checker::new(editor.workspace()).findings().clone();
        assert_eq!(news(&before, &before), None);

        let place = Place { sequence: SequenceId::Root, index: 0 };
        let edit = JourneyEdit::Insert(place, NewTile::CustomTrigger);
        editor.run(Command::Journey(id, edit)).unwrap();
        let after = Checker::new(editor.workspace()).findings().clone();
        let found = news(&before, &after).unwrap();
        assert!(!found.came.is_empty(), "{found:?}");
        assert_eq!(news(&after, &after), None);

        editor.run(Command::Undo).unwrap();
        let again = Checker::new(editor.workspace()).findings().clone();
        let found_again = news(&after, &again).unwrap();
        assert_eq!(found_again.solved, found.came.len());
        assert_eq!(found_again.left + found.came.len(), found.left + found.solved);
    }
}
