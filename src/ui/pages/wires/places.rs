//! Where a contact field, an attribute, a table or a column is used: a count that opens the list of places,
//! each a way there.

use leptos::prelude::*;

use crate::check::site::Site;
use crate::check::usage::table_usage;
use crate::model::id::{AttributeId, ColumnId, FieldId, TableId, TriggerId};
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{ChangingIcon, IconName};
use crate::ui::numbers;
use crate::ui::pages::spot::spot_words;
use crate::ui::problems::jump::{jump, place_words};
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;

/// What is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Used {
    /// A contact field.
    Field(FieldId),
    /// An attribute of a trigger.
    Attribute(TriggerId, AttributeId),
    /// A table, by the types that name it.
    Table(TableId),
    /// A column of a table, by the paths through it.
    Column(ColumnId),
}

impl Used {
    /// The places; tracked.
    fn sites(self, store: Store) -> Vec<Site> {
        let index = store.index();
        match self {
            Self::Field(id) => index.field_usage(id).to_vec(),
            Self::Attribute(trigger, id) => index.attribute_usage(trigger, id).to_vec(),
            Self::Table(id) => store.read(|workspace| table_usage(workspace, id)),
            Self::Column(id) => index.column_usage(id).to_vec(),
        }
    }
}

/// The count and, when it is open, the list.
#[component]
pub fn Places(
    /// What is used there.
    of: Used,
) -> impl IntoView {
    let store = Store::get();
    let sites = Watch::new(move |_| of.sites(store));
    let is_open = RwSignal::new(false);
    let count = move || {
        let count = sites.with(Vec::len);
        let args = [("count", count.into()), ("n", numbers::count(count as u64).into())];
        t_with("places-count", args)
    };
    let is_used = Watch::new(move |_| !sites.with(Vec::is_empty));
    changing(move || {
        if !is_used.get() {
            return view! { <span class="soft small places-none">{move || t("places-none")}</span> }
                .into_any();
        }
        view! {
            <button
                type="button"
                class="link small places-button"
                data-testid="places"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                <ChangingIcon name=Signal::derive(move || {
                    if is_open.get() { IconName::ChevronDown } else { IconName::ChevronRight }
                })/>
                {move || count()}
            </button>
            {move || is_open.get().then(|| list(store, sites.get()))}
        }
        .into_any()
    })
}

fn list(store: Store, sites: Vec<Site>) -> AnyView {
    let row = |site: Site| {
        view! {
            <li class="places-row">
                <Button
                    label=Signal::derive(move || place_words(store, site))
                    class="link small truncate"
                    on_click=move |()| jump(store, site)
                />
                <span class="soft small">{move || spot_words(store, site)}</span>
            </li>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = sites.into_iter().map(row).collect();
    view! { <ul class="places-list" data-testid="places-list">{rows}</ul> }.into_any()
}
