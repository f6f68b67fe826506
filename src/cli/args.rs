//! What can be asked for, and how: the help texts stand here.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::locale::Lang;
use crate::model::behaviour::MAX_MADE_UP;

/// Check, simulate and format customer journeys: the engine of the app, on the
/// command line.
#[derive(Debug, Parser)]
#[command(name = "parcours", version, max_term_width = 100, arg_required_else_help = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Find problems in workspace and journey files.
    Check(Check),
    /// Run a workspace's journeys on contacts and events.
    Simulate(Simulate),
    /// Run the test scenarios of workspaces.
    Test(Test),
    /// Write files in their canonical form, in place.
    Fmt(Fmt),
    /// Say what is different between two journeys, such as two versions of one.
    Diff(Diff),
    /// Print journeys as indented text.
    Outline(Outline),
    /// Draw a journey, as SVG or as a Mermaid flowchart.
    Picture(Picture),
    /// Print a flow as a workflow definition, as Power Automate keeps it.
    Flow(Flow),
    /// Print the JSON Schema of workspace and journey files.
    Schema,
    /// Print a completion script for a shell.
    #[command(after_help = "Examples:
  parcours completions bash > ~/.local/share/bash-completion/completions/parcours
  parcours completions zsh > \"${fpath[1]}/_parcours\"")]
    Completions {
        /// For which shell.
        shell: Shell,
    },
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Exit code: 0 without errors, 1 with errors, 2 when a file is not there.

