//! What a journey without tiles says: the most likely next steps.

use leptos::prelude::*;

use crate::layout::{Number, Point, Stop};
use crate::model::tree::{Place, SequenceId};
use crate::ui::canvas::focus;
use crate::ui::canvas::keyboard::open_plus;
use crate::ui::canvas::state::Canvas;
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::watch::Watch;

/// One sentence and two steps, below the Entry, while there is no tile.
#[component]
pub fn EmptyHint() -> impl IntoView {
    let canvas = Canvas::get();
    let started = Watch::new(move |_| {
        let journey = canvas.journey.get()?;
        journey
            .tiles
            .is_empty()
            .then(|| journey.entry.trigger().is_some() || !journey.entry.segments().is_empty())
    });
    let at = move || canvas.layout.with(|layout| Point { x: 0.0, y: layout.bounds().bottom() });
    changing(move || {
        started.get().map(|started| {
            let transform = move || {
                let Point { x, y } = at();
                format!("translate({}px, {}px) translate(-50%, 0)", Number(x), Number(y + 28.0))
            };
            view! {
                <div class="empty-hint" style:transform=move || transform()>
                    <p>
                        {move || t(if started { "canvas-empty-started" } else { "canvas-empty" })}
                    </p>
                    <div class="empty-steps">
                        {(!started).then(|| view! { <ChooseStart/> }.into_any())} <AddFirst/>
                    </div>
                </div>
            }
            .into_any()
        })
    })
}

#[component]
fn ChooseStart() -> impl IntoView {
    let canvas = Canvas::get();
    view! {
        <button
            type="button"
            class="button button-primary"
            data-testid="empty-choose-start"
            on:click=move |_| {
                focus::select(canvas, Stop::Entry);
                canvas.focus.set(Stop::Entry);
                focus::go_to_properties();
            }
        >
            <Icon name=IconName::LogIn/>
            {move || t("canvas-choose-start")}
        </button>
    }
}

#[component]
fn AddFirst() -> impl IntoView {
    let canvas = Canvas::get();
    let first = Stop::Plus(Place { sequence: SequenceId::Root, index: 0 });
    view! {
        <button
            type="button"
            class="button"
            data-testid="empty-add-first"
            on:click=move |_| open_plus(canvas, first)
        >
            <Icon name=IconName::Plus/>
            {move || t("canvas-add-first")}
        </button>
    }
}
