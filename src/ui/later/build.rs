//! The components behind the parts that come later. Whatever names one of them here is
//! part of the file that it comes in; nothing else calls these functions.

use leptos::prelude::*;

use crate::ui::later::{Act, Part};
use crate::ui::pages::behaviour::BehaviourPage;
use crate::ui::pages::bench::engine;
use crate::ui::pages::checks::ChecksPage;
use crate::ui::pages::clipboard::{self, PastedDialog};
use crate::ui::pages::contacts::ContactsPage;
use crate::ui::pages::flows::FlowsPage;
use crate::ui::pages::go_to::GoTo;
use crate::ui::pages::ground::{self, GroundNotePane, GroundNotes};
use crate::ui::pages::history::HistoryList;
use crate::ui::pages::journeys::JourneysPage;
use crate::ui::pages::life::LifeDialog;
use crate::ui::pages::map::MapPage;
use crate::ui::pages::map_all::MapAllDialog;
use crate::ui::pages::menus::ContextMenu;
use crate::ui::pages::minimap::Minimap;
use crate::ui::pages::note::{NoteFields, NoteFlyout};
use crate::ui::pages::outline::OutlinePane;
use crate::ui::pages::picture::PictureDialog;
use crate::ui::pages::reshape::{self, ReshapeDialog};
use crate::ui::pages::segments::SegmentsPage;
use crate::ui::pages::settings::SettingsPage;
use crate::ui::pages::several::SeveralPane;
use crate::ui::pages::tables::TablesPage;
use crate::ui::pages::tests::TestsPage;
use crate::ui::pages::triggers::TriggersPage;
use crate::ui::pages::versions::VersionsPage;
use crate::ui::pages::wires::reactions::ReactionList;
use crate::ui::pages::wires::used_in::UsedInTables;
use crate::ui::pages::witness::WitnessList;
use crate::ui::problems::ProblemsPane;
use crate::ui::run::herald::Herald;
use crate::ui::run::results::ResultsPane;
use crate::ui::run::setup::RunPane;
use crate::ui::run::trace::TracePane;
use crate::ui::shell::help::Dialog as HelpDialog;
use crate::ui::toast::Toasts;
use crate::ui::transfer;

/// A part of the file of the pages.
pub fn build_page(part: Part) -> AnyView {
    match part {
        Part::Bench(_) => view! { <engine::Figures/> }.into_any(),
        Part::Several => view! { <SeveralPane/> }.into_any(),
        Part::Menu => view! { <ContextMenu/> }.into_any(),
        Part::Pasted => view! { <PastedDialog/> }.into_any(),
        Part::Journeys => view! { <JourneysPage/> }.into_any(),
        Part::Map => view! { <MapPage/> }.into_any(),
        Part::Tables(id) => view! { <TablesPage id/> }.into_any(),
        Part::Segments(id) => view! { <SegmentsPage id/> }.into_any(),
        Part::Versions(id) => view! { <VersionsPage id/> }.into_any(),
        Part::Life(id, step) => view! { <LifeDialog id step/> }.into_any(),
        Part::Triggers(id) => view! { <TriggersPage id/> }.into_any(),
        Part::Flows(id) => view! { <FlowsPage id/> }.into_any(),
        Part::Contacts => view! { <ContactsPage/> }.into_any(),
        Part::Behaviour(id) => view! { <BehaviourPage id/> }.into_any(),
        Part::Tests(id) => view! { <TestsPage id/> }.into_any(),
        Part::Settings => view! { <SettingsPage/> }.into_any(),
        Part::Checks(code) => view! { <ChecksPage code/> }.into_any(),
        Part::Herald => view! { <Herald/> }.into_any(),
        Part::Outline => view! { <OutlinePane/> }.into_any(),
        Part::Problems => view! { <ProblemsPane/> }.into_any(),
        Part::Run => view! { <RunPane/> }.into_any(),
        Part::Results => view! { <ResultsPane/> }.into_any(),
        Part::Trace => view! { <TracePane/> }.into_any(),
        Part::Minimap => view! { <Minimap/> }.into_any(),
        Part::GoTo => view! { <GoTo/> }.into_any(),
        Part::History => view! { <HistoryList/> }.into_any(),
        Part::Help => view! { <HelpDialog/> }.into_any(),
        Part::Reshape => view! { <ReshapeDialog/> }.into_any(),
        Part::MapAll(journey, tile) => view! { <MapAllDialog journey tile/> }.into_any(),
        Part::Picture(id) => view! { <PictureDialog id/> }.into_any(),
        Part::UsedIn(trigger) => view! { <UsedInTables trigger/> }.into_any(),
        Part::Reactions(trigger, journey, tile) => {
            view! { <ReactionList trigger by=Some((journey, tile))/> }.into_any()
        }
        Part::Note(journey, tile) => view! { <NoteFields journey tile/> }.into_any(),
        Part::NoteInPlace => view! { <NoteFlyout/> }.into_any(),
        Part::Ground => view! { <GroundNotes/> }.into_any(),
        Part::GroundNote(journey, note) => view! { <GroundNotePane journey note/> }.into_any(),
        Part::Witness(journey, tile, branch) => {
            view! { <WitnessList journey tile branch/> }.into_any()
        }
    }
}

/// What the file of the pages does.
pub fn do_act(act: Act, toasts: Toasts) {
    match act {
        Act::Run(runs) => runs.start(),
        Act::ChooseJourney(store) => transfer::choose_journey(store, toasts),
        Act::ExportJourney(store, id) => transfer::export_journey(store, toasts, id),
        Act::ExportWorkspace(store) => transfer::export_workspace(store, toasts),
        Act::Reshape(store, dialogs, reshape) => reshape::begin(store, dialogs, reshape),
        Act::Copy(canvas, event, cut) => clipboard::copy(canvas, toasts, event, cut),
        Act::Menu(canvas, menu) => canvas.flyout.set(Some(menu)),
        Act::Paste(canvas, dialogs, text) => clipboard::paste(canvas, dialogs, toasts, text),
        Act::Notes(canvas, asked) => ground::act(canvas, asked),
        Act::OpenBench(_, app) => engine::open(app),
    }
}
