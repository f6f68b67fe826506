//! Workload S, to measure with: two journeys, and contacts and events that are made up the
//! same for everyone, with draws of the Mersenne Twister, as Python's
//! `random.Random(20261122).random` gives them. bench/README.md describes it.

use std::fmt::Write;

use crate::model::time::Instant;

const SEED: u32 = 20_261_122;
const SIZE: usize = 624;
const COUNTRIES: [(f64, &str); 4] = [(0.25, "FR"), (0.65, "US"), (0.85, "DE"), (1.0, "JP")];

/// The two journeys, as a workspace. The number of a tile's id is its number in the
/// workload; `n19` stands for the exit criterion of tile 16.
pub const WORKSPACE: &str = include_str!("../../bench/data/workload-s.json");
/// What must come out for the first 10,000 contacts, as a report.
pub const REPORT_10000: &str = include_str!("../../bench/data/report-10000.json");
/// The first instant of the workload: 2026-01-01T00:00Z.
pub const START: Instant = Instant(1_767_225_600_000);
/// A minute, in milliseconds.
pub const MINUTE: i64 = 60_000;
/// The header of a file of contacts.
pub const HEADER: &str =
    "contact_id,rewards_member,order_total,country,phone,enter_at,purchase_at\n";

/// The lines of a file of contacts after the header, one contact after the other.
#[derive(Debug, Clone)]
pub struct Lines {
    twister: Twister,
    contact: u32,
}

/// A file of so many contacts.
pub fn file(count: u32) -> String {
    let mut lines = Lines::new();
    let mut text = String::with_capacity(count as usize * 44 + HEADER.len());
    text.push_str(HEADER);
    (0..count).for_each(|_| lines.push(&mut text));
    text
}

/// The header of a file of events.
pub const EVENTS_HEADER: &str = "contact_id,trigger,at\n";

/// The events of a file of contacts, as a file.
pub fn events(contacts: &str) -> String {
    let mut text = String::with_capacity(contacts.len() * 3 / 2);
    text.push_str(EVENTS_HEADER);
    push_events(contacts.strip_prefix(HEADER).unwrap_or_default(), &mut text);
    text
}

/// Appends the events of contacts, given as their lines: at each minute purchases first,
/// as the workload has it.
pub fn push_events(contacts: &str, text: &mut String) {
    for line in contacts.lines() {
        let fields: Vec<&str> = line.split(',').collect();
        let [id, .., enter, purchase] = fields[..] else { continue };
        let enter: i64 = enter.parse().unwrap_or_default();
        let order = (enter, "Order placed");
        let purchase = purchase.parse().ok().map(|after: i64| (enter + after, "Purchase"));
        let swapped = purchase.filter(|purchase| purchase.0 == enter);
        let both = if swapped.is_some() { [swapped, Some(order)] } else { [Some(order), purchase] };
        for (minute, trigger) in both.into_iter().flatten() {
            let at = Instant(START.0 + minute * MINUTE);
            // Writing to a text does not fail.
            let _ = writeln!(text, "{id},{trigger},{at}");
        }
    }
}

impl Default for Lines {
    fn default() -> Self {
        Self::new()
    }
}

impl Lines {
    /// From the first contact on.
    pub fn new() -> Self {
        Self { twister: Twister::new(SEED), contact: 0 }
    }

    /// Appends the line of the next contact.
    pub fn push(&mut self, text: &mut String) {
        self.contact += 1;
        let mut draw = || self.twister.draw();
        let rewards = draw() < 0.55;
        let cents = 500 - (7500.0 * libm::log(1.0 - draw())) as i64;
        let country = draw();
        let country = COUNTRIES.iter().find(|(limit, _)| country < *limit).map_or("", |c| c.1);
        let number = (draw() * 1e9) as u64;
        let phone = draw() < 0.8;
        let enter_at = (draw() * 1440.0) as u32;
        let delay = (-7200.0 * libm::log(1.0 - draw())) as i64;
        let buys = draw() < 0.6;
        let (contact, units, cents) = (self.contact, cents / 100, cents % 100);
        // Writing to a text does not fail.
        let _ = write!(text, "{contact},{rewards},{units}.{cents:02},{country},");
        if phone {
            let _ = write!(text, "+0{number:09}");
        }
        let _ = write!(text, ",{enter_at},");
        if buys {
            let _ = write!(text, "{delay}");
        }
        text.push('\n');
    }
}

/// The generator MT19937.
#[derive(Debug, Clone)]
struct Twister {
    state: [u32; SIZE],
    at: usize,
}

impl Twister {
    /// Seeded as by an array of this one number.
    fn new(seed: u32) -> Self {
        let mut state = [0_u32; SIZE];
        state[0] = 19_650_218;
        for i in 1..SIZE {
            let before = state[i - 1] ^ (state[i - 1] >> 30);
            state[i] = before.wrapping_mul(1_812_433_253).wrapping_add(i as u32);
        }
        let mix = |state: &mut [u32; SIZE], i: usize, by: u32, add: u32, subtract: u32| {
            let before = state[i - 1] ^ (state[i - 1] >> 30);
            let mixed = state[i] ^ before.wrapping_mul(by);
            state[i] = mixed.wrapping_add(add).wrapping_sub(subtract);
            if i + 1 == SIZE {
                state[0] = state[SIZE - 1];
                1
            } else {
                i + 1
            }
        };
        let mut i = 1;
        for _ in 0..SIZE {
            i = mix(&mut state, i, 1_664_525, seed, 0);
        }
        for _ in 0..SIZE - 1 {
            i = mix(&mut state, i, 1_566_083_941, 0, i as u32);
        }
        state[0] = 1 << 31;
        Self { state, at: SIZE }
    }

    /// A number from 0 up to but not including 1, with 53 random bits.
    fn draw(&mut self) -> f64 {
        let (high, low) = (self.next() >> 5, self.next() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    fn next(&mut self) -> u32 {
        if self.at == SIZE {
            self.turn();
        }
        let mut drawn = self.state[self.at];
        self.at += 1;
        drawn ^= drawn >> 11;
        drawn ^= (drawn << 7) & 0x9d2c_5680;
        drawn ^= (drawn << 15) & 0xefc6_0000;
        drawn ^ (drawn >> 18)
    }

    fn turn(&mut self) {
        for i in 0..SIZE {
            let next = self.state[(i + 1) % SIZE];
            let joined = (self.state[i] & 0x8000_0000) | (next & 0x7fff_ffff);
            let odd = if joined & 1 == 0 { 0 } else { 0x9908_b0df };
            self.state[i] = self.state[(i + 397) % SIZE] ^ (joined >> 1) ^ odd;
        }
        self.at = 0;
    }
}
