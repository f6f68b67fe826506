//! The figures of the CDNOW table, by their names, in a report.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use parcours::engine::report::{Refusal, Report};
use parcours::model::id::{JourneyId, TriggerId};
use parcours::model::journey::Tile;
use parcours::model::tree::Slot;
use parcours::model::workspace::Workspace;

/// The names of the workspace that a report is about.
pub struct Figures<'w> {
    /// The workspace.
    pub workspace: &'w Workspace,
}

impl Figures<'_> {
    /// Compares a report with a table of names and values; returns how many there are.
    pub fn compare(&self, report: &Report, table: &str) -> usize {
        let mut figures = 0;
        for line in table.lines().skip(1) {
            let (name, value) = line.rsplit_once(',').unwrap();
            assert_eq!(self.figure(report, name).to_string(), value, "{name}");
            figures += 1;
        }
        figures
    }

    pub fn journey(&self, name: &str) -> JourneyId {
        self.workspace.journeys.values().find(|journey| journey.name == name).unwrap().id
    }

    pub fn trigger(&self, name: &str) -> TriggerId {
        self.workspace.trigger_named(name).unwrap().id
    }

    pub fn tile(&self, journey: &str, name: &str) -> &Tile {
        let journey = &self.workspace.journeys[&self.journey(journey)];
        journey.all_tiles().into_iter().find(|tile| tile.name == name).unwrap()
    }

    fn slot(&self, tile: &Tile, name: &str) -> Slot {
        let branches = tile.slots().into_iter().zip(tile.kind.sequences());
        let named = |slot: &Slot| match (slot, &tile.kind) {
            (
                Slot::Branch(id),
                parcours::model::journey::TileKind::AttributeBranch { branches, .. },
            ) => {
                let branch = branches.iter().find(|branch| branch.id == *id).unwrap();
                branch.name == name || (branch.name.is_empty() && name == "Yes")
            }
            (Slot::Other, _) => name == "Other",
            (Slot::Yes, _) => name == "Yes",
            (Slot::No, _) => name == "No",
            _ => false,
        };
        branches.map(|(slot, _)| slot).find(named).unwrap()
    }

    /// The value of a figure by its name in the table.
    fn figure(&self, report: &Report, name: &str) -> u64 {
        if name == "contacts" {
            return report.contacts;
        }
        let (subject, figure) = name.split_once(": ").unwrap();
        if let Some(flow) = subject.strip_prefix("flow ") {
            let flow = self.workspace.flows.values().find(|known| known.name == flow).unwrap();
            return report.flows[&flow.id];
        }
        if let Some((journey, tile)) = subject.split_once(" / ") {
            let tile = self.tile(journey, tile);
            return report.tiles[&tile.id].branches[&self.slot(tile, figure)];
        }
        let journey = self.workspace.journeys.values().find(|known| known.name == subject);
        match (journey.map(|journey| &report.journeys[&journey.id]), figure) {
            (Some(journey), "entered") => journey.entered,
            (Some(journey), "completed") => journey.completed,
            (Some(journey), "inside") => journey.inside,
            (Some(journey), "goal") => journey.goal_met,
            (Some(journey), "refused repeat") => journey.refused[&Refusal::Repeat],
            (Some(_), _) => panic!("no such figure: {name}"),
            (None, figure) => {
                let id = self.trigger(subject);
                let trigger = &report.triggers[&id];
                match figure {
                    "from outside" => trigger.outside,
                    "activated" => trigger.activated,
                    _ => {
                        let attribute = figure.strip_prefix("failed ").unwrap();
                        let known = &self.workspace.triggers[&id];
                        trigger.failed[&known.attribute_named(attribute).unwrap().id]
                    }
                }
            }
        }
    }
}
