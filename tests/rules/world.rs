//! Building a workspace in a few lines, running it, and telling what happened in
//! words.

mod models;
mod tiles;

pub use models::{mail, wait_for_answer};
pub use tiles::{
    at_least, bound, branch, exit, fixed, hours, if_then, on, raise, raise_with, row, tile, wait,
    wait_days, wait_for,
};

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use parcours::engine::data::Dataset;
use parcours::engine::plan::{Plan, PlanError};
use parcours::engine::report::{JourneyCounts, Report, TileCounts, TriggerCounts};
use parcours::engine::run::{Window, simulate};
use parcours::engine::trace::{Step, What, trace};
use parcours::model::audience::{Contact, Event, Field, Happening};
use parcours::model::condition::Condition;
use parcours::model::entry::ExitOn;
use parcours::model::flow::{Action, Flow, FlowSource, FlowValue, Step as FlowStep};
use parcours::model::id::*;
use parcours::model::journey::*;
use parcours::model::segment::Segment;
use parcours::model::sorted::SortedMap;
use parcours::model::table::{Column, Row, Table};
use parcours::model::time::{HOUR, Instant};
use parcours::model::trigger::{Attribute, AudienceKind, Trigger, TriggerState};
use parcours::model::value::Type;
use parcours::model::workspace::{RunSettings, Workspace};

/// Numbers for tiles and branches; only their order matters.
static NEXT_ID: AtomicU32 = AtomicU32::new(1_000);

fn next_id() -> u32 {
    NEXT_ID.fetch_add(1, Ordering::Relaxed)
}

/// A workspace with the contact "anna", whose run ends when nothing more can happen.
pub struct World {
    pub workspace: Workspace,
}

impl World {
    pub fn new() -> Self {
        let mut world = Self { workspace: Workspace::default() };
        world.contact("anna", &[]);
        world
    }

    fn settings(&mut self) -> &mut parcours::model::workspace::Settings {
        Arc::make_mut(&mut self.workspace.settings)
    }

    fn id(&mut self) -> u32 {
        let settings = self.settings();
        settings.next_id += 1;
        settings.next_id - 1
    }

    pub fn field(&mut self, name: &str, ty: Type) -> FieldId {
        let id = FieldId(self.id());
        let field = Field { id, name: name.into(), ty, required: false };
        self.workspace.fields.insert(id, Arc::new(field));
        id
    }

    pub fn contact(&mut self, name: &str, values: &[(FieldId, &str)]) -> ContactId {
        let id = ContactId(self.id());
        let values = values.iter().map(|&(field, text)| (field, text.to_owned())).collect();
        let contact = Contact { id, name: name.into(), values };
        self.workspace.contacts.insert(id, Arc::new(contact));
        id
    }

    /// Gives "anna" a value.
    pub fn set(&mut self, field: FieldId, text: &str) {
        let anna = self.workspace.contacts.values_mut().next().unwrap();
        Arc::make_mut(anna).values.insert(field, text.into());
    }

    pub fn segment(&mut self, name: &str, condition: Condition) -> SegmentId {
        let id = SegmentId(self.id());
        let segment = Segment { id, name: name.into(), description: String::new(), condition };
        self.workspace.segments.insert(id, Arc::new(segment));
        id
    }

    /// A table without rows.
    pub fn table(&mut self, name: &str, columns: &[(&str, Type)]) -> TableId {
        let id = TableId(self.id());
        let table = Table { id, name: name.into(), columns: Vec::new(), rows: Vec::new() };
        self.workspace.tables.insert(id, Arc::new(table));
        columns.iter().for_each(|(name, ty)| self.column(id, name, ty.clone()));
        id
    }

    pub fn column(&mut self, table: TableId, name: &str, ty: Type) {
        let id = ColumnId(self.id());
        let table = Arc::make_mut(self.workspace.tables.get_mut(&table).unwrap());
        table.columns.push(Column { id, name: name.into(), ty });
    }

