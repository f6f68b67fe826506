//! `parcours simulate`: a run of a workspace's journeys.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;
use std::thread;

use indicatif::{ProgressBar, ProgressStyle};

use crate::cli::Outcome;
use crate::cli::args::Simulate;
use crate::cli::fail::Fail;
use crate::cli::{check, files, parallel, problems, summary};
use crate::engine::builder::DatasetBuilder;
use crate::engine::data::Dataset;
use crate::engine::plan::Plan;
use crate::engine::run::{Window, WindowError};
use crate::engine::trace::trace;
use crate::format::cloud_events::{batch, cloud_events_of, read_cloud_events};
use crate::format::csv::{CsvError, Reading, read_contacts, read_events};
use crate::format::report::write_report;
use crate::format::trace::trace_line;
use crate::locale::{self, Lang};
use crate::model::behaviour::MAX_MADE_UP;
use crate::model::journey::JourneyState;
use crate::model::workspace::{Behaviour, ContactSource, Workspace};

pub(super) fn run(args: &Simulate, out: &mut dyn Write) -> Result<Outcome, Fail> {
    let bytes = files::bytes(&args.file)?;
    let mut workspace = files::workspace(&args.file, &bytes, args.lang)?;
    set_up(&mut workspace, args)?;
    let window = window(&workspace)?;
    let Ok(plan) = Plan::compile(&workspace) else {
        return refuse(args, &bytes, &workspace);
    };
    let (data, left_out) = data(&workspace, args)?;
    let threads = args.threads.map_or_else(cores, usize::from);
    let bar = progress(data.contacts());
    let report = parallel::simulate(&plan, &data, window, threads, &|done| bar.inc(done.into()));
    bar.finish_and_clear();
    if let Some(path) = &args.report {
        files::write(path, &write_report(&report), out)?;
    }
    if let Some(path) = &args.traces {
        write_traces(path, args, &plan, &data, window, out)?;
    }
    if let Some(path) = &args.cloud_events {
        let lines = (0..data.contacts())
            .flat_map(|contact| cloud_events_of(&workspace, &trace(&plan, &data, contact, window)));
        let lines: Vec<String> = lines.collect();
        files::write(path, &batch(lines.iter().map(String::as_str)), out)?;
    }
    let written = [&args.report, &args.traces, &args.cloud_events];
    if !written.into_iter().flatten().any(|path| files::is_standard(path)) {
        out.write_all(summary::of(&workspace, &data, &report).as_bytes())?;
    }
    Ok(if left_out && args.strict { Outcome::Found } else { Outcome::Fine })
}

/// The run as the options have it.
fn set_up(workspace: &mut Workspace, args: &Simulate) -> Result<(), Fail> {
    if !args.live.is_empty() {
        let named = files::journeys(workspace, &args.live)?;
        let named: Vec<_> = named.into_iter().map(|journey| journey.id).collect();
        for journey in workspace.journeys.values_mut() {
            if journey.state.is_live() && !named.contains(&journey.id) {
                Arc::make_mut(journey).state = JourneyState::Paused;
            }
        }
    }
    let published = files::journeys(workspace, &args.as_published)?;
    let published: Vec<_> = published.into_iter().map(|journey| journey.id).collect();
    let run = &mut Arc::make_mut(&mut workspace.settings).run;
    if !published.is_empty() {
        run.as_published = published.into_iter().collect();
    }
    if let Some(start) = &args.start {
        run.start.clone_from(start);
    }
    if let Some(end) = &args.end {
        run.end.clone_from(end);
    }
    if let Some(seed) = args.seed {
        run.seed = seed;
    }
    if let Some(count) = args.make_up {
        run.contacts = ContactSource::MadeUp;
        run.made_up.count = count;
    }
    if args.models {
        run.models = true;
    }
    if args.contacts.is_some() {
        run.contacts = ContactSource::File;
    }
    if args.events.is_some() {
        run.behaviour = Behaviour::File;
    }
    Ok(())
}

fn window(workspace: &Workspace) -> Result<Window, Fail> {
    Window::of(&workspace.settings.run).map_err(|error| match error {
        WindowError::Start(error) => Fail::Option { option: "start", words: error.to_string() },
        WindowError::End(error) => Fail::Option { option: "end", words: error.to_string() },
    })
}

/// Says why the workspace cannot run.
fn refuse(args: &Simulate, bytes: &[u8], workspace: &Workspace) -> Result<Outcome, Fail> {
    let text = String::from_utf8_lossy(bytes);
    let file = files::shown(&args.file);
    let mut findings = problems::of_workspace(&file, &text, workspace, args.lang);
    findings.retain(|finding| finding.blocks_run);
    check::write_text(&findings, &mut io::stderr().lock())?;
    eprintln!("parcours: these errors keep the journeys from running");
    Ok(Outcome::Found)
}

