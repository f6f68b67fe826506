//! The data of a run, kept between runs: a changed journey is run again without
//! reading the files again.

use std::sync::Arc;

use web_sys::File;

use crate::engine::builder::DatasetBuilder;
use crate::engine::data::Dataset;
use crate::engine::shard::Shard;
use crate::format::csv::{CsvError, Input, read_contacts_in_turns, read_events_in_turns};
use crate::model::audience::{Contact, Event, Field};
use crate::model::behaviour::{MAX_MADE_UP, MadeUp};
use crate::model::id::{ContactId, EventId, FieldId, TriggerId};
use crate::model::sorted::SortedMap;
use crate::model::trigger::Attribute;
use crate::model::workspace::{Behaviour, ContactSource, Workspace};
use crate::web::simulation::{Failure, FileReading, Loaded, Message, Reply, Source};
use crate::web::worker::Host;
use crate::web::worker::stream::FileStream;

/// What WebAssembly's memory is measured in, in bytes.
const PAGE: f64 = 65_536.0;

/// Contacts and events with what they were read from.
pub struct Data {
    /// The contacts and events.
    pub set: Dataset,
    /// How reading went.
    pub loaded: Loaded,
    key: Key,
}

/// Everything that decides what is read.
#[derive(PartialEq)]
struct Key {
    shard: Shard,
    fields: SortedMap<FieldId, Arc<Field>>,
    /// Names and attributes; other settings of a trigger do not matter here.
    triggers: Vec<(TriggerId, String, String, Vec<Attribute>)>,
    contacts: Contacts,
    events: Events,
}

#[derive(PartialEq)]
enum Contacts {
    Workspace(SortedMap<ContactId, Arc<Contact>>),
    File(Option<FileKey>),
    MadeUp(MadeUp, u64),
}

#[derive(PartialEq)]
enum Events {
    Workspace(SortedMap<EventId, Arc<Event>>),
    File(Option<FileKey>),
    None,
}

/// What tells two files apart without reading them.
#[derive(PartialEq)]
struct FileKey {
    name: String,
    size: f64,
    modified: f64,
}

impl Data {
    /// Whether reading again would give the same.
    pub fn fits(&self, workspace: &Workspace, message: &Message) -> bool {
        self.key == Key::of(workspace, message)
    }

    /// Whether these are all contacts.
    pub fn is_whole(&self) -> bool {
        self.key.shard.is_whole()
    }

    /// Reads what the run of `workspace` takes.
    pub async fn read(
        workspace: &Workspace,
        message: &Message,
        host: &Host<'_>,
    ) -> Result<Self, Failure> {
        let mut builder = DatasetBuilder::for_shard(workspace, message.shard());
        let mut loaded = Loaded::default();
        match workspace.settings.run.contacts {
            ContactSource::Workspace => {
                loaded.left_out += builder.add_contacts_of(workspace).len() as u64;
            }
            ContactSource::File => {
                let progress = tells(Source::Contacts, host);
                let input = open(Source::Contacts, message.contacts.as_ref(), host, &progress);
                let read = read_contacts_in_turns(input.await?, workspace, &mut builder, host.rest);
                let reading = read.await.map_err(unreadable(Source::Contacts))?;
                loaded.files.push(FileReading::new(Source::Contacts, reading));
            }
            ContactSource::MadeUp => {
                let count = workspace.settings.run.made_up.count.min(MAX_MADE_UP);
                let made_up = builder.make_up_all_in_turns(workspace, count, host.rest);
                let issues = made_up.await.len() as u64;
                // They are about the fields, and so the same for every shard.
                loaded.left_out += if message.shard().is_first() { issues } else { 0 };
            }
        }
        match workspace.settings.run.behaviour {
            Behaviour::Workspace => {
                loaded.left_out += builder.add_events_of(workspace).len() as u64;
            }
            Behaviour::File => {
                let progress = tells(Source::Events, host);
                let input = open(Source::Events, message.events.as_ref(), host, &progress);
                let read = read_events_in_turns(input.await?, workspace, &mut builder, host.rest);
                let reading = read.await.map_err(unreadable(Source::Events))?;
                loaded.files.push(FileReading::new(Source::Events, reading));
            }
            Behaviour::None => {}
        }
        let set = builder.finish();
        (loaded.contacts, loaded.events) = (set.contacts(), set.events() as u64);
        loaded.memory = PAGE * std::arch::wasm32::memory_size(0) as f64;
        Ok(Self { set, loaded, key: Key::of(workspace, message) })
    }
}

impl Key {
    fn of(workspace: &Workspace, message: &Message) -> Self {
        let triggers = workspace.triggers.values().map(|trigger| {
            let (name, unique) = (trigger.name.clone(), trigger.unique_name.clone());
            (trigger.id, name, unique, trigger.attributes.clone())
        });
        Self {
            shard: message.shard(),
            fields: workspace.fields.clone(),
            triggers: triggers.collect(),
            contacts: match workspace.settings.run.contacts {
                ContactSource::Workspace => Contacts::Workspace(workspace.contacts.clone()),
                ContactSource::File => Contacts::File(message.contacts.as_ref().map(FileKey::of)),
                ContactSource::MadeUp => {
                    let run = &workspace.settings.run;
                    Contacts::MadeUp(run.made_up.clone(), run.seed)
                }
            },
            events: match workspace.settings.run.behaviour {
                Behaviour::Workspace => Events::Workspace(workspace.events.clone()),
                Behaviour::File => Events::File(message.events.as_ref().map(FileKey::of)),
                Behaviour::None => Events::None,
            },
        }
    }
}

impl FileKey {
    fn of(file: &File) -> Self {
        Self { name: file.name(), size: file.size(), modified: file.last_modified() }
    }
}

/// Says how much of a file was read.
fn tells(source: Source, host: &Host<'_>) -> impl Fn(f64, f64) {
    move |done, total| (host.post)(&Reply::Reading(source, done, total))
}

async fn open<'a>(
    source: Source,
    file: Option<&'a File>,
    host: &Host<'_>,
    progress: &'a dyn Fn(f64, f64),
) -> Result<Input<FileStream<'a>>, Failure> {
    let Some(file) = file else { return Err(Failure::file(source, &CsvError::NoHeader)) };
    let opened = FileStream::open(file, host.may_wait, progress).await;
    let bytes = opened.map_err(|error| Failure::file(source, &CsvError::Io(error.0)))?;
    Ok(Input { bytes, size: Some(file.size() as u64) })
}

fn unreadable(source: Source) -> impl Fn(CsvError) -> Failure {
    move |error| Failure::file(source, &error)
}
