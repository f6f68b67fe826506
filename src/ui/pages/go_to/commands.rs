//! The commands that can be asked for by name.

use leptos::prelude::*;

use crate::editor::Command;
use crate::editor::keymap::{BINDINGS, Shortcut};
use crate::ui::app::App;
use crate::ui::i18n::{Lang, lang, set_lang};
use crate::ui::icon::IconName;
use crate::ui::later::{Act, act};
use crate::ui::pages::journeys;
use crate::ui::run::Runs;
use crate::ui::shell::drawer::{Drawer, DrawerTab};
use crate::ui::shell::help::{Help, keys_for};
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::widgets::menu::MenuItem;

/// All that can be done now.
pub fn all() -> Vec<MenuItem> {
    let (store, app, toasts) = (Store::get(), App::get(), Toasts::get());
    let (drawer, help, runs) = (Drawer::get(), Help::get(), Runs::get());
    let mut all = vec![
        item("run", IconName::Play, Some(Shortcut::Run), move || {
            drawer.show(DrawerTab::Run);
            act(Act::Run(runs), toasts);
        }),
        item("new-journey", IconName::Plus, None, move || journeys::add(store)),
    ];
    for (words, icon, tab) in [
        ("problems", IconName::TriangleAlert, DrawerTab::Problems),
        ("results", IconName::Table, DrawerTab::Results),
        ("trace", IconName::Route, DrawerTab::Trace),
    ] {
        all.push(item(words, icon, None, move || drawer.show(tab)));
    }
    if store.open_journey().is_some() {
        all.extend(CANVAS.map(|(icon, shortcut)| {
            item(help_of(shortcut), icon, Some(shortcut), move || store.asked.set(Some(shortcut)))
        }));
    }
    all.extend([
        item("undo", IconName::Undo2, Some(Shortcut::Undo), move || {
            store.run(Command::Undo);
        }),
        item("redo", IconName::Redo2, Some(Shortcut::Redo), move || {
            store.run(Command::Redo);
        }),
        item("key-back", IconName::ArrowLeft, Some(Shortcut::Back), move || store.step(true)),
        item("key-forward", IconName::ArrowRight, Some(Shortcut::Forward), move || {
            store.step(false);
        }),
        item("help-keyboard", IconName::Keyboard, Some(Shortcut::Help), move || help.open()),
    ]);
    if let Some(id) = store.open_journey() {
        all.push(item("export-journey", IconName::Download, None, move || {
            act(Act::ExportJourney(store, id), toasts);
        }));
    }
    let other = if lang() == Lang::En { Lang::Fr } else { Lang::En };
    all.extend([
        item("import-journey", IconName::Upload, None, move || {
            act(Act::ChooseJourney(store), toasts);
        }),
        item("export-workspace", IconName::Download, None, move || {
            act(Act::ExportWorkspace(store), toasts);
        }),
        MenuItem {
            label: other.own_name().into(),
            ..item("to-start", IconName::Languages, None, move || set_lang(other, toasts))
        },
        item("to-start", IconName::FolderOpen, None, move || app.close()),
    ]);
    all
}

/// What the canvas of a journey is asked to do.
const CANVAS: [(IconName, Shortcut); 6] = [
    (IconName::StickyNote, Shortcut::Note),
    (IconName::StickyNote, Shortcut::GroundNote),
    (IconName::Maximize, Shortcut::ZoomToFit),
    (IconName::ZoomIn, Shortcut::ZoomFull),
    (IconName::Target, Shortcut::ZoomToSelection),
    (IconName::ChevronRight, Shortcut::FoldAll),
];

fn help_of(shortcut: Shortcut) -> &'static str {
    let found = BINDINGS.iter().find(|binding| binding.shortcut == shortcut);
    found.map_or("", |binding| binding.help)
}

fn item(
    words: &str,
    icon: IconName,
    shortcut: Option<Shortcut>,
    run: impl Fn() + Send + Sync + 'static,
) -> MenuItem {
    let keys = keys_for(shortcut);
    MenuItem { keys, ..MenuItem::plain(words, icon, true, Callback::new(move |()| run())) }
}
