//! A page with a list at the left and one record at the right, and how a record that is
//! made comes to be the open one.

use leptos::prelude::*;

use crate::editor::{Command, Created, Page};
use crate::model::workspace::Workspace;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::rows::{RowKey, Rows};
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;

/// The page of the records of one kind: `children` stand above its list.
#[component]
pub fn ListPage<I: RowKey + Copy + PartialEq + Send + Sync + 'static>(
    /// The heading of the list.
    heading: &'static str,
    /// The words of the button that adds a record.
    add: &'static str,
    /// Adds a record.
    #[prop(into)]
    on_add: Callback<()>,
    /// What it says while no record is open.
    #[prop(default = "")]
    empty: &'static str,
    /// The records, in the order of the list.
    ids: fn(&Workspace) -> Vec<I>,
    /// The open record.
    open: Option<I>,
    /// The row of a record, and whether that is the open one.
    row: fn(I, bool) -> AnyView,
    /// A record, open.
    record: fn(I) -> AnyView,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let store = Store::get();
    let ids = Watch::new(move |_| store.read(ids));
    view! {
        <div class="page list-page">
            <section class="list-side" aria-label=move || t(heading)>
                <header class="list-head">
                    <h1>{move || t(heading)}</h1>
                    <Button
                        label=add
                        class="button button-small"
                        icon=IconName::Plus
                        test_id=add
                        on_click=on_add
                    />
                </header>
                {children.map(|children| children())}
                <ul class="list" data-testid=heading>
                    <Rows each=move || ids.get() let:id>
                        {row(id, open == Some(id))}
                    </Rows>
                </ul>
            </section>
            <section class="list-record">
                {match open {
                    Some(id) => record(id),
                    None => view! { <p class="empty">{move || t(empty)}</p> }.into_any(),
                }}
            </section>
        </div>
    }
}

/// A row of such a list.
#[component]
pub fn ListRow(
    /// Its name; empty: it has none.
    #[prop(into)]
    name: Signal<String>,
    /// Whether it is the open one.
    open: bool,
    /// The page with its record open.
    page: Page,
    /// What stands below the name.
    children: Children,
) -> impl IntoView {
    let store = Store::get();
    let shown = move || {
        let name = name.get();
        if name.trim().is_empty() { t("nameless") } else { name }
    };
    view! {
        <li>
            <button
                type="button"
                class="list-row"
                aria-current=open.then_some("true")
                on:click=move |_| store.open(page)
            >
                <strong class="truncate" title=move || shown()>
                    {move || shown()}
                </strong>
                <span class="list-row-detail">{children()}</span>
            </button>
        </li>
    }
}

/// Runs a command and opens the page of the record that it makes.
pub fn run_and_open(store: Store, command: Command) {
    let made = store.run(command).and_then(|outcome| outcome.created);
    if let Some(page) = made.and_then(page_of) {
        store.open(page);
    }
}

fn page_of(made: Created) -> Option<Page> {
    Some(match made {
        Created::Journey(id) => Page::Journey(id),
        Created::Trigger(id) => Page::Triggers(Some(id)),
        Created::Flow(id) => Page::Flows(Some(id)),
        Created::Table(id) => Page::Tables(Some(id)),
        Created::Segment(id) => Page::Segments(Some(id)),
        Created::Scenario(id) => Page::Tests(Some(id)),
        Created::Model(id) => Page::Behaviour(Some(id)),
        _ => return None,
    })
}
