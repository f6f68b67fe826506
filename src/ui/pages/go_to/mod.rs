//! Go to: one list of all tiles, records, pages and commands, found by some letters
//! of their names. Without letters it shows what was visited last.

mod commands;
mod things;

use leptos::prelude::*;

use crate::editor::{Page, find};
use crate::ui::i18n::t;
use crate::ui::search;
use crate::ui::shell::over::Over;
use crate::ui::store::Store;
use crate::ui::widgets::flyout::{Spot, window_size};
use crate::ui::widgets::menu::MenuItem;
use crate::ui::widgets::picker::{Choice, ChoiceList, more};
use things::{Thing, To};

/// So many are shown at once.
const MOST: usize = 50;
/// So many of the places visited are shown before anything is typed.
const RECENT: usize = 8;
/// The width of the list in px, as in `find.css`.
const WIDTH: f64 = 600.0;

/// The list, in the middle of the window.
#[component]
pub fn GoTo() -> impl IntoView {
    let (store, over) = (Store::get(), Over::get());
    let commands = StoredValue::new(untrack(commands::all));
    let things = StoredValue::new(untrack(|| commands.with_value(|all| things::all(store, all))));
    let count = RwSignal::new(0_usize);
    let from = StoredValue::new_local(document().active_element());
    let close = Callback::new(move |refocus: bool| {
        over.close();
        if refocus {
            from.with_value(|from| super::give_focus_back(from.as_ref()));
        }
    });
    let find = Callback::new(move |query: String| {
        let plain = search::plain(query.trim());
        let (found, all) = things.with_value(|things| {
            if plain.is_empty() {
                return (first(store, things), 0);
            }
            let names = things.iter().map(|thing| (&*thing.name, &*thing.around));
            let (found, count) = find::best(names, &plain, MOST);
            (found.into_iter().map(|index| choice(things, index, "")).collect(), count)
        });
        count.set(all);
        found
    });
    let choose = Callback::new(move |key: String| {
        let to = key.parse().ok().and_then(|index: usize| {
            things.with_value(|things| things.get(index).map(|thing| thing.to.clone()))
        });
        match to {
            Some(To::Visit((Page::Journey(journey), selection))) => {
                over.close();
                store.open_tile(journey, selection);
            }
            Some(To::Visit((page, _))) => {
                over.close();
                store.open(page);
            }
            Some(To::Command(index)) => {
                close.run(true);
                let run = commands.with_value(|all| all.get(index).map(|item: &MenuItem| item.run));
                run.into_iter().for_each(|run| run.run(()));
            }
            None => close.run(true),
        }
    });
    let (wide, high) = window_size();
    let left = ((wide - WIDTH) / 2.0).max(8.0);
    let spot = Spot { left, top: Some(high / 10.0), bottom: None };
    let foot = Signal::derive(move || match count.get() {
        count if count > MOST => more(MOST, count),
        _ => t("go-to-keys"),
    });
    let label = Signal::derive(|| t("key-go-to"));
    let choices = Signal::stored(Vec::new());
    view! {
        <div class="go-to" role="dialog" aria-label=move || label.get() data-testid="go-to">
            <ChoiceList spot label choices choose find foot close/>
        </div>
    }
}

/// What is shown before anything is typed: the places visited last, then commands,
/// pages and journeys.
fn first(store: Store, things: &[Thing]) -> Vec<Choice> {
    let recent = untrack(|| store.editor(|editor| editor.recent()));
    let at = |visit| {
        let to = To::Visit(visit);
        things.iter().position(|thing| thing.to == to)
    };
    let recent = recent.into_iter().filter_map(at).take(RECENT);
    let mut first: Vec<Choice> =
        recent.map(|index| choice(things, index, "go-to-recent")).collect();
    let grouped = things.iter().enumerate().filter(|(_, thing)| !thing.group.is_empty());
    first.extend(grouped.map(|(index, thing)| choice(things, index, thing.group)));
    first
}

fn choice(things: &[Thing], index: usize, group: &str) -> Choice {
    let Some(thing) = things.get(index) else { return Choice::default() };
    Choice {
        key: index.to_string(),
        label: thing.label.clone(),
        detail: thing.detail.clone(),
        group: if group.is_empty() { String::new() } else { t(group) },
        icon: Some(thing.icon),
    }
}
