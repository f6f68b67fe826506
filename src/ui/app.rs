//! The app: a start page, or the workbench over one open workspace.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::editor::Session;
use crate::model::workspace::Workspace;
use crate::ui::i18n::{lang, show_lang};
use crate::ui::later::{Act, NotFetched, act, checker};
use crate::ui::start::StartPage;
use crate::ui::theme::Theme;
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::widgets::confirm::{QuestionRegion, Questions};
use crate::ui::workbench::Workbench;
use crate::web::{session, storage};

/// What the window shows.
#[derive(Debug, Clone)]
enum Screen {
    /// The stored workspace that the address names is being read.
    Loading,
    /// The start page.
    Start,
    /// A workspace, with its key in the browser's storage, and the stamp with which it is
    /// stored there as it is.
    Open(String, Box<(Workspace, Session)>, Option<String>),
}

/// What the start page and the workbench ask of the app. Copied freely; a handle.
#[derive(Clone, Copy)]
pub struct App {
    screen: RwSignal<Screen, LocalStorage>,
    /// Where what happened is told.
    pub toasts: Toasts,
}

impl App {
    /// The app around a component.
    pub fn get() -> Self {
        expect_context()
    }

    /// Opens a workspace that is not stored yet, under a new key.
    pub fn open_new(self, workspace: Workspace, session: Session) {
        self.open_as(storage::new_key(), workspace, session);
    }

    /// Opens a workspace under that key.
    pub fn open_as(self, key: String, workspace: Workspace, session: Session) {
        self.show(key, workspace, session, None);
    }

    /// Shows a workspace that is stored with that stamp; none: not as it is. One with
    /// other time zones than UTC waits for their data, which comes with the checker.
    pub fn show(self, key: String, workspace: Workspace, session: Session, stamp: Option<String>) {
        set_address(&format!("#{key}"));
        let in_utc = workspace.journeys.values().all(|journey| journey.time_zone == "UTC");
        let open = Screen::Open(key, Box::new((workspace, session)), stamp);
        if in_utc {
            return self.screen.set(open);
        }
        self.screen.set(Screen::Loading);
        spawn_local(async move {
            match checker().await {
                Ok(_) => self.screen.set(open),
                Err(NotFetched) => {
                    self.toasts.say("later-failed", Vec::new());
                    self.close();
                }
            }
        });
    }

    /// Opens a stored workspace. What cannot be read stays stored, and a message says why.
    pub fn open_stored(self, key: String) {
        self.screen.set(Screen::Loading);
        spawn_local(async move {
            match storage::load(&key).await {
                Ok(Some(stored)) => match crate::format::read(stored.document.as_bytes()) {
                    Ok(workspace) => {
                        let session = session::read(&stored.session);
                        self.show(key, workspace, session, Some(stored.stamp));
                    }
                    Err(error) => {
                        transfer::say_unreadable(self.toasts, "", &error);
                        self.close();
                    }
                },
                Ok(None) => self.close(),
                Err(error) => {
                    self.toasts.say("storage-failed", vec![("cause", error.to_string().into())]);
                    self.close();
                }
            }
        });
    }

    /// Goes back to the start page. The open workspace is stored already.
    pub fn close(self) {
        set_address("");
        self.screen.set(Screen::Start);
    }
}

/// The whole app.
#[component]
pub fn AppRoot() -> impl IntoView {
    let toasts = Toasts::new();
    provide_context(toasts);
    provide_context(Questions::new());
    let app = App { screen: RwSignal::new_local(Screen::Start), toasts };
    provide_context(app);
    show_lang(untrack(lang));
    Theme::chosen().show();
    if let Some(bench) = bench() {
        app.screen.set(Screen::Loading);
        act(Act::OpenBench(bench, app), toasts);
    } else if let Some(key) = key_of_address() {
        app.open_stored(key);
    }
    view! {
        {move || match app.screen.get() {
            Screen::Loading => ().into_any(),
            Screen::Start => view! { <StartPage/> }.into_any(),
            Screen::Open(key, opened, stamp) => {
                let (workspace, session) = *opened;
                view! { <Workbench key workspace session stamp/> }.into_any()
            }
        }}
        <QuestionRegion/>
    }
}

/// The workspace that the address names, so that a reload comes back to it.
pub fn key_of_address() -> Option<String> {
    let hash = window().location().hash().ok()?;
    hash.strip_prefix('#').filter(|key| !key.is_empty()).map(str::to_owned)
}

/// Something that the address can ask to be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bench {
    /// How fast the canvas is.
    Canvas,
    /// How fast the engine is.
    Engine,
}

/// What the address asks to be measured.
pub fn bench() -> Option<Bench> {
    let search = window().location().search().ok()?;
    let asked = search.strip_prefix("?bench")?;
    Some(if asked.starts_with("=engine") { Bench::Engine } else { Bench::Canvas })
}

fn set_address(hash: &str) {
    let location = window().location();
    let (Ok(path), Ok(search)) = (location.pathname(), location.search()) else { return };
    if let Ok(history) = window().history() {
        let address = format!("{path}{search}{hash}");
        // Without an address the app works as well, only a reload starts over.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}
