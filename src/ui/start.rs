//! The start page: what this is in one sentence, the examples, recent workspaces,
//! new, open a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::editor::{Page, Session};
use crate::examples::{EXAMPLES, Example};
use crate::model::workspace::{Settings, Workspace};
use crate::ui::app::App;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::shell::topbar::{LangButton, ThemeButton};
use crate::ui::toast::{ToastRegion, Toasts};
use crate::ui::transfer;
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::confirm::{Question, Questions};
use crate::web::files;
use crate::web::storage::{self, Role, StorageError, Summary};

/// The page.
#[component]
pub fn StartPage() -> impl IntoView {
    document().set_title(crate::ui::PRODUCT);
    let app = App::get();
    view! {
        <div class="start" data-testid="start">
            <header class="start-bar">
                <span class="topbar-brand">
                    <Icon name=IconName::Route/>
                    <span>{crate::ui::PRODUCT}</span>
                </span>
                <span class="drawer-space"></span>
                <LangButton/>
                <ThemeButton/>
            </header>
            <main class="start-main">
                <section class="start-hero">
                    <h1>{move || t("start-title")}</h1>
                    <p class="soft">{move || t("start-about")}</p>
                    <div class="start-actions">
                        <Button
                            label="new-workspace"
                            class="button button-primary"
                            icon=IconName::FilePlus
                            test_id="new-workspace"
                            on_click=move |()| {
                                app.open_new(empty_workspace(), Session::default());
                            }
                        />
                        <Button
                            label="open-file"
                            icon=IconName::FolderOpen
                            test_id="open-file"
                            on_click=move |()| transfer::choose_workspace(app)
                        />
                    </div>
                </section>
                <section class="start-section">
                    <h2>{move || t("examples")}</h2>
                    <ul class="start-cards">
                        {EXAMPLES.into_iter().map(|example| view! { <ExampleCard example/> }.into_any()).collect_view()}
                    </ul>
                </section>
                <Recent/>
            </main>
            <ToastRegion/>
        </div>
    }
}

#[component]
fn ExampleCard(example: Example) -> impl IntoView {
    let (app, toasts) = (App::get(), Toasts::get());
    let busy = RwSignal::new(false);
    let icon = if example.csv.is_some() { IconName::Disc3 } else { IconName::ShoppingBag };
    let open = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            if let Err(cause) = open_example(app, toasts, example).await {
                transfer::say_failed(toasts, &t(example.title), &cause);
            }
            // The page is gone when the example is open.
            let _ = busy.try_set(false);
        });
    };
    view! {
        <li>
            <button
                type="button"
                class="start-card"
                data-testid=format!("example-{}", example.id)
                aria-busy=move || busy.get().to_string()
                on:click=open
            >
                <span class="start-icon">
                    <Icon name=icon/>
                </span>
                <strong>{move || t(example.title)}</strong>
                <span class="soft small">
                    {move || if busy.get() { t("example-loading") } else { t(example.about) }}
                </span>
            </button>
        </li>
    }
}

/// Opens an example as a new workspace, on its first journey, with its CSV files.
async fn open_example(app: App, toasts: Toasts, example: Example) -> Result<(), String> {
    let json = files::fetch(example.address).await.map_err(|error| error.to_string())?;
    let workspace = match crate::format::read(&json) {
        Ok(workspace) => workspace,
        Err(error) => {
            transfer::say_unreadable(toasts, "", &error);
            return Ok(());
        }
    };
    let key = storage::new_key();
    for (role, address) in example.csv.into_iter().flatten() {
        let bytes = files::fetch(address).await.map_err(|error| error.to_string())?;
        let file = files::file(role.file_name(), &bytes).map_err(|error| error.to_string())?;
        let role = match role {
            crate::examples::Csv::Contacts => Role::Contacts,
            crate::examples::Csv::Events => Role::Events,
        };
        storage::put_file(&key, role, &file).await.map_err(|error| error.to_string())?;
    }
    let first = workspace.journeys.keys().next().copied();
    let page = first.map_or(Page::Journeys, Page::Journey);
    app.open_as(key, workspace, Session { page, ..Session::default() });
    Ok(())
}

/// The workspaces of this browser.
#[component]
fn Recent() -> impl IntoView {
    let found = RwSignal::new(None::<Result<Vec<Summary>, StorageError>>);
    let refresh = Callback::new(move |()| {
        spawn_local(async move {
            let list = storage::list().await;
            // The page may be gone by now.
            let _ = found.try_set(Some(list));
        });
    });
    refresh.run(());
    changing(move || match found.get() {
        None => None,
        Some(Err(error)) => Some(
            view! {
                <p class="note note-error">
                    <Icon name=IconName::CircleAlert/>
                    {move || t_with("storage-failed", [("cause", error.to_string().into())])}
                </p>
            }
            .into_any(),
        ),
        Some(Ok(list)) if list.is_empty() => None,
        Some(Ok(list)) => Some(
            view! {
                <section class="start-section">
                    <h2>{move || t("recent")}</h2>
                    <ul class="recent">
                        {list
                            .into_iter()
                            .map(|summary| view! { <RecentRow summary refresh/> }.into_any())
                            .collect_view()}
                    </ul>
                    <p class="soft small">{move || t("recent-help")}</p>
                </section>
            }
            .into_any(),
        ),
    })
}

#[component]
fn RecentRow(summary: Summary, refresh: Callback<()>) -> impl IntoView {
    let (app, questions, toasts) = (App::get(), Questions::get(), Toasts::get());
    let (key, journeys) = (summary.key.clone(), summary.journeys);
    let name = StoredValue::new(summary.name);
    let shown = move || {
        let name = name.get_value();
        if name.trim().is_empty() { t("nameless") } else { name }
    };
    let saved = move || numbers::local_date_time(summary.saved_at);
    let delete = Callback::new(move |()| {
        let key = summary.key.clone();
        spawn_local(async move {
            if let Err(error) = storage::delete(&key).await {
                toasts.say("storage-failed", vec![("cause", error.to_string().into())]);
            }
            refresh.run(());
        });
    });
    let ask = move |()| {
        questions.ask(Question {
            title: t_with("delete-workspace-title", [("name", shown().into())]),
            body: t("delete-workspace-body"),
            action: t("delete"),
            run: delete,
        });
    };
    view! {
        <li class="recent-row">
            <button type="button" class="recent-open" on:click=move |_| app.open_stored(key.clone())>
                <Icon name=IconName::FileText/>
                <strong class="truncate">{move || shown()}</strong>
                <span class="soft small">{move || t_with("journey-count", [("count", journeys.into())])}</span>
                <span class="soft small recent-date">{move || saved()}</span>
            </button>
            <IconButton
                icon=IconName::Trash2
                label=Signal::derive(move || t_with("delete-workspace-title", [("name", shown().into())]))
                tooltip="delete"
                on_click=ask
            />
        </li>
    }
}

/// A workspace to begin with.
fn empty_workspace() -> Workspace {
    let name = untrack(|| t("new-workspace-name"));
    Workspace { settings: Settings { name, ..Settings::default() }.into(), ..Workspace::default() }
}
