//! The workspaces that come with Parcours, as files in the canonical form.

pub mod workload;

/// A workspace to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// What addresses call it.
    pub id: &'static str,
    /// The message that names it.
    pub title: &'static str,
    /// The message that says what it shows.
    pub about: &'static str,
    /// The address of its file, relative to the page.
    pub address: &'static str,
    /// The CSV files that go with it, by their addresses relative to the page.
    pub csv: Option<[(Csv, &'static str); 2]>,
}

/// What a CSV file of an example holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each says what it is")]
pub enum Csv {
    Contacts,
    Events,
}

impl Csv {
    /// What the file is called once it is unpacked.
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Contacts => "contacts.csv",
            Self::Events => "events.csv",
        }
    }
}

impl Example {
    /// Its file, for [`format::read`](crate::format::read). The page fetches it
    /// instead, and so is lighter by it.
    pub fn json(self) -> &'static str {
        match self.id {
            "cdnow" => include_str!("../examples/cdnow/workspace.json"),
            _ => include_str!("../examples/post-purchase.json"),
        }
    }
}

/// All examples, in the order in which they are offered.
pub const EXAMPLES: [Example; 2] = [POST_PURCHASE, CDNOW];

/// One journey starts another and a flow; two contacts try it.
pub const POST_PURCHASE: Example = Example {
    id: "post-purchase",
    title: "example-post-purchase",
    about: "example-post-purchase-about",
    address: "examples/post-purchase.json",
    csv: None,
};

/// Two chained journeys on the recorded orders of a music shop. Contacts and events
/// are CSV files beside the workspace, fetched when they are needed.
pub const CDNOW: Example = Example {
    id: "cdnow",
    title: "example-cdnow",
    about: "example-cdnow-about",
    address: "examples/cdnow/workspace.json",
    csv: Some([
        (Csv::Contacts, "examples/cdnow/contacts.csv.gz"),
        (Csv::Events, "examples/cdnow/events.csv.gz"),
    ]),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Lang, say};

    #[test]
    fn every_example_has_words_in_both_languages() {
        for id in EXAMPLES.into_iter().flat_map(|example| [example.title, example.about]) {
            assert!(Lang::ALL.into_iter().all(|lang| say(lang, id, []) != id), "{id}");
        }
    }
}
