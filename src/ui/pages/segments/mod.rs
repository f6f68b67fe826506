//! The segments: all of them, and one to edit.

mod record;

use leptos::prelude::*;

use crate::editor::{Command, Page};
use crate::model::id::SegmentId;
use crate::ui::i18n::{t, t_with};
use crate::ui::numbers;
use crate::ui::pages::list::{ListPage, ListRow, run_and_open};
use crate::ui::store::Store;
use record::{SegmentRecord, members};

/// The page, with one segment open.
#[component]
pub fn SegmentsPage(
    /// The open one.
    id: Option<SegmentId>,
) -> impl IntoView {
    let store = Store::get();
    let add = move |()| run_and_open(store, Command::AddSegment(untrack(|| t("new-segment-name"))));
    view! {
        <ListPage
            heading="segments"
            add="new-segment"
            on_add=add
            empty="segments-empty"
            ids=|w| w.segments.keys().copied().collect()
            open=id
            row=|id, open| view! { <Row id open/> }.into_any()
            record=|id| view! { <SegmentRecord id/> }.into_any()
        />
    }
}

#[component]
fn Row(id: SegmentId, open: bool) -> impl IntoView {
    let store = Store::get();
    let name = Signal::derive(move || {
        store.read(|w| w.segments.get(&id).map(|segment| segment.name.clone())).unwrap_or_default()
    });
    let count = move || {
        let count = members(store, id).len();
        t_with(
            "segment-members-count",
            [("count", count.into()), ("n", numbers::count(count as u64).into())],
        )
    };
    view! {
        <ListRow name open page=Page::Segments(Some(id))>
            <span class="soft truncate">{move || count()}</span>
        </ListRow>
    }
}
