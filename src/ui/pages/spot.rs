//! What a place is within its record or tile, in words.

use crate::check::site::{Holder, Site, Spot};
use crate::model::collect;
use crate::model::id::{AttributeId, BranchId};
use crate::model::journey::{Journey, Tile, TileKind};
use crate::model::workspace::Workspace;
use crate::ui::i18n::{t, t_with};
use crate::ui::store::Store;

/// Which setting a place is, such as "Mapping of Amount"; empty where the record or
/// tile says enough. Tracked.
pub fn spot_words(store: Store, site: Site) -> String {
    store.read(|workspace| match site.spot {
        Spot::Mapping(attribute) => {
            t_with("spot-mapping", [("attribute", attribute_name(workspace, attribute).into())])
        }
        Spot::Binding => t("source-binding"),
        Spot::Row(holder, ..) | Spot::Condition(holder) => condition(workspace, site, holder),
        Spot::Attribute(attribute) => attribute_name(workspace, attribute),
        Spot::Column(column) => {
            let mut found = workspace.tables.values().filter_map(|table| table.column(column));
            found.next().map(|column| column.name.clone()).unwrap_or_default()
        }
        Spot::Recipient => t("spot-recipient"),
        Spot::Date => t("spot-date"),
        Spot::FieldValue(_) | Spot::AttributeValue(_) | Spot::Person(_) | Spot::Doing(_) => {
            t("value")
        }
        Spot::Step(step, _) => {
            let steps = workspace.flows.values().flat_map(|flow| &flow.steps);
            let found = steps.into_iter().find(|known| known.id == step);
            found.map(|step| step.name.clone()).unwrap_or_default()
        }
        _ => String::new(),
    })
}

fn condition(workspace: &Workspace, site: Site, holder: Holder) -> String {
    match holder {
        Holder::Own => t("condition"),
        Holder::Goal => t("spot-goal"),
        Holder::Exit(_) => t("spot-exit"),
        Holder::Branch(branch) => {
            let journey = site.subject.journey().and_then(|id| workspace.journeys.get(&id));
            let name = journey.and_then(|journey| branch_name(journey, site, branch));
            match name.filter(|name| !name.is_empty()) {
                Some(name) => t_with("spot-branch", [("branch", name.into())]),
                None => t("condition"),
            }
        }
    }
}

fn branch_name(journey: &Journey, site: Site, branch: BranchId) -> Option<String> {
    let tile: &Tile = journey.tile(site.tile?)?;
    match &tile.kind {
        TileKind::AttributeBranch { branches, .. } => {
            branches.iter().find(|one| one.id == branch).map(|one| one.name.clone())
        }
        kind => kind.waits().iter().find(|one| one.id == branch).map(|one| one.name.clone()),
    }
}

/// The name of an attribute, whatever trigger has it.
fn attribute_name(workspace: &Workspace, id: AttributeId) -> String {
    let mut found = workspace.triggers.values().filter_map(|trigger| trigger.attribute(id));
    found.next().map_or_else(|| id.to_string(), |attribute| attribute.name.clone())
}

/// The number of records among places.
pub fn records(sites: impl Iterator<Item = Site>) -> usize {
    collect::set(sites.map(|site| site.subject)).len()
}
