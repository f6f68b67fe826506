//! Lists of contacts, kept for the next part that is asked for.

use crate::engine::data::Dataset;
use crate::engine::find::{Visit, find};
use crate::engine::plan::Plan;
use crate::engine::run::Window;
use crate::model::predicate::fold;
use crate::web::simulation::Query;

/// The lists that were made last, for one data set and one run.
///
/// **Invariant:** a list is in ascending order.
#[derive(Default)]
pub struct Lists {
    found: Option<(Visit, Vec<u32>)>,
    searched: Option<(Query, Vec<u32>)>,
}

impl Lists {
    /// The contacts that fit the query.
    pub fn get(&mut self, query: &Query, data: &Dataset, run: Option<&(Plan, Window)>) -> &[u32] {
        let known = self.searched.take().filter(|(known, _)| known == query);
        let list = known.map_or_else(|| self.search(query, data, run), |(_, list)| list);
        &self.searched.insert((query.clone(), list)).1
    }

    fn search(&mut self, query: &Query, data: &Dataset, run: Option<&(Plan, Window)>) -> Vec<u32> {
        let wanted = fold(query.search.trim());
        let fits =
            |contact: &u32| wanted.is_empty() || fold(&data.name(*contact)).contains(&wanted);
        match query.visit {
            Some(visit) => self.found(visit, data, run).iter().copied().filter(fits).collect(),
            None => (0..data.contacts()).filter(fits).collect(),
        }
    }

    fn found(&mut self, visit: Visit, data: &Dataset, run: Option<&(Plan, Window)>) -> &[u32] {
        let known = self.found.take().filter(|(known, _)| *known == visit);
        let found = known.map(|(_, list)| list).or_else(|| {
            let (plan, window) = run?;
            Some(find(plan, data, *window, visit))
        });
        &self.found.insert((visit, found.unwrap_or_default())).1
    }
}
