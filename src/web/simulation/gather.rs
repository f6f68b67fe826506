//! What several workers say about one run, put together: counts are added, and the
//! page hears it once all of them have said it.
//!
//! **Invariant:** it does not matter which worker is heard first.

use std::sync::Arc;

use crate::engine::report::Report;
use crate::web::simulation::{Failure, FileReading, Loaded, Reply, Source};

/// What was heard since the last request, by lane.
#[derive(Default)]
pub struct Gather {
    lanes: Vec<Heard>,
    failed: bool,
    loaded: bool,
}

#[derive(Default, Clone)]
struct Heard {
    reading: Option<(Source, f64, f64)>,
    /// What it holds, and whether it said so since the last request.
    data: Option<Loaded>,
    loaded: bool,
    /// Whether it held that before.
    kept: bool,
    progress: (u32, u32),
    report: Option<Arc<Report>>,
    events: Option<Vec<(u32, Vec<String>)>>,
}

impl Gather {
    /// Nothing heard yet of so many lanes, but what they hold.
    pub fn renew(&mut self, lanes: usize) {
        self.lanes.resize(lanes, Heard::default());
        for heard in &mut self.lanes {
            *heard = Heard { data: heard.data.take(), ..Heard::default() };
        }
        (self.failed, self.loaded) = (false, false);
    }

    /// How far reading is: where the slowest lane is.
    pub fn reading(&mut self, lane: usize, source: Source, done: f64, total: f64) -> Option<Reply> {
        self.lanes.get_mut(lane)?.reading = Some((source, done, total));
        let readings = self.lanes.iter().map(|heard| heard.reading);
        let slowest = readings.min_by(|one, other| {
            let key = |heard: &Option<(Source, f64, f64)>| {
                heard.map_or((0, 0.0), |(source, done, _)| (1 + source as u8, done))
            };
            let ((stage, done), (other_stage, other_done)) = (key(one), key(other));
            stage.cmp(&other_stage).then(done.total_cmp(&other_done))
        });
        slowest.flatten().map(|(source, done, total)| Reply::Reading(source, done, total))
    }

    /// A lane has its data; none: those that it had before.
    pub fn loaded(&mut self, lane: usize, loaded: Option<Loaded>) -> Option<Reply> {
        let heard = self.lanes.get_mut(lane)?;
        (heard.loaded, heard.kept) = (true, loaded.is_none());
        heard.data = loaded.or(heard.data.take());
        self.loaded = self.lanes.iter().all(|heard| heard.loaded);
        if self.lanes.iter().all(|heard| heard.kept) {
            return Some(Reply::Kept);
        }
        let mut all = self.lanes.iter().filter_map(|heard| heard.data.as_ref());
        let mut whole = all.next().filter(|_| self.loaded)?.clone();
        all.for_each(|part| add_loaded(&mut whole, part));
        Some(Reply::Loaded(whole))
    }

    /// How far a lane is.
    pub fn progress(&mut self, lane: usize, done: u32, total: u32) -> Option<Reply> {
        self.lanes.get_mut(lane)?.progress = (done, total);
        let contacts = self.lanes.iter().filter_map(|heard| heard.data.as_ref());
        let total = contacts.map(|data| data.contacts).sum();
        let done = self.lanes.iter().map(|heard| heard.progress.0).sum();
        self.loaded.then_some(Reply::Progress(done, total))
    }

    /// A lane has run its contacts.
    pub fn done(&mut self, lane: usize, report: Arc<Report>) -> Option<Reply> {
        if self.lanes.len() == 1 {
            return Some(Reply::Done { report });
        }
        self.lanes.get_mut(lane)?.report = Some(report);
        if self.lanes.iter().any(|heard| heard.report.is_none()) {
            return None;
        }
        let mut whole = Report::default();
        for part in self.lanes.iter_mut().filter_map(|heard| heard.report.take()) {
            whole.merge(&part);
        }
        Some(Reply::Done { report: Arc::new(whole) })
    }

    /// A lane has told the activations of its contacts.
    pub fn cloud_events(&mut self, lane: usize, events: Vec<(u32, Vec<String>)>) -> Option<Reply> {
        self.lanes.get_mut(lane)?.events = Some(events);
        if self.lanes.iter().any(|heard| heard.events.is_none()) {
            return None;
        }
        let all = self.lanes.iter_mut().filter_map(|heard| heard.events.take());
        let mut whole: Vec<(u32, Vec<String>)> = all.flatten().collect();
        crate::model::collect::sort_by_key(&mut whole, |(place, _)| *place);
        Some(Reply::CloudEvents(whole))
    }

    /// A lane failed. Others fail for the same reason, or do not matter any more.
    pub fn failed(&mut self, failure: Failure) -> Option<Reply> {
        let first = !std::mem::replace(&mut self.failed, true);
        first.then_some(Reply::Failed(failure))
    }
}

/// Adds what another shard of the same data holds.
fn add_loaded(whole: &mut Loaded, part: &Loaded) {
    whole.contacts += part.contacts;
    whole.events += part.events;
    whole.left_out += part.left_out;
    whole.memory += part.memory;
    for (file, other) in whole.files.iter_mut().zip(&part.files) {
        add_file(file, other);
    }
}

fn add_file(file: &mut FileReading, other: &FileReading) {
    file.taken += other.taken;
    file.left_out += other.left_out;
    file.unknown_contacts += other.unknown_contacts;
    file.out_of_order += other.out_of_order;
    file.issues.add(&other.issues);
    for name in &other.absent {
        if !file.absent.contains(name) {
            file.absent.push(name.clone());
        }
    }
}
