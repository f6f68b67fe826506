//! One segment: its name, its condition, its members among the example contacts, and
//! the journeys that look at it.

use leptos::prelude::*;

use crate::check::Role;
use crate::check::site::{Site, Spot, Subject};
use crate::editor::{Command, Page};
use crate::model::id::{ContactId, SegmentId};
use crate::model::segment::Segment;
use crate::model::time::Instant;
use crate::ui::changing::changing;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::problems::inline::InlineProblems;
use crate::ui::problems::jump::jump;
use crate::ui::properties::condition::ConditionEditor;
use crate::ui::properties::open::{Conditioned, Open};
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::confirm::{Question, Questions};
use crate::ui::widgets::inputs::{Field, TextArea, TextInput};

/// The editor of one segment.
#[component]
pub fn SegmentRecord(
    /// Which.
    id: SegmentId,
) -> impl IntoView {
    let store = Store::get();
    provide_context(Open { store, id: None });
    let segment = Watch::new(move |_| store.read(|w| w.segments.get(&id).cloned()));
    let text = move |read: fn(&Segment) -> String| {
        Signal::derive(move || segment.get().map(|segment| read(&segment)).unwrap_or_default())
    };
    let edit = move |change: &dyn Fn(&mut Segment)| store.change(id, Command::SetSegment, change);
    view! {
        <div class="record" data-testid="segment-record">
            <header class="record-head">
                <h2 class="truncate">{text(|segment| segment.name.clone())}</h2>
                <span class="drawer-space"></span>
                <DeleteButton id/>
            </header>
            <Field label=Signal::derive(|| t("name"))>
                <TextInput
                    value=text(|segment| segment.name.clone())
                    on_input=move |name: String| edit(&|segment| segment.name.clone_from(&name))
                    test_id="segment-name"
                />
            </Field>
            <InlineProblems site=Subject::Segment(id).at(Spot::Name)/>
            <Field label=Signal::derive(|| t("description"))>
                <TextArea
                    value=text(|segment| segment.description.clone())
                    on_input=move |text: String| edit(&|segment| segment.description.clone_from(&text))
                />
            </Field>
            <section class="record-section" aria-label=move || t("segment-condition")>
                <h3>{move || t("segment-condition")}</h3>
                <p class="soft small">{move || t("segment-condition-about")}</p>
                <ConditionEditor
                    place=Conditioned::Segment(id)
                    empty=Signal::derive(|| t("segment-everybody"))
                />
            </section>
            <Members id/>
            <UsedIn id/>
        </div>
    }
}

/// The example contacts that belong to a segment now; tracked.
pub(super) fn members(store: Store, id: SegmentId) -> Vec<ContactId> {
    let now = Instant(js_sys::Date::now() as i64);
    store.read(|w| w.segments.get(&id).map(|segment| w.members(segment, now)).unwrap_or_default())
}

#[component]
fn Members(id: SegmentId) -> impl IntoView {
    let store = Store::get();
    let found = Watch::new(move |_| members(store, id));
    let count = move || {
        let (count, all) = (found.with(Vec::len), store.read(|w| w.contacts.len()));
        let number = |count: usize| numbers::count(count as u64).into();
        t_with("segment-members-of", [("n", number(count)), ("all", number(all))])
    };
    let names = move || {
        let first = found.get().into_iter().take(SHOWN);
        let names: Vec<String> = store
            .read(|w| first.filter_map(|id| Some(w.contacts.get(&id)?.name.clone())).collect());
        let more = found.with(Vec::len) > SHOWN;
        format!("{}{}", names.join(", "), if more { "…" } else { "" })
    };
    view! {
        <section class="record-section" aria-label=move || t("segment-members")>
            <h3>{move || t("segment-members")}</h3>
            <p class="small" data-testid="segment-members">{move || count()}</p>
            {move || {
                (!found.with(Vec::is_empty))
                    .then(|| view! { <p class="soft small">{move || names()}</p> }.into_any())
            }}
        </section>
    }
}

/// How many members are named.
const SHOWN: usize = 50;

/// Every place where a journey looks at the segment, each a link.
#[component]
fn UsedIn(id: SegmentId) -> impl IntoView {
    let store = Store::get();
    let sites = Watch::new(move |_| uses(store, id));
    view! {
        <section class="record-section" aria-label=move || t("segment-used-in")>
            <h3>{move || t("segment-used-in")}</h3>
            {changing(move || {
                let found = sites.get();
                if found.is_empty() {
                    return view! { <p class="soft small">{move || t("segment-unused")}</p> }.into_any();
                }
                let lines = found.into_iter().map(|site| view! { <UseLine site/> }.into_any());
                view! { <ul class="segment-uses" data-testid="segment-uses">{lines.collect_view()}</ul> }
                    .into_any()
            })}
        </section>
    }
}

#[component]
fn UseLine(site: Site) -> impl IntoView {
    let store = Store::get();
    let name = move || {
        let id = site.subject.journey();
        let name = store.read(|w| Some(w.journeys.get(&id?)?.name.clone()));
        name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| t("nameless"))
    };
    view! {
        <li class="segment-line">
            <Button
                label=Signal::derive(name)
                class="link small truncate"
                on_click=move |()| jump(store, site)
            />
            <span class="soft small">{move || t(role(site))}</span>
        </li>
    }
}

/// What a journey does with a segment there.
fn role(site: Site) -> &'static str {
    match site.spot {
        Spot::Segments => "segment-role-enters",
        Spot::Exclusions => "segment-role-excluded",
        _ => crate::check::term::of_role(Role::Ends),
    }
}

fn uses(store: Store, id: SegmentId) -> Vec<Site> {
    store.index().segment_usage(id).to_vec()
}

#[component]
fn DeleteButton(id: SegmentId) -> impl IntoView {
    let (store, questions) = (Store::get(), Questions::get());
    let delete = move |()| {
        let run = Callback::new(move |()| {
            if store.run(Command::DeleteSegment(id)).is_some() {
                store.open(Page::Segments(None));
            }
        });
        let count = untrack(|| uses(store, id)).len();
        if count == 0 {
            return run.run(());
        }
        let name = store.peek(|w| w.segments.get(&id).map(|segment| segment.name.clone()));
        let args = [("count", count.into()), ("n", numbers::count(count as u64).into())];
        questions.ask(untrack(|| Question {
            title: t_with("delete-segment-title", [("name", name.unwrap_or_default().into())]),
            body: t_with("delete-segment-body", args),
            action: t("delete"),
            run,
        }));
    };
    view! {
        <Button
            label="delete"
            class="button button-danger"
            icon=IconName::Trash2
            test_id="delete-segment"
            on_click=delete
        />
    }
}