Examples:
  parcours check workspace.json
  parcours check --format sarif journeys/*.json > parcours.sarif
  parcours check --deny-warnings --lang fr workspace.json")]
pub(super) struct Check {
    /// Workspace or journey files; - for standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How to print what is found.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Count warnings as errors.
    #[arg(long)]
    pub deny_warnings: bool,
    /// The language of the findings.
    #[arg(long, value_parser = language(), default_value = "en")]
    pub lang: Lang,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A line for each finding, with its place.
    Text,
    /// All findings as JSON.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Without --contacts or --events, those of the workspace itself take part.
Rows of a CSV file that do not fit are left out and named; the rest runs.

Examples:
  parcours simulate workspace.json
  parcours simulate workspace.json --contacts contacts.csv --events events.csv --report report.json
  parcours simulate workspace.json --as-published \"Summer sale\" --start 2026-06-01 --traces -")]
pub(super) struct Simulate {
    /// A workspace file; - for standard input.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// A CSV file of contacts: contact_id and a column for each field.
    #[arg(long, value_name = "CSV")]
    pub contacts: Option<PathBuf>,
    /// A CSV file of events: contact_id, trigger, at, and a column for each attribute; or
    /// a .json file with a batch of CloudEvents.
    #[arg(long, value_name = "CSV")]
    pub events: Option<PathBuf>,
    /// Make up so many contacts, as the workspace describes them.
    #[arg(long, value_name = "COUNT", conflicts_with = "contacts", value_parser = clap::value_parser!(u32).range(1..=i64::from(MAX_MADE_UP)))]
    pub make_up: Option<u32>,
    /// Contacts also do what the workspace's behaviour models make of them.
    #[arg(long)]
    pub models: bool,
    /// From when: a date, a date and time (in UTC unless it has an offset).
    #[arg(long, value_name = "WHEN")]
    pub start: Option<String>,
    /// Until when; nothing happens at or after it.
    #[arg(long, value_name = "WHEN")]
    pub end: Option<String>,
    /// What draws are made from: another seed, other chances.
    #[arg(long, value_name = "NUMBER")]
    pub seed: Option<u64>,
    /// Of the live journeys only these react; names or ids.
    #[arg(long, value_name = "NAME", num_args = 1..)]
    pub live: Vec<String>,
    /// Journeys that react although they are not live; names or ids.
    #[arg(long, value_name = "NAME", num_args = 1..)]
    pub as_published: Vec<String>,
    /// How many threads; the result is the same to the byte. Default: one for each core.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub threads: Option<u16>,
    /// Where to write the report as JSON; - for standard output.
    #[arg(long, value_name = "JSON")]
    pub report: Option<PathBuf>,
    /// Where to write the trace of each contact, a line of JSON each; - for standard output.
    #[arg(long, value_name = "JSONL")]
    pub traces: Option<PathBuf>,
    /// Where to write all activations as a batch of CloudEvents; - for standard output.
    #[arg(long, value_name = "JSON")]
    pub cloud_events: Option<PathBuf>,
    /// Only the traces of these contacts.
    #[arg(long, value_name = "NAME", num_args = 1.., requires = "traces")]
    pub trace_of: Vec<String>,
    /// Fail when rows of a CSV file do not fit.
    #[arg(long)]
    pub strict: bool,
    /// The language of findings.
    #[arg(long, value_parser = language(), default_value = "en")]
    pub lang: Lang,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Exit code: 0 when every scenario passes, 1 when one does not.

Examples:
  parcours test workspace.json
  parcours test workspace.json --scenario \"Client 2\"
  parcours test journeys/*.json --junit results.xml")]
pub(super) struct Test {
    /// Workspace files; - for standard input.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Only these scenarios; names or ids.
    #[arg(long, value_name = "NAME", num_args = 1..)]
    pub scenario: Vec<String>,
    /// How to print the outcome.
    #[arg(long, value_enum, default_value_t = Report::Text)]
    pub format: Report,
    /// Where to write the outcome as JUnit XML; - for standard output.
    #[arg(long, value_name = "XML")]
    pub junit: Option<PathBuf>,
    /// The language of what is expected and seen.
    #[arg(long, value_parser = language(), default_value = "en")]
    pub lang: Lang,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Report {
    /// A line for each scenario, and what differs.
    Text,
    /// Everything as JSON.
    Json,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit code with --check: 0 when every file is in canonical form, 1 when one is not.

Examples:
  parcours fmt workspace.json
  parcours fmt --check journeys/*.json
  parcours fmt - < workspace.json"
)]
pub(super) struct Fmt {
    /// Workspace or journey files; - for standard input, which is written to standard output.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Change nothing, and name the files that would be changed.
    #[arg(long)]
    pub check: bool,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  parcours outline workspace.json
  parcours outline workspace.json --journey \"Welcome\"
  diff <(git show HEAD:workspace.json | parcours outline -) <(parcours outline workspace.json)")]
pub(super) struct Outline {
    /// A workspace or journey file; - for standard input.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Only these journeys; names or ids.
    #[arg(long, value_name = "NAME", num_args = 1..)]
    pub journey: Vec<String>,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  parcours picture workspace.json --journey \"Welcome\" > welcome.svg
  parcours picture workspace.json --journey \"Welcome\" --format mermaid --lang fr")]
pub(super) struct Picture {
    /// A workspace or journey file; - for standard input.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Which journey, by name or id; without it, the first.
    #[arg(long, value_name = "NAME")]
    pub journey: Option<String>,
    /// How to draw it.
    #[arg(long, value_enum, default_value_t = PictureFormat::Svg)]
    pub format: PictureFormat,
    /// In which language.
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = language())]
    pub lang: Lang,
    /// Where to write it; - for standard output.
    #[arg(long, short, value_name = "FILE", default_value = "-")]
    pub output: PathBuf,
}

/// How a picture is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PictureFormat {
    /// A picture that needs nothing else, in the colours of the light theme.
    Svg,
    /// The text of a flowchart, which many wikis draw.
    Mermaid,
}

#[derive(Debug, clap::Args)]
#[command(
    after_help = "A line begins with + for a tile that came, - for one that went, > for one that moved,
and ~ for other settings. Exit code: 0 when nothing is different, 1 when something is.

Examples:
  parcours diff old.json new.json
  parcours diff old.json new.json --journey \"Welcome\"
  parcours diff workspace.json --journey j3 --with j20
  git show HEAD:workspace.json | parcours diff - workspace.json"
)]
pub(super) struct Diff {
    /// A workspace or journey file; - for standard input.
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The newer file; without it, two journeys of the one file are compared.
    #[arg(value_name = "NEW", required_unless_present = "with")]
    pub new: Option<PathBuf>,
    /// Only this journey; its name or id.
    #[arg(long, value_name = "NAME")]
    pub journey: Option<String>,
    /// The journey that it is compared with; its name or id.
    #[arg(long, value_name = "NAME", requires = "journey")]
    pub with: Option<String>,
    /// How to print what is different.
    #[arg(long, value_enum, default_value_t = Report::Text)]
    pub format: Report,
}

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  parcours flow workspace.json \"Call the new shopper\" > call.definition.json
  parcours flow workspace.json f30 --output call.definition.json")]
pub(super) struct Flow {
    /// A workspace or journey file; - for standard input.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The flow: its name or id.
    #[arg(value_name = "FLOW")]
    pub flow: String,
    /// Where to write it; - for standard output.
    #[arg(long, short, value_name = "JSON", default_value = "-")]
    pub output: PathBuf,
}

fn language() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::tag))
        .map(|tag| Lang::from_tag(&tag).unwrap_or_default())
}
