//! Writing files, in the canonical form.

use crate::format::v1::WorkspaceFileV1;
use crate::format::writer;
use crate::model::workspace::Workspace;

/// The file of a workspace. The same workspace gives the same bytes.
pub fn write(workspace: &Workspace) -> String {
    writer::write(&mut WorkspaceFileV1::new(workspace))
}

/// As [`write()`], handed over in pieces: of a large workspace there is no copy.
pub fn write_in_pieces(workspace: &Workspace, sink: &mut dyn FnMut(&str)) {
    writer::pieces(&mut WorkspaceFileV1::new(workspace), sink);
}