    /// The first column of that name in any table.
    pub fn column_named(&self, name: &str) -> ColumnId {
        let mut columns = self.workspace.tables.values().flat_map(|table| &table.columns);
        columns.find(|column| column.name == name).unwrap().id
    }

    pub fn table_row(&mut self, table: TableId, key: &str, values: &[(&str, &str)]) {
        let values = values.iter().map(|(name, text)| (self.column_named(name), (*text).into()));
        let row = Row { key: key.into(), values: values.collect() };
        Arc::make_mut(self.workspace.tables.get_mut(&table).unwrap()).rows.push(row);
    }

    /// A trigger with a Number attribute of each name; attributes are found by [`attribute`](Self::attribute).
    pub fn trigger(&mut self, name: &str, numbers: &[&str]) -> TriggerId {
        let attributes: Vec<_> = numbers.iter().map(|&name| (name, Type::Number)).collect();
        self.typed_trigger(name, &attributes)
    }

    pub fn typed_trigger(&mut self, name: &str, attributes: &[(&str, Type)]) -> TriggerId {
        let id = TriggerId(self.id());
        let attributes = attributes.iter().map(|(name, ty)| Attribute {
            id: AttributeId(self.id()),
            name: (*name).into(),
            ty: ty.clone(),
        });
        let trigger = Trigger {
            id,
            name: name.into(),
            unique_name: format!("msdynmkt_{name}_000000000"),
            description: String::new(),
            audience: AudienceKind::Contact,
            state: TriggerState::Ready,
            attributes: attributes.collect(),
        };
        self.workspace.triggers.insert(id, Arc::new(trigger));
        id
    }

    pub fn attribute(&self, trigger: TriggerId, name: &str) -> AttributeId {
        self.workspace.triggers[&trigger].attribute_named(name).unwrap().id
    }

    /// A live journey that the trigger starts, never again for one contact.
    pub fn journey(&mut self, name: &str, entry: TriggerId, tiles: Vec<Arc<Tile>>) -> JourneyId {
        let id = JourneyId(self.id());
        let journey = Journey {
            state: JourneyState::Live,
            tiles,
            ..Journey::new(id, name, Entry::on(TileId(next_id()), on(entry), Repeat::Never))
        };
        self.workspace.journeys.insert(id, Arc::new(journey));
        id
    }

    pub fn edit(&mut self, id: JourneyId) -> &mut Journey {
        Arc::make_mut(self.workspace.journeys.get_mut(&id).unwrap())
    }

    pub fn goal(&mut self, journey: JourneyId, on: Listener) {
        self.edit(journey).goal = Some(Goal { on, target: None });
    }

    pub fn exit_on(&mut self, journey: JourneyId, on: Listener) {
        let id = ExitId(next_id());
        self.edit(journey).exits.push(ExitCriterion { id, on: ExitOn::Trigger(on) });
    }

    /// A flow that creates a phone call with the contact, the time and a value.
    pub fn flow(&mut self, trigger: TriggerId, value: FlowValue) -> FlowId {
        let id = FlowId(self.id());
        let fields = vec![
            ("regarding".into(), FlowSource::ProfileId.into()),
            ("when".into(), FlowSource::SignalTime.into()),
            ("value".into(), value),
        ];
        let action = Action::CreateRecord { table: "phonecall".into(), fields };
        let flow = Flow {
            id,
            name: "Call".into(),
            trigger: Some(trigger),
            on: true,
            environment: self.workspace.settings.environment.clone(),
            steps: vec![FlowStep { id: StepId(next_id()), name: "Create".into(), action }],
        };
        self.workspace.flows.insert(id, Arc::new(flow));
        id
    }

    pub fn edit_flow(&mut self, id: FlowId) -> &mut Flow {
        Arc::make_mut(self.workspace.flows.get_mut(&id).unwrap())
    }

    /// "anna" does something after so many hours.
    pub fn event(&mut self, trigger: TriggerId, hour: i64) {
        self.event_with(trigger, hour, &[]);
    }

