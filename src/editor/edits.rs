//! From a command to the edit that carries it out.

use crate::editor::command::Command;
use crate::editor::name::EditName;
use crate::editor::outcome::{Created, Refusal};
use crate::editor::selection::Selection;
use crate::editor::{
    flows, journeys, life, models, people, reshape, scenarios, segments, tables, travel, triggers,
};
use crate::layout::Stop;
use crate::model::change::Tx;
use crate::model::id::JourneyId;

/// An edit that was made.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) name: EditName,
    /// Whether it joins the last one of the same name, as typing does.
    pub(super) join: bool,
    pub(super) created: Option<Created>,
    /// What is opened and selected after it.
    pub(super) select: Option<(JourneyId, Selection)>,
    /// Where the focus goes.
    pub(super) reveal: Option<(JourneyId, Stop)>,
}

impl Done {
    /// An edit of its own.
    pub(super) fn new(name: EditName) -> Self {
        Self { name, join: false, created: None, select: None, reveal: None }
    }

    /// An edit that joins the last one of the same name.
    pub(super) fn typed(name: EditName) -> Self {
        Self { join: true, ..Self::new(name) }
    }

    /// The same edit, having created that.
    pub(super) fn creating(self, created: Created) -> Self {
        Self { created: Some(created), ..self }
    }

    /// The same edit, after which that is opened and selected.
    pub(super) fn selecting(self, journey: JourneyId, selection: Selection) -> Self {
        Self {
            reveal: travel::stop_of(&selection).map(|stop| (journey, stop)),
            select: Some((journey, selection)),
            ..self
        }
    }
}

/// Makes the edit that a command asks for. After a refusal the edit is to be aborted.
pub(super) fn apply(tx: &mut Tx, command: Command) -> Result<Done, Refusal> {
    match command {
        // These move through the history instead of editing.
        Command::Undo => Err(Refusal::NothingToUndo),
        Command::Redo => Err(Refusal::NothingToRedo),
        Command::Travel(_) | Command::EndGesture => Err(Refusal::NotFound),
        Command::RenameWorkspace(name) => {
            tx.settings_mut().name.clone_from(&name);
            Ok(Done::typed(EditName::new("edit-rename-workspace", name)))
        }
        Command::SetEnvironment(name, url) => {
            let settings = tx.settings_mut();
            settings.environment.clone_from(&name);
            settings.environment_url = url;
            Ok(Done::typed(EditName::new("edit-set-environment", name)))
        }
        Command::SetCatalog(catalog, category) => {
            let settings = tx.settings_mut();
            settings.catalog.clone_from(&catalog);
            settings.category = category;
            Ok(Done::typed(EditName::new("edit-set-catalog", catalog)))
        }
        Command::SetRun(run) => {
            tx.settings_mut().run = run;
            Ok(Done::typed(EditName::new("edit-set-run", "")))
        }
        Command::AddField(name, ty) => Ok(people::add_field(tx, name, ty)),
        Command::SetField(field) => people::set_field(tx, field),
        Command::DeleteField(id) => people::delete_field(tx, id),
        Command::Reshape(change) => reshape::apply(tx, change),
        Command::AddContact(name) => Ok(people::add_contact(tx, &name)),
        Command::SetContact(contact) => people::set_contact(tx, contact),
        Command::DeleteContact(id) => people::delete_contact(tx, id),
        Command::AddEvent(contact, what, at) => people::add_event(tx, contact, what, at),
        Command::SetEvent(event) => people::set_event(tx, event),
        Command::DeleteEvent(id) => people::delete_event(tx, id),
        Command::AddTable(name) => Ok(tables::add(tx, &name)),
        Command::SetTable(table) => tables::set(tx, table),
        Command::DeleteTable(id) => tables::delete(tx, id),
        Command::AddColumn(id, name, ty) => tables::add_column(tx, id, &name, ty),
        Command::DeleteColumn(id, column) => tables::delete_column(tx, id, column),
        Command::AddSegment(name) => Ok(segments::add(tx, &name)),
        Command::SetSegment(segment) => segments::set(tx, segment),
        Command::DeleteSegment(id) => segments::delete(tx, id),
        Command::AddModel(trigger) => models::add(tx, trigger),
        Command::SetModel(model) => models::set(tx, model),
        Command::DeleteModel(id) => models::delete(tx, id),
        Command::AddTrigger(name) => Ok(triggers::add(tx, &name)),
        Command::DuplicateTrigger(id) => triggers::duplicate(tx, id),
        Command::SetTrigger(trigger) => triggers::set(tx, trigger),
        Command::SetTriggerState(id, state) => triggers::set_state(tx, id, state),
        Command::AddAttribute(id, name, ty) => triggers::add_attribute(tx, id, name, ty),
        Command::DeleteAttribute(id, attribute) => triggers::delete_attribute(tx, id, attribute),
        Command::DeleteTrigger(id) => triggers::delete(tx, id),
        Command::AddFlow(name, trigger) => flows::add(tx, &name, trigger),
        Command::SetFlow(flow) => flows::set(tx, flow),
        Command::AddStep(id, place, name, action) => flows::add_step(tx, id, place, name, action),
        Command::MoveStep(id, step, place) => flows::move_step(tx, id, step, place),
        Command::DuplicateStep(id, step) => flows::duplicate_step(tx, id, step),
        Command::DeleteStep(id, step) => flows::delete_step(tx, id, step),
        Command::DeleteFlow(id) => flows::delete(tx, id),
        Command::AddScenario(scenario) => Ok(scenarios::add(tx, *scenario)),
        Command::SetScenario(scenario) => scenarios::set(tx, scenario),
        Command::AddScenarioContact(id, name) => scenarios::add_contact(tx, id, &name),
        Command::AddScenarioEvent(id, contact, what, at) => {
            scenarios::add_event(tx, id, contact, what, at)
        }
        Command::DeleteScenario(id) => scenarios::delete(tx, id),
        Command::AddJourney(name) => Ok(journeys::add(tx, &name)),
        Command::DuplicateJourney(id) => journeys::duplicate(tx, id),
        Command::NewVersion(id, comment) => life::new_version(tx, id, comment),
        Command::DeleteJourney(id) => journeys::delete(tx, id),
        Command::Journey(id, edit) => journeys::edit(tx, id, edit),
    }
}
