//! Commands that are made of dice: of every kind, about whatever a workspace has.

use parcours::editor::{Command, JourneyEdit, NewTile, Reshape, Tiles};
use parcours::model::audience::{Contact, Event, Happening};
use parcours::model::behaviour::{AttributeModel, ModelOf, Since};
use parcours::model::condition::{Condition, Join, Operator, Source};
use parcours::model::decimal::Decimal;
use parcours::model::entry::{EntryBy, ExitOn};
use parcours::model::every::{Every, MonthDay};
use parcours::model::flow::{self, Action, FlowSource, StepPlace};
use parcours::model::id::{
    AttributeId, BranchId, ContactId, FieldId, FlowId, JourneyId, ModelId, SegmentId, TileId,
    TriggerId,
};
use parcours::model::journey::{
    ExitCriterion, Goal, Interaction, JourneyState, Listener, Mapping, Repeat, TileKind, WaitOn,
};
use parcours::model::note::{Anchor, Note};
use parcours::model::time::Duration;
use parcours::model::tree::{Place, SequenceId, Slot};
use parcours::model::trigger::{AudienceKind, TriggerState};
use parcours::model::value::Type;
use parcours::model::wait::{Side, WaitUntil};
use parcours::model::workspace::Workspace;

/// Numbers that choose a command and what it is about.
pub type Dice = (u32, u32, u32, u32);

/// One of them, if there is any.
pub fn pick<T: Copy>(from: &[T], die: u32) -> Option<T> {
    (!from.is_empty()).then(|| from[die as usize % from.len()])
}