    /// "anna" does something with a message.
    pub fn interact(&mut self, message: TileId, kind: Interaction, hour: i64) {
        let id = EventId(self.id());
        let contact = *self.workspace.contacts.keys().next().unwrap();
        let what = Happening::Interaction { message, kind };
        let at = Instant(hour * HOUR).to_string();
        self.workspace.events.insert(id, Arc::new(Event { id, contact, what, at }));
    }

    pub fn event_with(&mut self, trigger: TriggerId, hour: i64, values: &[(&str, &str)]) {
        let contact = *self.workspace.contacts.keys().next().unwrap();
        self.event_of(contact, trigger, hour, values);
    }

    pub fn event_of(
        &mut self,
        contact: ContactId,
        trigger: TriggerId,
        hour: i64,
        values: &[(&str, &str)],
    ) {
        let id = EventId(self.id());
        let values =
            values.iter().map(|(name, text)| (self.attribute(trigger, name), (*text).to_owned()));
        let values: SortedMap<_, _> = values.collect();
        let at = Instant(hour * HOUR).to_string();
        let what = Happening::Trigger { trigger, values, binding: String::new() };
        let event = Event { id, contact, what, at };
        self.workspace.events.insert(id, Arc::new(event));
    }

    /// Gives the event that was added last a `bindingId`.
    pub fn bind(&mut self, binding: &str) {
        let event = self.workspace.events.values_mut().next_back().unwrap();
        if let Happening::Trigger { binding: kept, .. } = &mut Arc::make_mut(event).what {
            *kept = binding.into();
        }
    }

    pub fn run_settings(&mut self) -> &mut RunSettings {
        &mut self.settings().run
    }

    /// The window of the run, in hours.
    pub fn window(&mut self, start: Option<i64>, end: Option<i64>) {
        let text = |hour: Option<i64>| {
            hour.map(|hour| Instant(hour * HOUR).to_string()).unwrap_or_default()
        };
        let run = &mut self.settings().run;
        (run.start, run.end) = (text(start), text(end));
    }

    pub fn compile(&self) -> Result<Plan, Vec<PlanError>> {
        Plan::compile(&self.workspace)
    }

    fn prepare(&self) -> (Plan, Dataset, Window) {
        let (data, issues) = Dataset::from_workspace(&self.workspace);
        assert_eq!(issues, []);
        let window = Window::of(&self.workspace.settings.run).unwrap();
        (self.compile().unwrap(), data, window)
    }

