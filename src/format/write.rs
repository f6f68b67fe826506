//! Writing files, in the canonical form.

use crate::format::v1::WorkspaceFileV1;
use crate::format::writer;
use crate::model::workspace::Workspace;

/// The file of a workspace. The same workspace gives the same bytes.
pub fn write(workspace: &Workspace) -> String {
    writer::write(&mut WorkspaceFileV1::new(workspace))
}
