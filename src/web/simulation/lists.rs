//! A list of contacts that is divided between workers. The rows of its beginning are among
//! the first of each worker; for what is further down each tells the places of its own,
//! and here is decided whose rows a part of the whole list consists of.

use crate::web::simulation::{ContactPage, ContactRow, Query, Reply};

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
    limit: u32,
    /// So many rows stand before it, of those that are asked for.
    before: u32,
    /// How long the list is; none: each lane tells how long its own is.
    total: Option<u32>,
    /// How long those of the lanes are that have answered.
    told: u32,
    /// From which row of its own list on each lane was asked; none: it has answered.
    asked: Vec<Option<u32>>,
    rows: Vec<ContactRow>,
}

/// The way of a contact that is asked for, with its neighbours: every lane has some.
pub struct Asked {
    contact: u32,
    /// How many lanes have not answered yet.
    missing: usize,
    trace: Option<Reply>,
    previous: Option<u32>,
    next: Option<u32>,
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

    /// How many rows stand before a place.
    fn rank(&self, place: u32) -> u32 {
        self.told().map(|places| places.partition_point(|known| *known < place) as u32).sum()
    }

    fn told(&self) -> impl Iterator<Item = &Vec<u32>> {
        self.lanes.iter().flatten()
    }
}

impl Asked {
    /// Nothing told yet.
    pub fn new(contact: u32, lanes: usize) -> Self {
        Self { contact, missing: lanes, trace: None, previous: None, next: None }
    }

    /// Takes what a lane tells of it; the way, once all have told.
    pub fn take(&mut self, reply: Reply) -> Option<Reply> {
        let (contact, previous, next) = match &reply {
            Reply::Trace { contact, previous, next, .. }
            | Reply::Beside { contact, previous, next } => (*contact, *previous, *next),
            _ => return None,
        };
        if contact != self.contact || self.missing == 0 {
            return None;
        }
        self.missing -= 1;
        self.previous = self.previous.max(previous);
        self.next = self.next.into_iter().chain(next).min();
        if matches!(reply, Reply::Trace { .. }) {
            self.trace = Some(reply);
        }
        let mut trace = self.trace.take_if(|_| self.missing == 0)?;
        if let Reply::Trace { previous, next, listed: true, .. } = &mut trace {
            (*previous, *next) = (self.previous, self.next);
        }
        Some(trace)
    }
}

impl Part {
    /// The beginning of a list: from `offset` on, which is among the first so many rows of
    /// each of the lanes.
    pub fn first(query: Query, offset: u32, limit: u32, lanes: usize) -> Self {
        let asked = vec![Some(0); lanes];
        Self { query, offset, limit, before: offset, total: None, told: 0, asked, rows: Vec::new() }
    }

    /// The part of a list from `offset` on, and for each lane from which of its rows
    /// on how many belong to it.
    pub fn of(places: &Places, offset: u32, limit: u32) -> (Self, Vec<(u32, u32)>) {
        let (from, to) = (places.before(offset), places.before(offset.saturating_add(limit)));
        let wanted: Vec<(u32, u32)> =
            from.iter().zip(&to).map(|(from, to)| (*from, to - from)).collect();
        let asked = wanted.iter().map(|(from, count)| (*count > 0).then_some(*from)).collect();
        let (query, total) = (places.query.clone(), Some(places.total()));
        let rows = Vec::new();
        (Self { query, offset, limit, before: 0, total, told: 0, asked, rows }, wanted)
    }

    /// Takes a lane's rows, if they were asked for; whether they were.
    pub fn take(&mut self, lane: usize, page: &mut ContactPage) -> bool {
        let asked = page.query == self.query && self.asked.get(lane) == Some(&Some(page.offset));
        if asked {
            self.asked[lane] = None;
            self.told += page.total;
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
        rows.drain(..rows.len().min(self.before as usize));
        rows.truncate(self.limit as usize);
        let total = self.total.unwrap_or(self.told);
        Some(ContactPage { query: self.query.clone(), total, offset: self.offset, rows })
    }
}
