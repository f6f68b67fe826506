//! The workbench: everything around one open workspace.

use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::editor::keymap::{Held, Shortcut, shortcut};
use crate::editor::{Command, Editor, Page, Session};
use crate::model::workspace::Workspace;
use crate::ui::canvas::JourneyPage;
use crate::ui::dialogs::{DialogRegion, Dialogs};
use crate::ui::later::{Act, Part, act, later};
use crate::ui::life::{Life, LifeRegion};
use crate::ui::run::Runs;
use crate::ui::run::herald::Before;
use crate::ui::saver::Saver;
use crate::ui::shell::drawer::{Drawer, DrawerTab, DrawerView};
use crate::ui::shell::help::{Help, HelpDialog};
use crate::ui::shell::over::{Over, OverRegion, Tool};
use crate::ui::shell::rail::Rail;
use crate::ui::shell::topbar::TopBar;
use crate::ui::store::Store;
use crate::ui::suite::Suite;
use crate::ui::toast::{ToastRegion, Toasts};
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;

/// The workbench over a workspace that is stored, or will be, under `key`.
#[component]
pub fn Workbench(
    key: String,
    workspace: Workspace,
    session: Session,
    /// The stamp with which it is stored as it is; none: it is not.
    stamp: Option<String>,
) -> impl IntoView {
    let toasts = Toasts::get();
    let store = Store::new(Editor::open(workspace, session), toasts);
    provide_context(store);
    let drawer = Drawer::new();
    provide_context(drawer);
    let help = Help::new();
    provide_context(help);
    let over = Over::new();
    provide_context(over);
    provide_context(Life::new());
    provide_context(Dialogs::new(toasts));
    let runs = Runs::new(store, key.clone());
    provide_context(runs);
    provide_context(Before::now(store));
    provide_context(Suite::new(store));
    provide_context(Saver::start(store, key, stamp));
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        handle_key(&event, store, runs, toasts, drawer, help, over);
    });
    on_cleanup(move || keys.remove());
    Effect::new(move |_| {
        document().set_title(&format!("{} · Parcours", store.read(|w| w.settings.name.clone())));
    });
    let page = Watch::new(move |_| store.session(|session| session.page));
    let active = Watch::new(move |before: Option<&bool>| {
        before == Some(&true) || store.revision() > 0 || runs.state().is_busy()
    });
    let main: NodeRef<html::Main> = NodeRef::new();
    // Whoever is left with nothing by a change of page goes on there; a canvas sees to it
    // by itself.
    Effect::new(move |_| {
        if !matches!(page.get(), Page::Journey(_)) {
            request_animation_frame(move || {
                let active = document().active_element();
                if active.is_none_or(|active| active.tag_name() == "BODY") {
                    skip(main);
                }
            });
        }
    });
    view! {
        <div class="workbench" data-testid="workbench">
            <Button label="skip" class="button skip" on_click=move |()| skip(main)/>
            <TopBar/>
            <Rail/>
            <main class="main" tabindex="-1" node_ref=main>
                {move || match page.get() {
                    Page::Journeys => later(Part::Journeys),
                    Page::Journey(id) => view! { <JourneyPage id/> }.into_any(),
                    Page::Map => later(Part::Map),
                    Page::Versions(id) => later(Part::Versions(id)),
                    Page::Triggers(id) => later(Part::Triggers(id)),
                    Page::Flows(id) => later(Part::Flows(id)),
                    Page::Tables(id) => later(Part::Tables(id)),
                    Page::Segments(id) => later(Part::Segments(id)),
                    Page::Contacts => later(Part::Contacts),
                    Page::Behaviour(id) => later(Part::Behaviour(id)),
                    Page::Tests(id) => later(Part::Tests(id)),
                    Page::Settings => later(Part::Settings),
                    Page::Checks(code) => later(Part::Checks(code)),
                }}
            </main>
            <DrawerView/>
            <ToastRegion/>
            <div class="sr-only">
                {move || active.get().then(|| later(Part::Herald))}
            </div>
            <HelpDialog/>
            <OverRegion/>
            <LifeRegion/>
            <DialogRegion/>
        </div>
    }
}

/// Moves the focus past the bar and the rail.
fn skip(main: NodeRef<html::Main>) {
    if let Some(main) = main.try_get_untracked().flatten() {
        // A refusal leaves it where it is.
        let _ = main.focus();
    }
}

/// The keys that work everywhere; those of the canvas are handled there first.
fn handle_key(
    event: &KeyboardEvent,
    store: Store,
    runs: Runs,
    toasts: Toasts,
    drawer: Drawer,
    help: Help,
    over: Over,
) {
    if event.default_prevented() {
        return;
    }
    match shortcut(&event.key(), held(event), is_text_field(event)) {
        Some(Shortcut::Undo) => drop(store.run(Command::Undo)),
        Some(Shortcut::Redo) => drop(store.run(Command::Redo)),
        Some(Shortcut::Run) => {
            drawer.show(DrawerTab::Run);
            act(Act::Run(runs), toasts);
        }
        Some(Shortcut::Help) => help.open(),
        Some(Shortcut::GoTo) => over.open(Tool::GoTo),
        Some(Shortcut::Back) => store.step(true),
        Some(Shortcut::Forward) => store.step(false),
        _ => return,
    }
    event.prevent_default();
}

/// The keys that are held together with another.
pub fn held(event: &KeyboardEvent) -> Held {
    let command = event.ctrl_key() || event.meta_key();
    Held { command, shift: event.shift_key(), alt: event.alt_key() }
}

/// Whether the key goes into a field that has an undo of its own.
pub fn is_text_field(event: &KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast;
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| {
        let tag = target.tag_name();
        let kind = target.get_attribute("type");
        tag == "TEXTAREA"
            || tag == "SELECT"
            || (tag == "INPUT" && !matches!(kind.as_deref(), Some("checkbox" | "radio")))
    })
}
