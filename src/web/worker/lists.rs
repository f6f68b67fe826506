//! Lists of contacts, kept for the next part that is asked for.

use crate::engine::data::Dataset;
use crate::engine::find::{Visit, find_in_turns};
use crate::engine::plan::Plan;
use crate::engine::run::Window;
use crate::model::predicate::fold;
use crate::model::turns::Rest;
use crate::web::simulation::Query;

/// The lists that were made last, for one data set and one run.
///
/// **Invariant:** a list is in ascending order.
#[derive(Default)]
pub struct Lists {
    found: Option<(Visit, Vec<u32>)>,
    searched: Option<(Query, Vec<u32>)>,
}

/// So many names are looked at between two rests.
const TURN: usize = 5_000;

impl Lists {
    /// The contacts that fit the query.
    pub async fn get(
        &mut self,
        query: &Query,
        data: &Dataset,
        run: Option<&(Plan, Window)>,
        rest: Rest<'_>,
    ) -> &[u32] {
        let known = self.searched.take().filter(|(known, _)| known == query);
        let list = match known {
            Some((_, list)) => list,
            None => self.search(query, data, run, rest).await,
        };
        &self.searched.insert((query.clone(), list)).1
    }

    async fn search(
        &mut self,
        query: &Query,
        data: &Dataset,
        run: Option<&(Plan, Window)>,
        rest: Rest<'_>,
    ) -> Vec<u32> {
        let all = match query.visit {
            Some(visit) => self.found(visit, data, run, rest).await.to_vec(),
            None => (0..data.contacts()).collect(),
        };
        let wanted = fold(query.search.trim());
        if wanted.is_empty() {
            return all;
        }
        let mut found = Vec::new();
        for some in all.chunks(TURN) {
            let fits = |contact: &&u32| fold(&data.name(**contact)).contains(&wanted);
            found.extend(some.iter().filter(fits));
            rest().await;
        }
        found
    }

    async fn found(
        &mut self,
        visit: Visit,
        data: &Dataset,
        run: Option<&(Plan, Window)>,
        rest: Rest<'_>,
    ) -> &[u32] {
        let known = self.found.take().filter(|(known, _)| *known == visit);
        let found = match (known, run) {
            (Some((_, list)), _) => list,
            (None, Some((plan, window))) => find_in_turns(plan, data, *window, visit, rest).await,
            (None, None) => Vec::new(),
        };
        &self.found.insert((visit, found)).1
    }
}