/// The contacts and events of the run, and whether any row was left out.
fn data(workspace: &Workspace, args: &Simulate) -> Result<(Dataset, bool), Fail> {
    let mut builder = DatasetBuilder::new(workspace);
    let mut left_out = false;
    match (workspace.settings.run.contacts, &args.contacts) {
        (ContactSource::File, Some(path)) => {
            let reading = read_contacts(files::open(path)?, workspace, &mut builder);
            left_out |= told(path, reading, args.lang)?;
        }
        (ContactSource::File, None) => return Err(missing("contacts")),
        (ContactSource::MadeUp, _) => {
            let count = workspace.settings.run.made_up.count.min(MAX_MADE_UP);
            let issues = builder.make_up_all(workspace, count);
            issues.iter().for_each(|issue| eprintln!("{issue}"));
        }
        (ContactSource::Workspace, _) => {
            builder.add_contacts_of(workspace).iter().for_each(|issue| eprintln!("{issue}"));
        }
    }
    match (workspace.settings.run.behaviour, &args.events) {
        (Behaviour::File, Some(path)) if path.extension().is_some_and(|end| end == "json") => {
            left_out |= read_batch(path, workspace, &mut builder, args.lang)?;
        }
        (Behaviour::File, Some(path)) => {
            let reading = read_events(files::open(path)?, workspace, &mut builder);
            left_out |= told(path, reading, args.lang)?;
        }
        (Behaviour::File, None) => return Err(missing("events")),
        (Behaviour::Workspace, _) => {
            builder.add_events_of(workspace).iter().for_each(|issue| eprintln!("{issue}"));
        }
        (Behaviour::None, _) => {}
    }
    Ok((builder.finish(), left_out))
}

/// Takes a batch of CloudEvents as recorded events; whether any was left out.
fn read_batch(
    path: &Path,
    workspace: &Workspace,
    builder: &mut DatasetBuilder,
    lang: Lang,
) -> Result<bool, Fail> {
    let fail = |words: String| Fail::Content { path: path.to_owned(), place: String::new(), words };
    let text = String::from_utf8_lossy(&files::bytes(path)?).into_owned();
    let batch = read_cloud_events(&text, workspace).map_err(|error| fail(error.to_string()))?;
    let file = path.display();
    for issue in &batch.issues {
        let (id, text) = issue.cause.message();
        let words = locale::say(lang, id, [("text", text.into())]);
        eprintln!("{file}: {}: {words}", issue.path);
    }
    if batch.raised > 0 {
        eprintln!("{file}: events that tiles raised were left out: {}", batch.raised);
    }
    let csv = batch.csv(workspace);
    let left_out = told(path, read_events(csv.as_bytes(), workspace, builder), lang)?;
    Ok(left_out || !batch.issues.is_empty())
}

fn missing(option: &'static str) -> Fail {
    Fail::Option { option, words: "the workspace takes them from a CSV file; name it".into() }
}

/// Says how reading a file went; whether rows were left out.
fn told(path: &Path, reading: Result<Reading, CsvError>, lang: Lang) -> Result<bool, Fail> {
    let reading = reading.map_err(|error| Fail::Content {
        path: path.to_owned(),
        place: String::new(),
        words: error.to_string(),
    })?;
    let file = path.display();
    for issue in &reading.issues {
        let column = issue.column.as_ref().map(|column| format!(" {column}:")).unwrap_or_default();
        eprintln!("{file}:{}:{column} {}", issue.line, summary::cause(&issue.cause, lang));
    }
    if reading.left_out > 0 {
        eprintln!("{file}: {}", check::many_rows(reading.left_out, "left out"));
    }
    if reading.unknown_contacts > 0 {
        let words = "of contacts that take no part";
        eprintln!("{file}: {}", check::many_rows(reading.unknown_contacts, words));
    }
    if reading.out_of_order > 0 {
        let words = "of contacts after later ones; they were put in order";
        eprintln!("{file}: {}", check::many_rows(reading.out_of_order, words));
    }
    for name in &reading.ignored {
        eprintln!("{file}: the column “{name}” stands for nothing in the workspace");
    }
    for name in &reading.absent {
        eprintln!("{file}: there is no column “{name}”; it is empty");
    }
    Ok(reading.left_out > 0)
}

fn write_traces(
    path: &Path,
    args: &Simulate,
    plan: &Plan,
    data: &Dataset,
    window: Window,
    out: &mut dyn Write,
) -> Result<(), Fail> {
    let contacts: Vec<u32> = match args.trace_of.as_slice() {
        [] => (0..data.contacts()).collect(),
        names => names.iter().map(|name| contact(data, name)).collect::<Result<_, _>>()?,
    };
    let mut file;
    let (to, fail): (&mut dyn Write, &dyn Fn(io::Error) -> Fail) = if files::is_standard(path) {
        (out, &Fail::Output)
    } else {
        let fail = |error| Fail::Write { path: path.to_owned(), error };
        file = BufWriter::new(File::create(path).map_err(fail)?);
        (&mut file, &move |error| Fail::Write { path: path.to_owned(), error })
    };
    for contact in contacts {
        let line = trace_line(&trace(plan, data, contact, window));
        writeln!(to, "{line}").map_err(fail)?;
    }
    to.flush().map_err(fail)
}

fn contact(data: &Dataset, name: &str) -> Result<u32, Fail> {
    data.contact_named(name).ok_or_else(|| Fail::Option {
        option: "trace-of",
        words: format!("there is no contact “{name}” in the run"),
    })
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// A bar on a terminal, nothing elsewhere.
fn progress(contacts: u32) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} contacts");
    let bar = ProgressBar::new(contacts.into());
    style.map_or_else(|_| ProgressBar::hidden(), |style| bar.with_style(style))
}