/// A command, if there is something that it can be about.
pub fn commands(workspace: &Workspace, (which, a, b, c): Dice) -> Option<Command> {
    let journeys: Vec<JourneyId> = workspace.journeys.keys().copied().collect();
    let triggers: Vec<TriggerId> = workspace.triggers.keys().copied().collect();
    let fields: Vec<FieldId> = workspace.fields.keys().copied().collect();
    let models: Vec<ModelId> = workspace.models.keys().copied().collect();
    let contacts: Vec<ContactId> = workspace.contacts.keys().copied().collect();
    let segments: Vec<SegmentId> = workspace.segments.keys().copied().collect();
    let text = ["", "Post-purchase", "Wait", "É"][(c % 4) as usize].to_owned();
    // Journeys are most of what is edited.
    if which % 3 > 0
        && let Some(journey) = pick(&journeys, a)
    {
        let edit = journey_edit(workspace, journey, (which / 3, b, c, a))?;
        return Some(Command::Journey(journey, edit));
    }
    Some(match which / 3 % 39 {
        0 | 1 => Command::AddJourney(text),
        2 => Command::DuplicateJourney(pick(&journeys, a)?),
        3 => Command::DeleteJourney(pick(&journeys, a)?),
        4 => Command::AddTrigger(text),
        5 => {
            let mut trigger = (*workspace.triggers[&pick(&triggers, a)?]).clone();
            trigger.name = text;
            if b % 3 == 0 {
                trigger.attributes.pop();
            }
            Command::SetTrigger(trigger)
        }
        6 => Command::SetTriggerState(pick(&triggers, a)?, TriggerState::ALL[(b % 3) as usize]),
        7 | 8 => Command::AddAttribute(pick(&triggers, a)?, text, Type::Number),
        9 => Command::DeleteAttribute(pick(&triggers, a)?, attribute(workspace, a, b)?),
        10 => Command::DeleteTrigger(pick(&triggers, a)?),
        11 => Command::AddFlow(text, pick(&triggers, a)),
        12 => {
            let flows: Vec<_> = workspace.flows.keys().copied().collect();
            let mut flow = (*workspace.flows[&pick(&flows, a)?]).clone();
            flow.name = text;
            flow.steps.reverse();
            Command::SetFlow(flow)
        }
        13 => {
            let flows: Vec<_> = workspace.flows.keys().copied().collect();
            let value =
                attribute(workspace, a, b).map_or(FlowSource::ProfileId, FlowSource::Attribute);
            let flow = pick(&flows, a)?;
            let action = match b % 2 {
                0 => Action::Condition {
                    join: Join::All,
                    rows: Vec::new(),
                    yes: Vec::new(),
                    no: Vec::new(),
                },
                _ => Action::InitializeVariable {
                    variable: text.clone(),
                    ty: Type::Text,
                    value: value.into(),
                },
            };
            Command::AddStep(flow, step_place(workspace, flow, b, c), text, action)
        }
        14 => {
            let flows: Vec<_> = workspace.flows.keys().copied().collect();
            let flow = pick(&flows, a)?;
            let steps = workspace.flows[&flow].all_steps();
            let step = pick(&steps.iter().map(|step| step.id).collect::<Vec<_>>(), b)?;
            match c % 3 {
                0 => Command::DeleteStep(flow, step),
                1 => Command::DuplicateStep(flow, step),
                _ => Command::MoveStep(flow, step, step_place(workspace, flow, c, a)),
            }
        }
        15 => {
            let flows: Vec<_> = workspace.flows.keys().copied().collect();
            Command::DeleteFlow(pick(&flows, a)?)
        }
        16 => Command::AddField(text, Type::Text),
        17 => Command::DeleteField(pick(&fields, a)?),
        18 => Command::AddContact(text),
        19 => {
            let mut contact: Contact = (*workspace.contacts[&pick(&contacts, a)?]).clone();
            contact.values.extend(pick(&fields, b).map(|field| (field, text)));
            Command::SetContact(contact)
        }
        20 => Command::DeleteContact(pick(&contacts, a)?),
        21 => Command::AddEvent(pick(&contacts, a)?, happening(workspace, &triggers, b)?, text),
        22 => {
            let events: Vec<_> = workspace.events.keys().copied().collect();
            let mut event: Event = (*workspace.events[&pick(&events, a)?]).clone();
            event.what = happening(workspace, &triggers, b)?;
            if let Some(values) = event.values_mut() {
                values.extend(attribute(workspace, b, c).map(|id| (id, text)));
            }
            Command::SetEvent(event)
        }
        23 => {
            let events: Vec<_> = workspace.events.keys().copied().collect();
            Command::DeleteEvent(pick(&events, a)?)
        }
        24 if c % 2 == 0 => Command::NewVersion(pick(&journeys, a)?, text),
        24 => Command::RenameWorkspace(text),
        25 => Command::EndGesture,
        26 if a % 2 == 0 => Command::SetCatalog(text, String::new()),
        26 => Command::SetEnvironment(text, String::new()),
        27 => {
            let mut run = workspace.settings.run.clone();
            run.as_published.extend(pick(&journeys, a));
            Command::SetRun(run)
        }
        29 => Command::AddSegment(text),
        30 => {
            let segment = pick(&segments, a)?;
            let mut segment = (*workspace.segments[&segment]).clone();
            let source = Source::Contact(pick(&fields, b)?);
            segment.condition = Condition::row(source, Operator::Is, &[&text]);
            Command::SetSegment(segment)
        }
        31 => Command::DeleteSegment(pick(&segments, a)?),
        32 => Command::AddModel(pick(&triggers, a)?),
        33 => {
            let mut model = (*workspace.models[&pick(&models, a)?]).clone();
            let trigger = pick(&triggers, b)?;
            let since = pick(&triggers, c).map_or(Since::Start, Since::Trigger);
            let field = pick(&fields, c).map(AttributeModel::Contact);
            let values = attribute(workspace, b, c).zip(field).into_iter().collect();
            model.of = ModelOf::Trigger { trigger, since, values };
            Command::SetModel(model)
        }
        34 => Command::DeleteModel(pick(&models, a)?),
        35 => Command::DuplicateTrigger(pick(&triggers, a)?),
        37 => {
            let trigger = pick(&triggers, a)?;
            let attribute = attribute(workspace, a, b)?;
            Command::Reshape(match c % 2 {
                0 => Reshape::AttributeType(trigger, attribute, Type::Text),
                _ => Reshape::DeleteAttribute(trigger, attribute),
            })
        }
        38 => {
            let field = pick(&fields, a)?;
            Command::Reshape(match c % 2 {
                0 => Reshape::FieldType(field, Type::DateTime),
                _ => Reshape::DeleteField(field),
            })
        }
        28 => {
            let mut field = (*workspace.fields[&pick(&fields, a)?]).clone();
            field.required = !field.required;
            Command::SetField(field)
        }
        _ => {
            if b % 2 == 0 {
                Command::Undo
            } else {
                Command::Redo
            }
        }
    })
}

