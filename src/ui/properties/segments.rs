//! A list of segments, and the choice of one.

use leptos::prelude::*;

use crate::check::Site;
use crate::editor::{Command, Created, Page};
use crate::model::id::SegmentId;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::{Says, wrong_at};
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::picker::{Choice, Picker};

/// The segments that are chosen, one below the other, and a picker that adds one.
#[component]
pub fn SegmentList(
    /// What they are.
    #[prop(into)]
    label: Signal<String>,
    /// Those that are chosen.
    #[prop(into)]
    chosen: Signal<Vec<SegmentId>>,
    /// The list as it is to be.
    #[prop(into)]
    on_change: Callback<Vec<SegmentId>>,
    /// Where findings about them are.
    site: Site,
    /// The beginning of the test ids.
    test_id: &'static str,
) -> impl IntoView {
    let open = Open::get();
    let set = move |segments| {
        on_change.run(segments);
        open.store.end_gesture();
    };
    let add = move |id: SegmentId| {
        let mut all = chosen.get_untracked();
        if !all.contains(&id) {
            all.push(id);
            set(all);
        }
    };
    let remove = Callback::new(move |id: SegmentId| {
        let mut all = chosen.get_untracked();
        all.retain(|known| *known != id);
        set(all);
    });
    view! {
        <ul class="segment-list" data-testid=format!("{test_id}-list")>
            <Rows
                each=move || chosen.get()
                children=move |id| view! { <Line id remove/> }
            />
        </ul>
        <SegmentPicker
            label
            value=Signal::stored(None)
            except=chosen
            unchosen="segment-add"
            on_choose=add
            invalid=wrong_at(open, site)
            test_id=format!("{test_id}-add")
        />
        <Says site/>
    }
}

#[component]
fn Line(id: SegmentId, remove: Callback<SegmentId>) -> impl IntoView {
    let store = Store::get();
    let name = move || segment_name(store, id);
    view! {
        <li class="segment-line">
            <Icon name=IconName::Funnel/>
            <Button
                label=Signal::derive(name)
                class="link small truncate"
                tooltip=Signal::derive(name)
                on_click=move |()| store.open(Page::Segments(Some(id)))
            />
            <IconButton
                icon=IconName::X
                label=Signal::derive(move || t_with("segment-remove", [("name", name().into())]))
                on_click=move |()| remove.run(id)
            />
        </li>
    }
}

/// The picker of one segment; what is typed can become a new one.
#[component]
pub fn SegmentPicker(
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<Option<SegmentId>>,
    /// Those that are not offered.
    #[prop(into, optional)]
    except: Signal<Vec<SegmentId>>,
    /// What is said while none is chosen: a message.
    unchosen: &'static str,
    /// What was chosen.
    #[prop(into)]
    on_choose: Callback<SegmentId>,
    /// Whether something is wrong with it.
    #[prop(into)]
    invalid: Signal<bool>,
    /// For tests.
    #[prop(into)]
    test_id: String,
) -> impl IntoView {
    let store = Store::get();
    let choices = move || {
        let except = except.get();
        store.read(|w| {
            let all = w.segments.values().filter(|segment| !except.contains(&segment.id));
            let choice = |id: SegmentId| Choice {
                key: id.to_string(),
                label: segment_name(store, id),
                icon: Some(IconName::Funnel),
                ..Choice::default()
            };
            all.map(|segment| choice(segment.id)).collect::<Vec<_>>()
        })
    };
    let create = Callback::new(move |name: String| {
        let created = store.run(Command::AddSegment(name)).and_then(|outcome| outcome.created);
        if let Some(Created::Segment(id)) = created {
            on_choose.run(id);
        }
    });
    let create_label =
        Callback::new(|name: String| t_with("segment-create", [("name", name.into())]));
    view! {
        <Picker
            label
            value=Signal::derive(move || value.get().map(|id| segment_name(store, id)).unwrap_or_default())
            placeholder=Signal::derive(move || t(unchosen))
            icon=Signal::derive(move || value.get().map(|_| IconName::Funnel))
            choices=Signal::derive(choices)
            on_choose=move |key: String| {
                if let Ok(id) = key.parse() {
                    on_choose.run(id);
                }
            }
            on_create=create
            create_label=create_label
            foot=Signal::derive(|| t("segment-create-help"))
            invalid
            test_id
        />
    }
}

/// What a segment is called; tracked.
pub fn segment_name(store: Store, id: SegmentId) -> String {
    let name = store.read(|w| w.segments.get(&id).map(|segment| segment.name.clone()));
    match name {
        None => t("segment-gone"),
        Some(name) if name.trim().is_empty() => t("nameless"),
        Some(name) => name,
    }
}
