//! The list of contacts: any number of them, of which only those in view are
//! fetched from the worker and drawn.

use leptos::html;
use leptos::prelude::*;

use crate::engine::find::Visit;
use crate::model::sorted::{SortedMap, SortedSet};
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::rows::Rows;
use crate::ui::run::{Runs, figures};
use crate::ui::watch::Watch;
use crate::ui::widgets::button::IconButton;
use crate::web::simulation::{ContactPage, ContactRow, Query};

/// The list as far as it is known. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct ContactList {
    query: RwSignal<Query>,
    total: RwSignal<Option<u32>>,
    /// Rows by the number of their part.
    parts: RwSignal<SortedMap<u32, Vec<ContactRow>>>,
    asked: StoredValue<SortedSet<u32>>,
    /// Grows when everything has to be asked for again.
    version: RwSignal<u32>,
}

/// The height of a row, in px; the style sheet says the same.
const ROW: f64 = 30.0;
/// How many rows are fetched at once.
const PART: u32 = 100;
/// How many rows are drawn beyond the visible ones.
const MARGIN: u32 = 8;

impl ContactList {
    /// Nothing known yet.
    pub fn new() -> Self {
        Self {
            query: RwSignal::new(Query::default()),
            total: RwSignal::new(None),
            parts: RwSignal::new(SortedMap::new()),
            asked: StoredValue::new(SortedSet::new()),
            version: RwSignal::new(0),
        }
    }

    /// Which contacts it holds; tracked.
    pub fn query(self) -> Query {
        self.query.get()
    }

    /// Shows only those that came by there; none: all again.
    pub fn filter(self, visit: Option<Visit>) {
        self.query.update(|query| query.visit = visit);
        self.renew();
    }

    /// Shows only those whose name has this in it.
    fn search(self, text: String) {
        self.query.update(|query| query.search = text);
        self.renew();
    }

    /// Forgets the rows: the data or the question is another.
    pub fn renew(self) {
        self.asked.set_value(SortedSet::new());
        self.parts.set(SortedMap::new());
        self.version.update(|version| *version += 1);
    }

    /// Takes a part of the list, unless the question has become another.
    pub fn take(self, page: ContactPage) {
        if page.query == self.query.get_untracked() {
            self.total.set(Some(page.total));
            self.parts.update(|parts| drop(parts.insert(page.offset / PART, page.rows)));
        }
    }

    /// Asks for the parts that `range` needs and that were not asked for; tracked.
    fn need(self, runs: Runs, range: std::ops::Range<u32>) {
        self.version.track();
        let query = self.query.get_untracked();
        for part in range.start / PART..=range.end / PART {
            let new = self.asked.try_update_value(|asked| asked.insert(part));
            if new == Some(true) {
                runs.ask_contacts(query.clone(), part * PART, PART);
            }
        }
    }

    fn row(self, place: u32) -> Option<ContactRow> {
        self.parts.with(|parts| parts.get(&(place / PART))?.get((place % PART) as usize).cloned())
    }
}

/// The list with its search and its filter.
#[component]
pub fn ContactListView() -> impl IntoView {
    let runs = Runs::get();
    let list = runs.list;
    view! {
        <section class="contact-list" data-testid="contact-list" aria-label=move || t("contacts")>
            <div class="contact-head">
                <h3>{move || t("contacts")}</h3>
                <span class="soft small numeric" data-testid="contact-total">
                    {move || list.total.get().map(|total| numbers::count(total.into()))}
                </span>
            </div>
            <label class="contact-search">
                <Icon name=IconName::Search/>
                <input
                    type="search"
                    autocomplete="off"
                    data-testid="contact-search"
                    aria-label=move || t("run-search-contacts")
                    placeholder=move || t("search")
                    prop:value=move || list.query.get().search
                    on:input=move |event| list.search(event_target_value(&event))
                />
            </label>
            <Filter/>
            <VisibleRows/>
        </section>
    }
}

/// What the list is narrowed to, with the way back.
#[component]
fn Filter() -> impl IntoView {
    let runs = Runs::get();
    let visit = Watch::new(move |_| runs.list.query.get().visit);
    changing(move || {
        let visit = visit.get()?;
        let words = move || {
            runs.workspace().map(|workspace| figures::visit(&workspace, visit)).unwrap_or_default()
        };
        Some(
            view! {
                <div class="contact-filter" data-testid="contact-filter">
                    <span class="truncate" title=move || words()>{move || words()}</span>
                    <IconButton
                        icon=IconName::X
                        label="run-all-contacts"
                        on_click=move |()| runs.list.filter(None)
                    />
                </div>
            }
            .into_any(),
        )
    })
}

#[component]
fn VisibleRows() -> impl IntoView {
    let runs = Runs::get();
    let list = runs.list;
    let port: NodeRef<html::Div> = NodeRef::new();
    let top = RwSignal::new(0.0);
    let height = RwSignal::new(0.0);
    let measure = move || {
        if let Some(port) = port.get_untracked() {
            top.set(f64::from(port.scroll_top()));
            height.set(f64::from(port.client_height()));
        }
    };
    Effect::new(move |_| {
        list.version.track();
        if let Some(port) = port.get() {
            port.set_scroll_top(0);
        }
        measure();
    });
    let visible = Watch::new(move |_| {
        let first = ((top.get() / ROW) as u32).saturating_sub(MARGIN);
        first..first + (height.get() / ROW) as u32 + 1 + 2 * MARGIN
    });
    Effect::new(move |_| list.need(runs, visible.get()));
    let total = move || list.total.get().unwrap_or_default();
    let places = move || {
        let visible = visible.get();
        visible.start.min(total())..visible.end.min(total())
    };
    view! {
        <div class="contact-port" tabindex="-1" node_ref=port on:scroll=move |_| measure()>
            <ul class="contact-rows" style:height=move || format!("{}px", f64::from(total()) * ROW)>
                <Rows each=places let:place>
                    <Row place/>
                </Rows>
            </ul>
            {move || {
                (list.total.get() == Some(0))
                    .then(|| {
                        let searched = !list.query.get().search.is_empty();
                        let id = if searched { "nothing-found" } else { "run-nobody" };
                        view! { <p class="soft small contact-none">{t(id)}</p> }.into_any()
                    })
            }}
        </div>
    }
}

#[component]
fn Row(
    /// Its place in the list.
    place: u32,
) -> impl IntoView {
    let runs = Runs::get();
    let row = Watch::new(move |_| runs.list.row(place));
    let name = move || row.get().map(|row| row.name).unwrap_or_else(|| "…".into());
    let shown = move || {
        runs.trace.with(|trace| {
            trace.as_ref().is_some_and(|trace| {
                row.with(|row| row.as_ref().is_some_and(|row| row.contact == trace.contact))
            })
        })
    };
    let events = move || {
        let events = row.get()?.events;
        let count = numbers::count(events.into());
        Some(t_with("run-events", [("count", i64::from(events).into()), ("n", count.into())]))
    };
    view! {
        <li class="contact-row" style:top=format!("{}px", f64::from(place) * ROW)>
            <button
                type="button"
                aria-current=move || shown().then_some("true")
                on:click=move |_| {
                    if let Some(row) = row.get_untracked() {
                        runs.trace_of(row.contact);
                    }
                }
            >
                <span class="truncate">{move || name()}</span>
                <span class="soft numeric">{move || events()}</span>
            </button>
        </li>
    }
}
