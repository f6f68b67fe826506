//! The map as a file: SVG, and PNG drawn from it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::check::links::Node;
use crate::check::term;
use crate::editor::Paper;
use crate::editor::map::{Look, Map, svg};
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::shell::state::colour_of;
use crate::ui::store::Store;
use crate::ui::theme;
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::words::version_name;
use crate::web::{files, picture};

/// The pixels of a PNG for each CSS px, and the most along a side.
const SCALE: f64 = 2.0;
const MOST: f64 = 8192.0;

/// A button for each format.
#[component]
pub fn ExportButtons(
    /// The map.
    map: Watch<Arc<Map>>,
) -> impl IntoView {
    let (store, toasts) = (Store::get(), Toasts::get());
    let name = move |ending| {
        let workspace = store.peek(|workspace| workspace.settings.name.clone());
        files::name_for(&format!("{workspace} {}", untrack(|| t("map"))), ending)
    };
    let text = move || untrack(|| map.with(|map| svg(map, &look(map))));
    let as_svg = move |()| transfer::save(toasts, &name("svg"), "image/svg+xml", &text());
    let as_png = move |()| {
        let (text, name) = (text(), name("png"));
        spawn_local(async move {
            if let Err(error) = picture::save_png(&name, &text, SCALE, MOST).await {
                let args = vec![("file", name.into()), ("cause", error.0.into())];
                toasts.say("file-not-saved", args);
            }
        });
    };
    view! {
        <div class="map-export">
            <Button
                label="map-svg"
                class="button button-small"
                icon=IconName::Download
                test_id="map-svg"
                on_click=as_svg
            />
            <Button
                label="map-png"
                class="button button-small"
                icon=IconName::Download
                test_id="map-png"
                on_click=as_png
            />
        </div>
    }
}

/// The colours that the page has now, and the words in its language.
fn look(map: &Map) -> Look {
    let token = theme::tokens();
    let states = map.boxes.iter().map(|one| match (one.node, one.state) {
        (_, Some(state)) => {
            let words = t(term::of_journey_state(state));
            let words = match one.version {
                Some(number) => format!("{} · {words}", version_name(number)),
                None => words,
            };
            (token(colour_of(state)), words)
        }
        (Node::Flow(_), None) if one.live => (token("live"), t("flow-reacts")),
        _ => (token("draft"), t("flow-does-not-react")),
    });
    Look {
        paper: Paper::of(&token),
        trigger_soft: token("trigger-soft"),
        message_soft: token("message-soft"),
        error: token("error"),
        states: states.collect(),
        nameless: t("nameless"),
    }
}
