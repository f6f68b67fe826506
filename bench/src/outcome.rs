//! What came out of Workload S, in the form in which results are compared.

use serde_json::{Value, json};

const TILES: [&str; 18] = [
    "A.start",
    "A.rewards",
    "A.wait_1d",
    "A.tier",
    "A.add_to_nurture",
    "A.exit_nurture",
    "A.wait_2h",
    "A.send_to_sales",
    "A.wait_purchase",
    "A.goal",
    "A.exit_no_purchase",
    "B.start",
    "B.source",
    "B.wait_purchase",
    "B.goal",
    "B.wait_12h",
    "B.exit",
    "B.exit_other",
];
const BRANCHES: [&str; 11] = [
    "A.rewards.yes",
    "A.rewards.other",
    "A.tier.vip",
    "A.tier.europe",
    "A.tier.other",
    "A.wait_purchase.yes",
    "A.wait_purchase.no",
    "B.source.yes",
    "B.source.other",
    "B.wait_purchase.yes",
    "B.wait_purchase.no",
];

/// What came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// How many contacts there were.
    pub contacts: u64,
    /// How many reached each tile.
    pub tiles: [u64; 18],
    /// How many took each branch.
    pub branches: [u64; 11],
    /// Activations of "Add to nurture": ok and failed.
    pub nurture: [u64; 2],
    /// Activations of "Send to sales agent": ok and failed.
    pub sales: [u64; 2],
    /// Ends of journey A other than its goal.
    pub a_end_of_path: u64,
    /// Ends of journey B at an exit tile.
    pub b_end_of_path: u64,
    /// Ends of journey B by its exit criterion.
    pub b_exit_criterion: u64,
    /// Where and when each run of a journey ended.
    pub ended: Ended,
}

/// The checksum over where and when each run of a journey ended. It does not depend
/// on the order in which they are added.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ended([u32; 2]);

impl Ended {
    /// Adds the end of a run: whose, at which tile, at which minute.
    pub fn add(&mut self, contact: u32, tile: u32, minute: u32) {
        for (seed, sum) in (1..).zip(&mut self.0) {
            let hash = mix(contact.wrapping_add(seed)).wrapping_add(tile);
            *sum = sum.wrapping_add(mix(mix(hash).wrapping_add(minute)));
        }
    }
}

impl Outcome {
    /// As it is written in the files of what is expected.
    pub fn to_json(&self) -> Value {
        let named = |names: &[&str], counts: &[u64]| -> Value {
            let pairs = names.iter().zip(counts);
            pairs.map(|(name, count)| ((*name).to_owned(), json!(count))).collect()
        };
        let activations = |counts: [u64; 2]| named(&["ok", "failed"], &counts);
        json!({
            "contacts": self.contacts,
            "tiles": named(&TILES, &self.tiles),
            "branches": named(&BRANCHES, &self.branches),
            "activations": {
                "Add to nurture": activations(self.nurture),
                "Send to sales agent": activations(self.sales),
            },
            "goals": {"A": self.tiles[9], "B": self.tiles[14]},
            "exits": {
                "A": {"end_of_path": self.a_end_of_path},
                "B": {
                    "end_of_path": self.b_end_of_path,
                    "exit_criterion": self.b_exit_criterion,
                },
            },
            "checksum": format!("{:08x}{:08x}", self.ended.0[0], self.ended.0[1]),
        })
    }
}

fn mix(mut x: u32) -> u32 {
    x = (x ^ (x >> 16)).wrapping_mul(0x85eb_ca6b);
    x = (x ^ (x >> 13)).wrapping_mul(0xc2b2_ae35);
    x ^ (x >> 16)
}
