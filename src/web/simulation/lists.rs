//! A list of contacts that is divided between workers: each tells the places of its
//! own, and here is decided whose rows a part of the whole list consists of.

use crate::web::simulation::{ContactPage, ContactRow, Query};

/// The places of the contacts in a list, by lane.
///
/// **Invariant:** each lane's places ascend, and no place is told by two lanes.
pub struct Places {
    /// The list.
    pub query: Query,
    lanes: Vec<Option<Vec<u32>>>,
}

/// A part of a list that is being put together.
pub struct Part {
    query: Query,
    offset: u32,
    total: u32,
    /// From which row of its own list on each lane was asked; none: it has answered.
    asked: Vec<Option<u32>>,
    rows: Vec<ContactRow>,
}

impl Places {
    /// Nothing told yet.
    pub fn new(query: Query, lanes: usize) -> Self {
        Self { query, lanes: vec![None; lanes] }
    }

    /// Takes what a lane tells; whether all have told.
    pub fn take(&mut self, lane: usize, query: &Query, places: Vec<u32>) -> bool {
        if let Some(known) = self.lanes.get_mut(lane).filter(|_| self.query == *query) {
            *known = Some(places);
        }
        self.is_complete()
    }

    /// Whether all lanes have told.
    pub fn is_complete(&self) -> bool {
        self.lanes.iter().all(Option::is_some)
    }

    /// How long the list is.
    pub fn total(&self) -> u32 {
        self.told().map(|places| places.len() as u32).sum()
    }

    /// For each lane, how many of its rows stand among the first `offset`.
    pub fn before(&self, offset: u32) -> Vec<u32> {
        // The least place before which so many rows stand.
        let (mut low, mut high) = (0_u32, u32::MAX);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.rank(middle) < offset { low = middle + 1 } else { high = middle }
        }
        self.told().map(|places| places.partition_point(|place| *place < low) as u32).collect()
    }

    /// The neighbours of a place in the list, if it stands there.
    pub fn neighbours(&self, place: u32) -> (Option<u32>, Option<u32>) {
        if !self.told().any(|places| places.binary_search(&place).is_ok()) {
            return (None, None);
        }
        let before = |places: &Vec<u32>| {
            places.get(places.partition_point(|known| *known < place).checked_sub(1)?).copied()
        };
        let after = |places: &Vec<u32>| {
            places.get(places.partition_point(|known| *known <= place)).copied()
        };
        (self.told().filter_map(before).max(), self.told().filter_map(after).min())
    }

    /// How many rows stand before a place.
    fn rank(&self, place: u32) -> u32 {
        self.told().map(|places| places.partition_point(|known| *known < place) as u32).sum()
    }

    fn told(&self) -> impl Iterator<Item = &Vec<u32>> {
        self.lanes.iter().flatten()
    }
}

impl Part {
    /// The part of a list from `offset` on, and for each lane from which of its rows
    /// on how many belong to it.
    pub fn of(places: &Places, offset: u32, limit: u32) -> (Self, Vec<(u32, u32)>) {
        let (from, to) = (places.before(offset), places.before(offset.saturating_add(limit)));
        let wanted: Vec<(u32, u32)> =
            from.iter().zip(&to).map(|(from, to)| (*from, to - from)).collect();
        let asked = wanted.iter().map(|(from, count)| (*count > 0).then_some(*from)).collect();
        let query = places.query.clone();
        (Self { query, offset, total: places.total(), asked, rows: Vec::new() }, wanted)
    }

    /// Takes a lane's rows, if they were asked for; whether they were.
    pub fn take(&mut self, lane: usize, page: &mut ContactPage) -> bool {
        let asked = page.query == self.query && self.asked.get(lane) == Some(&Some(page.offset));
        if asked {
            self.asked[lane] = None;
            self.rows.append(&mut page.rows);
        }
        asked
    }

    /// The whole part, once every lane has answered.
    pub fn finish(&mut self) -> Option<ContactPage> {
        if self.asked.iter().any(Option::is_some) {
            return None;
        }
        let mut rows = std::mem::take(&mut self.rows);
        crate::model::collect::sort_by_key(&mut rows, |row| row.contact);
        let (query, total, offset) = (self.query.clone(), self.total, self.offset);
        Some(ContactPage { query, total, offset, rows })
    }
}
