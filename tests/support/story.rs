//! The story of a workspace: the traces of all its contacts and the report, as text.

use parcours::model::workspace::Workspace;

use crate::engine::Run;
use crate::told::Teller;

/// What comes out of a workspace; `None` when it cannot run.
pub fn of(workspace: &Workspace) -> Option<String> {
    let run = Run::of(workspace)?;
    let teller = Teller(workspace);
    let traces: Vec<String> = run.traces().iter().map(|trace| teller.trace(trace)).collect();
    Some(format!("{}{}", traces.concat(), teller.report(&run.report())))
}
