//! `parcours flow`: a flow as a workflow definition.

use std::io::Write;

use crate::cli::Outcome;
use crate::cli::args::Flow;
use crate::cli::fail::Fail;
use crate::cli::files;
use crate::format::definition::write_definition;
use crate::locale::Lang;
use crate::model::id::FlowId;
use crate::model::predicate::fold;
use crate::model::workspace::Workspace;

pub(super) fn run(args: &Flow, out: &mut dyn Write) -> Result<Outcome, Fail> {
    let workspace = files::workspace(&args.file, &files::bytes(&args.file)?, Lang::En)?;
    let id = find(&workspace, &args.flow)?;
    let text = write_definition(&workspace, id).map_err(|error| Fail::Content {
        path: files::shown(&args.file),
        place: String::new(),
        words: format!("the flow “{}” cannot be written: {error}", args.flow),
    })?;
    files::write(&args.output, &text, out)?;
    Ok(Outcome::Fine)
}

fn find(workspace: &Workspace, name: &str) -> Result<FlowId, Fail> {
    let by_id = name.parse::<FlowId>().ok().filter(|id| workspace.flows.contains_key(id));
    let folded = fold(name.trim());
    let by_name = || workspace.flows.values().find(|flow| fold(flow.name.trim()) == folded);
    by_id.or_else(|| by_name().map(|flow| flow.id)).ok_or_else(|| Fail::Unknown {
        kind: "flow",
        name: name.to_owned(),
        names: workspace.flows.values().map(|flow| flow.name.clone()).collect(),
    })
}
