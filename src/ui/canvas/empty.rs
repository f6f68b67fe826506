//! What a journey without tiles says: the most likely next steps.

use leptos::prelude::*;

use crate::layout::{Number, Point, Stop};
use crate::model::tree::{Place, SequenceId};
use crate::ui::canvas::focus;
use crate::ui::canvas::keyboard::open_plus;
use crate::ui::canvas::state::Canvas;
use crate::ui::changing::changing;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;

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
        <Button
            label="canvas-choose-start"
            class="button button-primary"
            icon=IconName::LogIn
            test_id="empty-choose-start"
            on_click=move |()| {
                focus::select(canvas, Stop::Entry);
                canvas.focus.set(Stop::Entry);
                focus::go_to_properties();
            }
        />
    }
}

#[component]
fn AddFirst() -> impl IntoView {
    let canvas = Canvas::get();
    let first = Stop::Plus(Place { sequence: SequenceId::Root, index: 0 });
    view! {
        <Button
            label="canvas-add-first"
            icon=IconName::Plus
            test_id="empty-add-first"
            on_click=move |()| open_plus(canvas, first)
        />
    }
}
