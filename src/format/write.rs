//! Writing files, in the canonical form.

use serde::Serialize;

use crate::format::pretty::join_short;
use crate::format::v1::WorkspaceFileV1;
use crate::model::workspace::Workspace;

/// The file of a workspace. The same workspace gives the same bytes.
pub fn write(workspace: &Workspace) -> String {
    canonical(&WorkspaceFileV1::new(workspace))
}

/// The canonical text of a wire type. They have texts as keys and no writing of
/// their own that could fail, so there is no error to tell.
pub(super) fn canonical(file: &impl Serialize) -> String {
    join_short(&serde_json::to_string_pretty(file).unwrap_or_default())
}
