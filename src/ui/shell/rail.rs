//! The rail: the pages of the workspace.

use leptos::prelude::*;

use crate::editor::Page;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::store::Store;

/// The pages, one below the other.
#[component]
pub fn Rail() -> impl IntoView {
    view! {
        <nav class="rail" aria-label=move || t("pages")>
            <RailItem page=Page::Journeys icon=IconName::Route label="journeys"/>
            <RailItem page=Page::Map icon=IconName::Map label="map"/>
            <RailItem page=Page::Triggers(None) icon=IconName::Zap label="triggers"/>
            <RailItem page=Page::Flows(None) icon=IconName::Workflow label="flows"/>
            <RailItem page=Page::Segments(None) icon=IconName::Funnel label="segments"/>
            <RailItem page=Page::Contacts icon=IconName::Users label="contacts"/>
            <RailItem page=Page::Tables(None) icon=IconName::Table label="tables"/>
            <RailItem page=Page::Behaviour(None) icon=IconName::Activity label="behaviour"/>
            <RailItem page=Page::Tests(None) icon=IconName::CircleCheck label="tests"/>
            <RailItem page=Page::Settings icon=IconName::Settings label="settings"/>
        </nav>
    }
}

#[component]
fn RailItem(page: Page, icon: IconName, label: &'static str) -> impl IntoView {
    let store = Store::get();
    let current = move || {
        let open = store.session(|session| session.page);
        let same = match (open, page) {
            (Page::Journey(_) | Page::Versions(_), Page::Journeys) => true,
            (open, page) => std::mem::discriminant(&open) == std::mem::discriminant(&page),
        };
        same.then_some("page")
    };
    view! {
        <button
            type="button"
            class="rail-item"
            aria-current=move || current()
            title=move || t(label)
            on:click=move |_| store.open(page)
        >
            <Icon name=icon/>
            <span>{move || t(label)}</span>
        </button>
    }
}