fn attribute(workspace: &Workspace, a: u32, b: u32) -> Option<AttributeId> {
    let triggers: Vec<TriggerId> = workspace.triggers.keys().copied().collect();
    let attributes = &workspace.triggers[&pick(&triggers, a)?].attributes;
    let ids: Vec<AttributeId> = attributes.iter().map(|attribute| attribute.id).collect();
    pick(&ids, b)
}

fn listener(workspace: &Workspace, a: u32, b: u32) -> Listener {
    let triggers: Vec<TriggerId> = workspace.triggers.keys().copied().collect();
    let incoming = attribute(workspace, a, b).map(Source::Incoming);
    let condition =
        incoming.map(|source| Condition::row(source, Operator::Equals, &["1"])).unwrap_or_default();
    Listener { trigger: pick(&triggers, a), condition }
}

fn happening(workspace: &Workspace, triggers: &[TriggerId], die: u32) -> Option<Happening> {
    let tiles = workspace.journeys.values().flat_map(|journey| journey.all_tiles());
    let tiles: Vec<TileId> = tiles.map(|tile| tile.id).collect();
    match pick(&tiles, die) {
        Some(message) if die.is_multiple_of(2) => {
            Some(Happening::Interaction { message, kind: Interaction::Opened })
        }
        _ => pick(triggers, die).map(Happening::raises),
    }
}

