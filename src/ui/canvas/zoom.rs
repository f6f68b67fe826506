//! The zoom at the lower right corner.

use leptos::prelude::*;

use crate::ui::canvas::focus;
use crate::ui::canvas::keyboard::ZOOM;
use crate::ui::canvas::state::Canvas;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::prefs;
use crate::ui::watch::Watch;

/// Smaller, full size, larger, all of it.
#[component]
pub fn ZoomBar() -> impl IntoView {
    let canvas = Canvas::get();
    let percent = Watch::new(move |_| (canvas.camera.get().zoom * 100.0).round());
    let words = move || numbers::share(percent.get() as u64, 100);
    view! {
        <div class="zoom-bar" role="group" aria-label=move || t("canvas-zoom")>
            <button
                type="button"
                class="button button-quiet button-small button-icon"
                data-testid="outline-toggle"
                aria-label=move || t("outline")
                title=move || t("outline")
                aria-pressed=move || canvas.outline.get().to_string()
                on:click=move |_| focus::toggle_outline(canvas)
            >
                <Icon name=IconName::ListTree/>
            </button>
            <button
                type="button"
                class="button button-quiet button-small button-icon hide-narrow"
                data-testid="minimap-toggle"
                aria-label=move || t("minimap")
                title=move || t("minimap")
                aria-pressed=move || canvas.minimap.get().to_string()
                on:click=move |_| {
                    canvas.minimap.update(|shown| *shown = !*shown);
                    match canvas.minimap.get_untracked() {
                        true => prefs::write(prefs::MINIMAP, "shown"),
                        false => prefs::clear(prefs::MINIMAP),
                    }
                }
            >
                <Icon name=IconName::Map/>
            </button>
            <ZoomButton
                id="zoom-out"
                label="key-zoom-out"
                icon=IconName::ZoomOut
                run=move |()| canvas.zoom_by(1.0 / ZOOM)
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
            <ZoomButton
                id="zoom-in"
                label="key-zoom-in"
                icon=IconName::ZoomIn
                run=move |()| canvas.zoom_by(ZOOM)
            />
            <ZoomButton
                id="zoom-fit"
                label="key-zoom-to-fit"
                icon=IconName::Maximize
                run=move |()| canvas.fit()
            />
            <ZoomButton
                id="zoom-selection"
                label="key-zoom-to-selection"
                icon=IconName::Target
                run=move |()| canvas.zoom_to_selection()
            />
        </div>
    }
}

/// A button that only changes what part is seen, of a journey or of the map.
#[component]
pub fn ZoomButton(
    /// For tests.
    id: &'static str,
    /// The message of its name.
    label: &'static str,
    /// What it shows.
    icon: IconName,
    /// What it does.
    #[prop(into)]
    run: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button-quiet button-small button-icon"
            data-testid=id
            aria-label=move || t(label)
            title=move || t(label)
            on:click=move |_| run.run(())
        >
            <Icon name=icon/>
        </button>
    }
}
