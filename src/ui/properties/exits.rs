//! The exit criteria of a journey: triggers and segments that end it for a contact
//! wherever it is.

use leptos::prelude::*;

use crate::check::{Holder, Spot};
use crate::editor::JourneyEdit;
use crate::model::entry::ExitOn;
use crate::model::id::{ExitId, SegmentId};
use crate::model::journey::ExitCriterion;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::properties::listener::ListenerEditor;
use crate::ui::properties::open::{Listening, Open};
use crate::ui::properties::parts::{Says, Segments, wrong_at};
use crate::ui::properties::segments::SegmentPicker;
use crate::ui::rows::Rows;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::{AddButton, IconButton};

/// The list, and the button that adds one.
#[component]
pub fn ExitCriteria() -> impl IntoView {
    let open = Open::get();
    let ids = Watch::new(move |_| {
        open.read(|_, journey| journey.exits.iter().map(|exit| exit.id).collect::<Vec<_>>())
    });
    let add = move |()| {
        open.edit(JourneyEdit::AddExit);
    };
    view! {
        <p class="soft small">{move || t("exit-criteria-about")}</p>
        <Rows
            each=move || ids.get()
            children=move |id| view! { <ExitEditor id ids/> }
        />
        <AddButton label="exit-add" on_click=add test_id="add-exit"/>
    }
}

#[component]
fn ExitEditor(id: ExitId, ids: Watch<Vec<ExitId>>) -> impl IntoView {
    let open = Open::get();
    let number = move || {
        let index = ids.with(|all| all.iter().position(|one| *one == id)).unwrap_or_default();
        numbers::count(index as u64 + 1)
    };
    let by_trigger =
        Watch::new(move |_| read(open, id, |on| Some(matches!(on, ExitOn::Trigger(_)))));
    let choose = move |trigger: bool| {
        if by_trigger.get_untracked() != Some(trigger) {
            let on = if trigger { ExitOn::default() } else { ExitOn::Segment(None) };
            open.edit(JourneyEdit::SetExit(ExitCriterion { id, on }));
            open.store.end_gesture();
        }
    };
    let delete = move |()| {
        open.edit(JourneyEdit::DeleteExit(id));
    };
    view! {
        <div class="pane-card" data-testid=format!("exit-{id}")>
            <div class="branch-head">
                <strong class="small">
                    {move || t_with("exit-criterion-numbered", [("n", number().into())])}
                </strong>
                <IconButton
                    icon=IconName::Trash2
                    label="exit-delete"
                    on_click=delete
                />
            </div>
            <Segments
                label=Signal::derive(|| t("exit-by"))
                value=by_trigger
                options=vec![
                    (true, Signal::derive(|| t("exit-by-trigger")), "trigger"),
                    (false, Signal::derive(|| t("exit-by-segment")), "segment"),
                ]
                on_choose=choose
                test_id=format!("exit-{id}-by")
            />
            {changing(move || match by_trigger.get() {
                None => ().into_any(),
                Some(true) => view! {
                    <ListenerEditor
                        place=Listening::Exit(id)
                        always=Signal::derive(|| t("exit-always"))
                        test_id=format!("exit-{id}-trigger-picker")
                    />
                }
                .into_any(),
                Some(false) => view! { <ExitSegment id/> }.into_any(),
            })}
        </div>
    }
}

/// The segment of an exit criterion.
#[component]
fn ExitSegment(id: ExitId) -> impl IntoView {
    let open = Open::get();
    let site = open.site(None, Spot::Segment(Holder::Exit(id)));
    let choose = move |segment: SegmentId| {
        let on = ExitOn::Segment(Some(segment));
        open.edit(JourneyEdit::SetExit(ExitCriterion { id, on }));
        open.store.end_gesture();
    };
    view! {
        <SegmentPicker
            label=Signal::derive(|| t("segment"))
            value=Signal::derive(move || read(open, id, ExitOn::segment))
            unchosen="segment-choose"
            on_choose=choose
            invalid=wrong_at(open, site)
            test_id=format!("exit-{id}-segment")
        />
        <Says site/>
        <p class="soft small">{move || t("exit-segment-about")}</p>
    }
}

/// Reads an exit criterion; tracked.
fn read<T: Default>(open: Open, id: ExitId, read: impl FnOnce(&ExitOn) -> T) -> T {
    open.read(|_, journey| {
        let exit = journey.exits.iter().find(|exit| exit.id == id);
        exit.map(|exit| read(&exit.on)).unwrap_or_default()
    })
}
