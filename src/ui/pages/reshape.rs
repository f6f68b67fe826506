//! What changing or deleting an attribute, a contact field or a column touches, and the
//! question whether to do it.

use leptos::prelude::*;

use crate::check::problem::Problem;
use crate::check::site::Site;
use crate::editor::{Command, Fate, Reshape, Touched, touches};
use crate::model::collect;
use crate::model::id::{ColumnId, TableId};
use crate::model::table::Column;
use crate::model::value::Type;
use crate::model::workspace::Workspace;
use crate::ui::dialogs::Dialogs;
use crate::ui::i18n::{Arg, t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::pages::spot::{records, spot_words};
use crate::ui::problems::jump::{jump, place_words};
use crate::ui::problems::words::sentence;
use crate::ui::store::Store;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::modal::{Answer, Modal};
use crate::ui::words::type_name;

/// Makes the change where it touches nothing, and asks otherwise.
pub fn begin(store: Store, dialogs: Dialogs, reshape: Reshape) {
    if store.peek(|workspace| touches(workspace, &reshape)).is_empty() {
        store.run(Command::Reshape(reshape));
    } else {
        dialogs.asked.set(Some(reshape));
    }
}

/// The open dialog.
#[component]
pub fn ReshapeDialog() -> impl IntoView {
    let (store, dialogs) = (Store::get(), Dialogs::get());
    let close = Callback::new(move |()| dialogs.asked.set(None));
    let Some(reshape) = dialogs.asked.get_untracked() else { return ().into_any() };
    let mut found = store.peek(|workspace| touches(workspace, &reshape));
    collect::sort_by_key(&mut found, |one| rank(&one.fate));
    let counts = counts(&found);
    let deletes = reshape.deletes();
    let title = {
        let reshape = reshape.clone();
        move || store.read(|workspace| title(workspace, &reshape))
    };
    let title = Signal::derive(title);
    let make = Callback::new(move |()| drop(store.run(Command::Reshape(reshape.clone()))));
    let go = Callback::new(move |site: Site| {
        close.run(());
        jump(store, site);
    });
    view! {
        <Modal label=title class="dialog-wide" test_id="reshape" close>
                <h2>{move || title.get()}</h2>
                <ul class="reshape-counts">
                    {counts
                        .into_iter()
                        .map(|(fate, places, records)| {
                            view! { <Count fate places records/> }.into_any()
                        })
                        .collect_view()}
                </ul>
                <ul class="reshape-places" data-testid="reshape-places" tabindex="0">
                    {found
                        .into_iter()
                        .map(|one| view! { <Place one go/> }.into_any())
                        .collect_view()}
                </ul>
                <p class="soft small">{move || t("reshape-undo")}</p>
                <Answer
                    action=Signal::derive(move || t(if deletes { "delete" } else { "reshape-retype" }))
                    test_id="reshape-do"
                    run=make
                    close
                />
        </Modal>
    }
    .into_any()
}

/// How many places have a fate, and in how many records.
#[component]
fn Count(fate: Fate, places: usize, records: usize) -> impl IntoView {
    let (id, icon) = (words(&fate), icon(&fate));
    let line = move || {
        let args: [(&str, Arg); 4] = [
            ("count", places.into()),
            ("n", numbers::count(places as u64).into()),
            ("records", records.into()),
            ("r", numbers::count(records as u64).into()),
        ];
        t_with(id, args)
    };
    view! {
        <li class=style(&fate)>
            <Icon name=icon/>
            <span>{line}</span>
        </li>
    }
}

/// A place: the way there, and what is wrong with it afterwards.
#[component]
fn Place(one: Touched, go: Callback<Site>) -> impl IntoView {
    let store = Store::get();
    let Touched { site, fate, .. } = one;
    let (class, icon) = (style(&fate), icon(&fate));
    let problems: Vec<Problem> = match fate {
        Fate::Breaks(problems) => problems,
        _ => Vec::new(),
    };
    view! {
        <li class=class>
            <Icon name=icon/>
            <div>
                <Button
                    label=Signal::derive(move || place_words(store, site))
                    class="link small"
                    on_click=move |()| go.run(site)
                />
                <span class="soft small">{move || spot_words(store, site)}</span>
                {problems
                    .into_iter()
                    .map(|problem| {
                        view! { <p class="small">{move || sentence(&problem)}</p> }.into_any()
                    })
                    .collect_view()}
            </div>
        </li>
    }
}

fn title(workspace: &Workspace, reshape: &Reshape) -> String {
    let retype = |name: &str, from: &Type, to: &Type| {
        t_with(
            "reshape-title-retype",
            [
                ("name", name.to_owned().into()),
                ("from", type_name(workspace, from).into()),
                ("to", type_name(workspace, to).into()),
            ],
        )
    };
    let delete = |name: &str| t_with("reshape-title-delete", [("name", name.to_owned().into())]);
    let found = match reshape {
        Reshape::AttributeType(trigger, id, ty) => {
            workspace.attribute_of(*trigger, *id).ok().map(|one| retype(&one.name, &one.ty, ty))
        }
        Reshape::DeleteAttribute(trigger, id) => {
            workspace.attribute_of(*trigger, *id).ok().map(|one| delete(&one.name))
        }
        Reshape::FieldType(id, ty) => {
            workspace.fields.get(id).map(|one| retype(&one.name, &one.ty, ty))
        }
        Reshape::DeleteField(id) => workspace.fields.get(id).map(|one| delete(&one.name)),
        Reshape::ColumnType(table, id, ty) => {
            column(workspace, *table, *id).map(|one| retype(&one.name, &one.ty, ty))
        }
        Reshape::DeleteColumn(table, id) => {
            column(workspace, *table, *id).map(|one| delete(&one.name))
        }
    };
    found.unwrap_or_default()
}

fn column(workspace: &Workspace, table: TableId, id: ColumnId) -> Option<&Column> {
    workspace.tables.get(&table)?.column(id)
}

fn counts(found: &[Touched]) -> Vec<(Fate, usize, usize)> {
    let mut counts = Vec::new();
    for fate in [Fate::Breaks(Vec::new()), Fate::Goes, Fate::Mends, Fate::Stays] {
        let same = || found.iter().filter(|one| rank(&one.fate) == rank(&fate));
        let places = same().count();
        if places > 0 {
            let records = records(same().map(|one| one.site));
            counts.push((fate, places, records));
        }
    }
    counts
}

fn rank(fate: &Fate) -> u8 {
    match fate {
        Fate::Breaks(_) => 0,
        Fate::Goes => 1,
        Fate::Mends => 2,
        Fate::Stays => 3,
    }
}

fn words(fate: &Fate) -> &'static str {
    match fate {
        Fate::Breaks(_) => "reshape-breaks",
        Fate::Goes => "reshape-goes",
        Fate::Mends => "reshape-mends",
        Fate::Stays => "reshape-stays",
    }
}

fn icon(fate: &Fate) -> IconName {
    match fate {
        Fate::Breaks(_) => IconName::CircleAlert,
        Fate::Goes => IconName::Trash2,
        Fate::Mends => IconName::CircleCheck,
        Fate::Stays => IconName::Info,
    }
}

fn style(fate: &Fate) -> &'static str {
    match fate {
        Fate::Breaks(_) => "reshape-line reshape-breaks",
        _ => "reshape-line",
    }
}