    /// Runs everybody and checks that the counts add up.
    pub fn run(&self) -> Counts<'_> {
        let (plan, data, window) = self.prepare();
        let mut report = Report::default();
        simulate(&plan, &data, 0..data.contacts(), window, &mut report);
        assert_eq!(report.conserved(), Ok(()));
        Counts { workspace: &self.workspace, report }
    }

    pub fn steps(&self) -> Vec<Step> {
        self.steps_of(0)
    }

    /// What happens to the contact of that place.
    pub fn steps_of(&self, contact: u32) -> Vec<Step> {
        let (plan, data, window) = self.prepare();
        trace(&plan, &data, contact, window).steps
    }

    /// What happens to "anna", a line for each step: the hour, the instance with
    /// its tile, and what.
    pub fn story(&self) -> Vec<String> {
        self.steps().iter().map(|step| self.line(step)).collect()
    }

    /// The lines of the story that contain one of the texts.
    pub fn lines(&self, texts: &[&str]) -> Vec<String> {
        let told = |line: &String| texts.iter().any(|text| line.contains(text));
        self.story().into_iter().filter(told).collect()
    }

    fn line(&self, step: &Step) -> String {
        let place = step.place.map_or(String::new(), |place| {
            let journey = &self.workspace.journeys[&place.instance.journey];
            let tile = journey.tile(place.tile).map_or("entry", |tile| &tile.name);
            format!(" {}{}/{tile}", journey.name, place.instance.number)
        });
        format!("{}h{place} {}", step.at.0 / HOUR, self.words(&step.what))
    }

    fn segment_name(&self, id: SegmentId) -> &str {
        &self.workspace.segments[&id].name
    }

    fn words(&self, what: &What) -> String {
        let trigger = |id: &TriggerId| self.workspace.triggers[id].name.clone();
        match what {
            What::Received { trigger: id, model: None, .. } => format!("received {}", trigger(id)),
            What::Received { trigger: id, model: Some(model), values, .. } => {
                let values = values.iter().map(|(attribute, value)| {
                    let name = &self.workspace.triggers[id].attribute(*attribute).unwrap().name;
                    let value = value.as_ref().map_or("-".into(), ToString::to_string);
                    format!(" {name}={value}")
                });
                let values: String = values.collect();
                format!("received {} by {model}{values}", trigger(id))
            }
            What::Entered { .. } => "entered".into(),
            What::Taken { segment, .. } => format!("taken from {}", self.segment_name(*segment)),
            What::NotWaiting { until: None } => "has no date".into(),
            What::NotWaiting { until: Some(until) } => {
                format!("goes on, {}h passed", until.0 / HOUR)
            }
            What::Refused { journey, reason, .. } => {
                format!("{} refused {reason:?}", self.workspace.journeys[journey].name)
            }
            What::Arrived => "arrived".into(),
            What::Branched { slot, .. } => format!("took {slot}"),
            What::Waiting { until } => format!("waits until {}h", until.0 / HOUR),
            What::OtherBinding { trigger: id, .. } => format!("other binding {}", trigger(id)),
            What::Ignored { trigger: id, .. } => format!("ignored {}", trigger(id)),
            What::Resolved { trigger: id, slot, .. } => format!("{slot} by {}", trigger(id)),
            What::Interacted { kind, .. } => kind.name().to_owned(),
            What::Answered { kind, slot, .. } => format!("{slot} by {}", kind.name()),
            What::Split { slot, .. } => format!("drew {slot}"),
            What::Sent { to } => format!("sent to {to}"),
            What::NotSent => "not sent".into(),
            What::TimedOut => "no".into(),
            What::Waited => "waited".into(),
            What::Raised { trigger: id, .. } => format!("raised {}", trigger(id)),
            What::Failed { trigger: id, .. } => format!("failed {}", trigger(id)),
            What::LoopCut { trigger: id, .. } => format!("cut {}", trigger(id)),
            What::GoalMet { trigger: id, .. } => format!("goal by {}", trigger(id)),
            What::Exited { reason, .. } => match reason {
                parcours::engine::report::ExitReason::Criterion(id) => {
                    format!("exited by {}", trigger(id))
                }
                parcours::engine::report::ExitReason::Expired => "expired".into(),
                parcours::engine::report::ExitReason::Segment(id) => {
                    format!("left for {}", self.segment_name(*id))
                }
            },
            What::Completed => "completed".into(),
            What::FlowRan { flow, .. } => {
                format!("flow {}", self.workspace.flows[flow].name)
            }
            What::StillInside => "still inside".into(),
        }
    }
}

/// The report of a run, by names.
pub struct Counts<'a> {
    workspace: &'a Workspace,
    pub report: Report,
}

impl Counts<'_> {
    pub fn journey(&self, name: &str) -> &JourneyCounts {
        let journey = self.workspace.journeys.values().find(|journey| journey.name == name);
        &self.report.journeys[&journey.unwrap().id]
    }

    pub fn tile(&self, name: &str) -> &TileCounts {
        let mut tiles = self.workspace.journeys.values().flat_map(|journey| journey.all_tiles());
        &self.report.tiles[&tiles.find(|tile| tile.name == name).unwrap().id]
    }

    pub fn trigger(&self, name: &str) -> &TriggerCounts {
        &self.report.triggers[&self.workspace.trigger_named(name).unwrap().id]
    }
}
