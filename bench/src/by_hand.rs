//! The yardstick: these two journeys written by hand, straight down for each
//! contact, over typed columns, on one thread. It is near what the machine can do.

use crate::outcome::{Ended, Outcome};

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;
const NEVER: u32 = u32::MAX;

const A_EXIT_NURTURE: u8 = 6;
const A_GOAL: u8 = 10;
const A_EXIT_NO_PURCHASE: u8 = 11;
const B_GOAL: u8 = 15;
const B_WAIT_12H: u8 = 16;
const B_EXIT: u8 = 17;

/// Contacts in columns.
#[derive(Debug, Default)]
pub struct Contacts<'a> {
    id: Vec<u32>,
    rewards: Vec<bool>,
    cents: Vec<u32>,
    country: Vec<[u8; 2]>,
    phone: Vec<&'a str>,
    enter: Vec<u32>,
    bought: Vec<u32>,
}

/// Where and when each contact's run of one journey ended; tile 0: it never began.
#[derive(Debug, Default)]
pub struct Ends {
    tile: Vec<u8>,
    minute: Vec<u32>,
}

/// How many contacts took each whole path.
#[derive(Debug, Default)]
pub struct Paths {
    vip: u64,
    europe: u64,
    other: u64,
    failed: u64,
    b_goal: u64,
    b_criterion: u64,
    b_exit: u64,
    a_goal: u64,
    a_no: u64,
}

/// Reads a file of contacts; a line that is none ends it.
pub fn read(text: &str) -> Contacts<'_> {
    let mut contacts = Contacts::default();
    for line in text.lines().skip(1) {
        if contacts.push(line).is_none() {
            break;
        }
    }
    contacts
}

/// Runs both journeys; `a` and `b` are as long as there are contacts.
pub fn simulate(c: &Contacts, a: &mut Ends, b: &mut Ends) -> Paths {
    let mut paths = Paths::default();
    for i in 0..c.id.len() {
        let p = c.bought[i];
        if c.rewards[i] {
            let t = c.enter[i] + DAY;
            if c.cents[i] >= 10_000 {
                paths.vip += 1;
            } else if matches!(&c.country[i], b"FR" | b"DE") {
                paths.europe += 1;
            } else {
                paths.other += 1;
            }
            (a.tile[i], a.minute[i]) = (A_EXIT_NURTURE, t);
            if c.phone[i].is_empty() {
                paths.failed += 1;
                continue;
            }
            let limit = t + 3 * DAY;
            let end = limit + 12 * HOUR;
            (b.tile[i], b.minute[i]) = if t < p && p <= limit {
                paths.b_goal += 1;
                (B_GOAL, p)
            } else if limit < p && p <= end {
                paths.b_criterion += 1;
                (B_WAIT_12H, p)
            } else {
                paths.b_exit += 1;
                (B_EXIT, end)
            };
        } else {
            let t = c.enter[i] + 2 * HOUR;
            let limit = t + 7 * DAY;
            (a.tile[i], a.minute[i]) = if t < p && p <= limit {
                paths.a_goal += 1;
                (A_GOAL, p)
            } else {
                paths.a_no += 1;
                (A_EXIT_NO_PURCHASE, limit)
            };
        }
    }
    paths
}

/// What came out, in the form that both programs share.
pub fn outcome(contacts: &Contacts, paths: &Paths, a: &Ends, b: &Ends) -> Outcome {
    let p = paths;
    let (yes, no) = (p.vip + p.europe + p.other, p.a_goal + p.a_no);
    let (all, ok, wait) = (yes + no, yes - p.failed, p.b_criterion + p.b_exit);
    let mut ended = Ended::default();
    for ends in [a, b] {
        let places = ends.tile.iter().zip(&ends.minute).zip(&contacts.id);
        for ((&tile, &minute), &id) in places.filter(|((tile, _), _)| **tile != 0) {
            ended.add(id, tile.into(), minute);
        }
    }
    Outcome {
        contacts: all,
        tiles: [
            all, all, yes, yes, yes, yes, no, no, no, p.a_goal, p.a_no, ok, ok, ok, p.b_goal, wait,
            p.b_exit, 0,
        ],
        branches: [yes, no, p.vip, p.europe, p.other, p.a_goal, p.a_no, ok, 0, p.b_goal, wait],
        nurture: [ok, p.failed],
        sales: [no, 0],
        a_end_of_path: yes + p.a_no,
        b_end_of_path: p.b_exit,
        b_exit_criterion: p.b_criterion,
        ended,
    }
}

impl<'a> Contacts<'a> {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.id.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
    }

    fn push(&mut self, line: &'a str) -> Option<()> {
        let mut fields = line.split(',');
        self.id.push(fields.next()?.parse().ok()?);
        self.rewards.push(fields.next()? == "true");
        let (units, cents) = fields.next()?.split_once('.')?;
        self.cents.push(units.parse::<u32>().ok()? * 100 + cents.parse::<u32>().ok()?);
        self.country.push(fields.next()?.as_bytes().try_into().ok()?);
        self.phone.push(fields.next()?);
        let enter = fields.next()?.parse().ok()?;
        self.enter.push(enter);
        self.bought.push(match fields.next()? {
            "" => NEVER,
            minutes => enter + minutes.parse::<u32>().ok()?,
        });
        Some(())
    }
}

impl Ends {
    /// For so many contacts. The memory is touched now, not while a run is timed.
    pub fn new(contacts: usize) -> Self {
        let mut ends = Self::default();
        ends.tile.resize(contacts, 0);
        ends.minute.resize(contacts, 0);
        ends
    }
}
