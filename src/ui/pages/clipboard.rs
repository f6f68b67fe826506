//! What is copied is readable text that any window and any browser can paste; what
//! became of all that pasted tiles refer to is told.

use std::cell::RefCell;
use std::sync::Arc;

use js_sys::{Function, Object, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::ClipboardEvent;

use crate::editor::{Command, JourneyEdit, Refusal, Tiles, outermost};
use crate::format::write_tiles;
use crate::format::{PasteError, PasteNote, Pasted, ReadError, What, paste as merge, read_tiles};
use crate::model::collect;
use crate::ui::canvas::state::Canvas;
use crate::ui::canvas::{actions, choose, focus};
use crate::ui::dialogs::Dialogs;
use crate::ui::i18n::{Arg, t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::modal::Modal;

thread_local! {
    /// What was copied last in this window: a menu may not read the clipboard unasked.
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Whether something was copied in this window.
pub fn has_copied() -> bool {
    LAST.with_borrow(Option::is_some)
}

/// Copies the tiles that are meant, and deletes them when they are cut. Without an event,
/// or when that has passed, the clipboard is written by itself.
pub fn copy(canvas: Canvas, toasts: Toasts, event: Option<ClipboardEvent>, cut: bool) {
    let during = event.filter(|event| event.event_phase() != web_sys::Event::NONE);
    if during.is_some() && are_words_selected() {
        return;
    }
    let Some(tiles) = choose::meant(canvas, canvas.focus.get_untracked()) else { return };
    let Some((text, all)) = text_of(canvas, &tiles) else { return };
    LAST.set(Some(text.clone()));
    let notes = tiles.iter().filter(|id| canvas.is_note(*id)).count();
    let said = if notes == tiles.count() { "clipboard-note-copied" } else { "clipboard-copied" };
    let count = numbers_of(tiles.count());
    match during.as_ref().and_then(|event| Some((event, event.clipboard_data()?))) {
        Some((event, data)) => {
            event.prevent_default();
            if data.set_data("text/plain", &text).is_err() {
                return toasts.say("clipboard-refused", Vec::new());
            }
        }
        None => spawn_local(async move {
            let written = window().navigator().clipboard().write_text(&text);
            if JsFuture::from(written).await.is_err() {
                toasts.say("clipboard-refused", Vec::new());
            }
        }),
    }
    if cut {
        // What is on their branches is on the clipboard, too: nothing is to be asked.
        canvas.store.edit_journey(canvas.id, JourneyEdit::Delete(all));
        focus::go_to_selected(canvas);
    } else {
        toasts.say(said, count);
    }
}

/// Pastes a text where the next tile would go; without one, what was copied last.
pub fn paste(canvas: Canvas, dialogs: Dialogs, toasts: Toasts, text: Option<String>) {
    let text = text.or_else(|| LAST.with_borrow(Clone::clone)).unwrap_or_default();
    if !text.trim_start().starts_with('{') {
        return toasts.say("clipboard-nothing", Vec::new());
    }
    let fragment = match read_tiles(&text) {
        Ok(fragment) => fragment,
        Err(error) => return say_unreadable(toasts, &error),
    };
    let Some(place) = actions::likely_place(canvas) else { return };
    let mut done = None;
    let outcome = canvas.store.bring(canvas.id, |tx| {
        let pasted = merge(fragment, canvas.id, place, tx).map_err(|error| match error {
            PasteError::TooDeep => Refusal::TooDeep,
            PasteError::NoPlace => Refusal::NotFound,
        })?;
        let brought = if pasted.tiles.is_empty() { &pasted.ground } else { &pasted.tiles };
        let tiles = Tiles::new(collect::set(brought.iter().copied()));
        done = Some(pasted);
        tiles.ok_or(Refusal::NotFound)
    });
    // A refusal has been told.
    if let (Some(_), Some(pasted)) = (outcome, done) {
        report(dialogs, toasts, pasted);
    }
}

/// Whether somebody is copying words of the page.
fn are_words_selected() -> bool {
    let ask = Reflect::get(&window(), &"getSelection".into()).ok();
    let found = ask.and_then(|ask| ask.dyn_into::<Function>().ok()?.call0(&window()).ok());
    found
        .and_then(|found| found.dyn_into::<Object>().ok())
        .is_some_and(|found| found.to_string().length() > 0)
}

fn report(dialogs: Dialogs, toasts: Toasts, pasted: Pasted) {
    if pasted.tiles.is_empty() {
        toasts.say("clipboard-note-pasted", numbers_of(pasted.ground.len()));
    } else if pasted.notes.iter().all(|note| matches!(note, PasteNote::Kept(..))) {
        toasts.say("clipboard-pasted", numbers_of(pasted.tiles.len()));
    } else {
        dialogs.pasted.set(Some(Arc::new(pasted.notes)));
    }
}

fn say_unreadable(toasts: Toasts, error: &ReadError) {
    let (id, args) = error.message();
    let cause =
        untrack(|| t_with(id, args.into_iter().map(|(name, text)| (name, Arg::from(text)))));
    toasts.say("clipboard-unreadable", vec![("cause", cause.into())]);
}

/// The text of tiles and of the notes on the ground that go with them, and all of these.
fn text_of(canvas: Canvas, tiles: &Tiles) -> Option<(String, Tiles)> {
    let journey = canvas.journey.get_untracked()?;
    let mut found = Vec::new();
    outermost(&journey.tiles, tiles, &mut found);
    let inside = found.iter().flat_map(|tile| tile.subtree()).map(|tile| tile.id);
    let inside = collect::set(inside.chain(tiles.iter()));
    let notes = journey.notes_with(&|id| inside.contains(&id));
    let ids = found.iter().map(|tile| tile.id).chain(notes.iter().map(|note| note.id));
    let all = Tiles::new(collect::set(ids))?;
    let text = |workspace: &_| write_tiles(workspace, &journey, &found, &notes);
    Some((canvas.store.peek(text), all))
}

fn numbers_of(count: usize) -> Vec<(&'static str, Arg)> {
    let words = untrack(|| numbers::count(count as u64));
    vec![("count", count.into()), ("n", words.into())]
}

/// What became of all that the pasted tiles refer to.
#[component]
pub fn PastedDialog() -> impl IntoView {
    let (dialogs, store) = (Dialogs::get(), Store::get());
    let close = Callback::new(move |()| dialogs.pasted.set(None));
    let notes = dialogs.pasted.get_untracked().unwrap_or_default();
    let part = |icon, title: &'static str, help: &'static str, of: fn(&PasteNote) -> bool| {
        let found: Vec<_> = notes.iter().filter(|note| of(note)).cloned().collect();
        (!found.is_empty()).then(|| view! { <Notes icon title help notes=found/> }.into_any())
    };
    let parts = [
        part(IconName::TriangleAlert, "pasted-missing", "pasted-missing-help", |note| {
            matches!(note, PasteNote::Missing(..))
        }),
        part(IconName::ArrowRight, "pasted-remapped", "pasted-remapped-help", |note| {
            matches!(note, PasteNote::Remapped(..))
        }),
        part(IconName::Check, "pasted-kept", "pasted-kept-help", |note| {
            matches!(note, PasteNote::Kept(..))
        }),
    ];
    let parts = parts.into_iter().flatten().collect::<Vec<_>>();
    view! {
        <Modal label=Signal::derive(|| t("pasted")) test_id="pasted-dialog" close>
            <h2>{move || t("pasted")}</h2>
            {parts}
            <div class="dialog-actions">
                <Button
                    label="undo"
                    test_id="pasted-undo"
                    on_click=move |()| {
                        close.run(());
                        store.run(Command::Undo);
                    }
                />
                <Button
                    label="close"
                    class="button button-primary"
                    test_id="pasted-close"
                    on_click=close
                />
            </div>
        </Modal>
    }
}

#[component]
fn Notes(
    icon: IconName,
    title: &'static str,
    help: &'static str,
    notes: Vec<PasteNote>,
) -> impl IntoView {
    let count = notes.len();
    let heading = move || t_with(title, [("n", numbers::count(count as u64).into())]);
    let line = |note: PasteNote| {
        let (PasteNote::Kept(what, name)
        | PasteNote::Remapped(what, name)
        | PasteNote::Missing(what, name)) = note;
        let words = move || t(word(what));
        view! {
            <li>
                <span class="soft">{words}</span>
                " "
                {name}
            </li>
        }
    };
    view! {
        <section class="pasted-part" data-part=title>
            <h3>
                <Icon name=icon/>
                {heading}
            </h3>
            <p class="soft small">{move || t(help)}</p>
            <ul>{notes.into_iter().map(line).collect_view()}</ul>
        </section>
    }
}

fn word(what: What) -> &'static str {
    match what {
        What::Field => "pasted-field",
        What::Trigger => "pasted-trigger",
        What::Attribute => "pasted-attribute",
        What::Table => "pasted-table",
        What::Column => "pasted-column",
        What::Tile => "pasted-tile",
        What::Entry => "pasted-entry",
    }
}
