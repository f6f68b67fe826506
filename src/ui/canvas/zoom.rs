//! The zoom at the lower right corner.

use leptos::prelude::*;

use crate::ui::canvas::focus;
use crate::ui::canvas::keyboard::ZOOM;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::prefs;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::IconButton;

/// Smaller, full size, larger, all of it.
#[component]
pub fn ZoomBar() -> impl IntoView {
    let canvas = Canvas::get();
    let percent = Watch::new(move |_| (canvas.camera.get().zoom * 100.0).round());
    let words = move || numbers::share(percent.get() as u64, 100);
    view! {
        <div class="zoom-bar" role="group" aria-label=move || t("canvas-zoom")>
            <IconButton
                icon=IconName::ListTree
                label="outline"
                test_id="outline-toggle"
                pressed=canvas.outline
                on_click=move |()| focus::toggle_outline(canvas)
            />
            <IconButton
                icon=IconName::Map
                label="minimap"
                class="button button-quiet button-small button-icon hide-narrow"
                test_id="minimap-toggle"
                pressed=canvas.minimap
                on_click=move |()| {
                    canvas.minimap.update(|shown| *shown = !*shown);
                    match canvas.minimap.get_untracked() {
                        true => prefs::write(prefs::MINIMAP, "shown"),
                        false => prefs::clear(prefs::MINIMAP),
                    }
                }
            />
            <IconButton
                icon=IconName::ZoomOut
                label="key-zoom-out"
                test_id="zoom-out"
                on_click=move |()| canvas.zoom_by(1.0 / ZOOM)
            />
            <button
                type="button"
                class="zoom-percent numeric"
                data-testid="zoom-full"
                title=move || t("key-zoom-full")
                aria-label=move || t_with("canvas-zoom-now", [("zoom", words().into())])
                on:click=move |_| canvas.zoom_full()
            >
                {move || words()}
            </button>
            <IconButton
                icon=IconName::ZoomIn
                label="key-zoom-in"
                test_id="zoom-in"
                on_click=move |()| canvas.zoom_by(ZOOM)
            />
            <IconButton
                icon=IconName::Maximize
                label="key-zoom-to-fit"
                test_id="zoom-fit"
                on_click=move |()| canvas.fit()
            />
            <IconButton
                icon=IconName::Target
                label="key-zoom-to-selection"
                test_id="zoom-selection"
                on_click=move |()| canvas.zoom_to_selection()
            />
        </div>
    }
}
