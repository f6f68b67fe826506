//! What is new among the findings, in a sentence or two to be read out.

use crate::check::Severity;
use crate::editor::news::News;
use crate::locale::{Arg, Lang, say, sentence};

/// What came, what went, and what is left.
pub fn news(lang: Lang, news: &News) -> String {
    let count = |count: usize| Arg::Number(count as i64);
    let mut parts = Vec::new();
    match news.came.as_slice() {
        [] => {}
        [only] => {
            let id = if only.severity() == Severity::Error { "news-error" } else { "news-warning" };
            parts.push(say(lang, id, [("sentence", Arg::Text(sentence(lang, only)))]));
        }
        several => parts.push(say(lang, "news-several", [("count", count(several.len()))])),
    }
    if news.solved > 0 {
        parts.push(say(lang, "news-solved", [("count", count(news.solved))]));
    }
    parts.push(say(lang, "news-left", [("count", count(news.left))]));
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Code;
    use crate::check::problem::Problem;
    use crate::check::site::{Site, Spot, Subject};

    fn problem(code: Code) -> Problem {
        let subject = Subject::Workspace;
        Problem::new(code, Site { subject, tile: None, spot: Spot::Whole })
    }

    #[test]
    fn one_finding_is_said_in_full_and_several_are_counted() {
        let came = vec![problem(Code::EmptyTableName)];
        let one = News { came, solved: 0, left: 1 };
        let said = news(Lang::En, &one);
        assert!(said.starts_with("New error: ") && said.ends_with("1 problem left."), "{said}");
        let several = News { came: vec![problem(Code::EmptyTableName); 2], solved: 1, left: 2 };
        let expected = "2 new problems. 1 problem solved. 2 problems left.";
        assert_eq!(news(Lang::En, &several), expected);
        let none = News { came: Vec::new(), solved: 3, left: 0 };
        assert_eq!(news(Lang::En, &none), "3 problems solved. No problems left.");
        assert_eq!(news(Lang::Fr, &none), "3 problèmes résolus. Plus aucun problème.");
    }
}
