//! The workspaces that come with Parcours, as files in the canonical form.

/// A workspace to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// What addresses call it.
    pub id: &'static str,
    /// The message that names it.
    pub title: &'static str,
    /// The message that says what it shows.
    pub about: &'static str,
    /// The file, for [`format::read`](crate::format::read).
    pub json: &'static str,
}

/// All examples, in the order in which they are offered.
pub const EXAMPLES: [Example; 2] = [POST_PURCHASE, CDNOW];

/// One journey starts another and a flow; two contacts try it.
pub const POST_PURCHASE: Example = Example {
    id: "post-purchase",
    title: "example-post-purchase",
    about: "example-post-purchase-about",
    json: include_str!("../examples/post-purchase.json"),
};

/// Two chained journeys on the recorded orders of a music shop. Contacts and events
/// are CSV files beside the workspace, fetched when they are needed.
pub const CDNOW: Example = Example {
    id: "cdnow",
    title: "example-cdnow",
    about: "example-cdnow-about",
    json: include_str!("../examples/cdnow/workspace.json"),
};
