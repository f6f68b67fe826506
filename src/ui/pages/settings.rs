//! The settings of the workspace: its name, and the environment that it stands for.

use leptos::prelude::*;

use crate::check::site::{Site, Subject};
use crate::editor::{Command, Page};
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::problems::inline::InlineProblemsOf;
use crate::ui::problems::jump::page_of;
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::inputs::{Field, TextInput};

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let (store, toasts) = (Store::get(), Toasts::get());
    let environment = move || store.read(|w| w.settings.environment.clone());
    let url = move || store.read(|w| w.settings.environment_url.clone());
    view! {
        <div class="page">
            <div class="page-body page-narrow">
                <header class="page-head">
                    <h1>{move || t("settings")}</h1>
                </header>
                <Field label=Signal::derive(|| t("workspace-name"))>
                    <TextInput
                        value=Signal::derive(move || store.read(|w| w.settings.name.clone()))
                        on_input=move |name| drop(store.run(Command::RenameWorkspace(name)))
                        test_id="workspace-name"
                    />
                </Field>
                <Field
                    label=Signal::derive(|| t("environment"))
                    help=Signal::derive(|| t("environment-help"))
                >
                    <TextInput
                        value=Signal::derive(environment)
                        on_input=move |name| {
                            drop(store.run(Command::SetEnvironment(name, untrack(url))));
                        }
                    />
                </Field>
                <Field label=Signal::derive(|| t("environment-url"))>
                    <TextInput
                        value=Signal::derive(url)
                        on_input=move |url| {
                            drop(store.run(Command::SetEnvironment(untrack(environment), url)));
                        }
                    />
                </Field>
                <Catalog/>
                <InlineProblemsOf
                    of=Subject::Workspace
                    here=|site: Site| page_of(site) == Page::Settings
                />
                <div>
                    <Button
                        label="export-workspace"
                        icon=IconName::Download
                        on_click=move |()| transfer::export_workspace(store, toasts)
                    />
                </div>
            </div>
        </div>
    }
}

/// Under which unique names flows find custom triggers.
#[component]
fn Catalog() -> impl IntoView {
    let store = Store::get();
    let catalog = move || store.read(|w| w.settings.catalog.clone());
    let category = move || store.read(|w| w.settings.category.clone());
    view! {
        <Field
            label=Signal::derive(|| t("catalog-unique-name"))
            help=Signal::derive(|| t("catalog-help"))
        >
            <TextInput
                value=Signal::derive(catalog)
                on_input=move |name| {
                    drop(store.run(Command::SetCatalog(name, untrack(category))));
                }
                test_id="catalog"
            />
        </Field>
        <Field label=Signal::derive(|| t("category-unique-name"))>
            <TextInput
                value=Signal::derive(category)
                on_input=move |name| {
                    drop(store.run(Command::SetCatalog(untrack(catalog), name)));
                }
                test_id="category"
            />
        </Field>
    }
}