fn journey_edit(
    workspace: &Workspace,
    id: JourneyId,
    (which, a, b, c): Dice,
) -> Option<JourneyEdit> {
    let journey = &workspace.journeys[&id];
    let tiles: Vec<TileId> = journey.all_tiles().into_iter().map(|tile| tile.id).collect();
    let mut sequences = vec![SequenceId::Root];
    for tile in journey.all_tiles() {
        sequences.extend(tile.slots().into_iter().map(|slot| SequenceId::Of(tile.id, slot)));
    }
    let sequence = pick(&sequences, b)?;
    let length = journey.sequence(sequence)?.len();
    let place = Place { sequence, index: c as usize % (length + 1) };
    let tile = pick(&tiles, a);
    let tiles_all = tiles.clone();
    // One tile, or about a third of all, whatever stands on a branch of which.
    let third = |id: &TileId| (id.0 + a).is_multiple_of(3);
    let several = tiles.iter().copied().filter(third).chain(tile);
    let noted: Vec<TileId> = journey.notes.iter().map(|note| note.id).collect();
    let note = pick(&noted, b / 8);
    let several = noted.iter().copied().filter(third).chain(several);
    let tiles = match c % 4 {
        0 => note.map(Tiles::from).or(tile.map(Tiles::from)),
        2 => tile.map(Tiles::from),
        _ => Tiles::new(several.collect()),
    };
    let at = Anchor { tile: tile.unwrap_or(journey.entry.id), x: (b % 500) as i32 - 250, y: 7 };
    // Half of the time, a tile of the kind that the edit is for.
    let fitting = |fits: fn(&TileKind) -> bool| {
        let all = journey.all_tiles().into_iter();
        let found: Vec<TileId> = all.filter(|tile| fits(&tile.kind)).map(|tile| tile.id).collect();
        if b % 2 == 0 { pick(&found, a).or(tile) } else { tile }
    };
    let split = fitting(|kind| !kind.sequences().is_empty());
    let sending = fitting(|kind| matches!(kind, TileKind::Message { .. }));
    let dividing = fitting(|kind| matches!(kind, TileKind::Split { .. }));
    let raising = fitting(|kind| matches!(kind, TileKind::CustomTrigger { .. }));
    let waiting = fitting(|kind| matches!(kind, TileKind::WaitFor { .. }));
    let branch_of = |tile: Option<TileId>, die| {
        let slots = journey.tile(tile?)?.slots().into_iter();
        let named = slots.map(|slot| match slot {
            Slot::Branch(id) => id,
            Slot::Other | Slot::Yes | Slot::No => BranchId::ONLY,
        });
        pick(&named.collect::<Vec<_>>(), die)
    };
    let branch = |die| branch_of(split, die);
    let text = ["", "Renamed", "Client"][(c % 3) as usize].to_owned();
    let some_segments = |die: u32| {
        let all = workspace.segments.keys().copied();
        all.filter(|id| (id.0 + die).is_multiple_of(2)).collect::<Vec<_>>()
    };
    Some(match which % 44 {
        0..=7 => JourneyEdit::Insert(place, NewTile::ALL[(a % 9) as usize]),
        8 => JourneyEdit::Delete(tiles?),
        9 => JourneyEdit::Duplicate(tiles?),
        10 => JourneyEdit::Move(tiles?, place),
        11 => JourneyEdit::Copy(tiles?, place),
        12 if b % 2 == 0 => JourneyEdit::RenameTile(tile?, text),
        12 if b % 4 == 1 => {
            let at = if c % 5 == 0 { journey.entry.id } else { tile? };
            JourneyEdit::SetNote(at, Note { text, card: c % 2 == 0 })
        }
        12 if b % 8 == 3 => match (c % 4, note) {
            (0, Some(note)) => JourneyEdit::WriteNote(note, text),
            (1, Some(note)) => JourneyEdit::LayNotes(vec![(note, at)]),
            (2, Some(note)) => JourneyEdit::CopyNotes(vec![(note, at)]),
            _ => JourneyEdit::AddNote(at, text),
        },
        12 => JourneyEdit::MoveNote(tile?, pick(&tiles_all, c).unwrap_or(journey.entry.id)),
        13 => JourneyEdit::SetWait(tile?, wait(workspace, b)),
        14 => JourneyEdit::SetWaitOn(
            waiting?,
            branch_of(waiting, c / 4)?,
            match c % 2 {
                0 => WaitOn::Trigger(listener(workspace, b, c)),
                _ => WaitOn::Interaction { message: tile, kind: Interaction::Opened },
            },
        ),
        15 => JourneyEdit::SetLimit(waiting?, Duration::days(b % 9)),
        16 => JourneyEdit::SetRaised(raising?, listener(workspace, b, c).trigger),
        17 => {
            let mapping = (c % 3 > 0).then_some(Mapping::Fixed(text));
            JourneyEdit::SetMapping(raising?, attribute(workspace, b, c)?, mapping)
        }
        18 => JourneyEdit::AddBranch(split?),
        19 => JourneyEdit::RenameBranch(split?, branch(c / 4)?, text),
        20 => {
            let field = *workspace.fields.keys().next()?;
            let condition = Condition::row(Source::Contact(field), Operator::Is, &[&text]);
            JourneyEdit::SetBranchCondition(split?, branch(c / 4)?, condition)
        }
        21 if b % 2 == 0 => {
            let from = pick(&tiles_all, b / 2)?;
            JourneyEdit::MoveBranchTo(from, branch_of(Some(from), c)?, split?, c as usize % 4)
        }
        21 => JourneyEdit::MoveBranch(split?, branch(c / 4)?, c as usize % 4),
        22 => JourneyEdit::DeleteBranch(split?, branch(c / 4)?),
        23 if c % 2 == 0 => JourneyEdit::SetVersionComment(text),
        23 => JourneyEdit::Rename(text),
        25 if c % 4 == 0 => {
            JourneyEdit::SetState(JourneyState::ALL[a as usize % JourneyState::ALL.len()])
        }
        24 | 25 => JourneyEdit::Describe(text),
        26 => JourneyEdit::SetTimeZone("Europe/Paris".into()),
        27 => JourneyEdit::SetPeriod(text, String::new()),
        28 => JourneyEdit::SetEntry(listener(workspace, a, b)),
        29 => JourneyEdit::SetRepeat([Repeat::Never, Repeat::AtOnce][(a % 2) as usize]),
        30 => JourneyEdit::SetGoal(
            (a % 2 == 0).then(|| Goal { on: listener(workspace, b, c), target: None }),
        ),
        31 => JourneyEdit::AddExit,
        32 => JourneyEdit::SetAudience(AudienceKind::ALL[(a % 3) as usize]),
        33 => JourneyEdit::SetMapping(raising?, attribute(workspace, b, c)?, None),
        34 => JourneyEdit::SetExclusions(some_segments(a)),
        35 => {
            let every = match c % 3 {
                0 => None,
                1 => Some(Every::Time(Duration::days(c % 9))),
                _ => Some(Every::Months(c % 4, MonthDay::Last)),
            };
            let segments = some_segments(b);
            JourneyEdit::SetEntryBy(EntryBy::Segments { segments, at: text, every })
        }
        36 => {
            let field = pick(&workspace.fields.keys().copied().collect::<Vec<_>>(), b);
            JourneyEdit::SetRecipient(sending?, field.map(Source::Contact))
        }
        37 => JourneyEdit::SetContent(sending?, text),
        38 => {
            let percent = Decimal::from(i64::from(b % 101));
            JourneyEdit::SetShare(dividing?, branch_of(dividing, c)?, percent)
        }
        39 => JourneyEdit::Equalize(dividing?),
        _ => {
            let exits: Vec<_> = journey.exits.iter().map(|exit| exit.id).collect();
            let id = pick(&exits, a)?;
            let on = match workspace.segments.keys().next() {
                Some(segment) if b % 3 == 0 => ExitOn::Segment(Some(*segment)),
                _ => ExitOn::Trigger(listener(workspace, b, c)),
            };
            match c % 2 {
                0 => JourneyEdit::SetExit(ExitCriterion { id, on }),
                _ => JourneyEdit::DeleteExit(id),
            }
        }
    })
}

fn wait(workspace: &Workspace, die: u32) -> WaitUntil {
    let offset = Duration::days(die % 9);
    match die % 3 {
        0 => WaitUntil::Duration(offset),
        1 => WaitUntil::Moment("2026-03-29".into()),
        _ => {
            let date = workspace.fields.keys().next().map(|field| Source::Contact(*field));
            WaitUntil::Around { date, side: Side::Before, offset }
        }
    }
}

/// Somewhere in a flow, sometimes on a branch.
fn step_place(workspace: &Workspace, flow: FlowId, a: u32, b: u32) -> StepPlace {
    let flow = &workspace.flows[&flow];
    let conditions = flow.all_steps().into_iter().filter(|step| step.height() > 0);
    let holders: Vec<_> = conditions.map(|step| step.id).collect();
    let side = flow::Side::ALL[b as usize % 2];
    let branch = pick(&holders, a).filter(|_| a.is_multiple_of(2)).map(|holder| (holder, side));
    let length = flow.list(branch).map_or(0, Vec::len);
    StepPlace { branch, index: b as usize % (length + 1) }
}
