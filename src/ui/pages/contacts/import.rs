//! Import of a batch of CloudEvents as recorded events of the example contacts.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::editor::EditName;
use crate::format::cloud_events::{CloudError, CloudIssue, CloudReading, read_cloud_events};
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::numbers;
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::transfer::say_failed;
use crate::ui::widgets::button::Button;
use crate::web::files;

/// So many findings are shown.
const SHOWN: usize = 20;

/// What became of a batch.
#[derive(Clone)]
struct Imported {
    taken: usize,
    unknown: usize,
    reading: CloudReading,
}

/// A button that asks for a file, and what became of it.
#[component]
pub fn Import() -> impl IntoView {
    let (store, toasts) = (Store::get(), Toasts::get());
    let imported = RwSignal::new(None::<Imported>);
    let taken = move |name: &str, bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        match store.peek(|w| read_cloud_events(&text, w)) {
            Err(error) => say_failed(toasts, name, &untrack(|| words_of(&error))),
            Ok(reading) => {
                let (mut taken, mut unknown) = (0, 0);
                store.edit(EditName::new("edit-import-events", ""), |tx| {
                    (taken, unknown) = reading.put(tx);
                });
                imported.set(Some(Imported { taken, unknown, reading }));
            }
        }
    };
    let chosen = move |file: File| {
        spawn_local(async move {
            let name = file.name();
            match files::bytes(&file).await {
                Ok(bytes) => taken(&name, &bytes),
                Err(error) => say_failed(toasts, &name, &error.0),
            }
        });
    };
    let choose = move |()| {
        if let Err(error) = files::choose(".json,application/json", chosen) {
            say_failed(toasts, "", &error.0);
        }
    };
    view! {
        <div>
            <Button
                label="cloud-import"
                class="button button-small"
                icon=IconName::Upload
                test_id="import-cloud-events"
                on_click=choose
            />
        </div>
        {move || imported.get().map(|imported| told(&imported))}
    }
}

fn told(imported: &Imported) -> AnyView {
    let number = |count: usize| numbers::count(count as u64);
    let args = [("taken", imported.taken.into()), ("n", number(imported.taken).into())];
    let mut lines = vec![t_with("cloud-imported", args)];
    let left = [
        ("cloud-unknown", imported.unknown),
        ("cloud-raised", imported.reading.raised),
        ("cloud-left-out", imported.reading.issues.len()),
    ];
    for (id, count) in left.into_iter().filter(|(_, count)| *count > 0) {
        lines.push(t_with(id, [("n", number(count).into())]));
    }
    let (class, name) = match imported.taken {
        0 => ("note note-warning", IconName::TriangleAlert),
        _ => ("note note-info", IconName::Info),
    };
    let issues = imported
        .reading
        .issues
        .iter()
        .take(SHOWN)
        .map(|issue| view! { <li>{issue_words(issue)}</li> }.into_any());
    view! {
        <div class=class role="status" data-testid="cloud-imported">
            <Icon name/>
            <div class="note-body">
                <span>{lines.join(" ")}</span>
                <ul class="plain small">{issues.collect_view()}</ul>
            </div>
        </div>
    }
    .into_any()
}

fn issue_words(issue: &CloudIssue) -> String {
    let (id, text) = issue.cause.message();
    let cause = t_with(id, [("text", text.into())]);
    t_with("cloud-at", [("path", issue.path.as_str().into()), ("cause", cause.into())])
}

fn words_of(error: &CloudError) -> String {
    match error {
        CloudError::NotJson { at, .. } => {
            let number = |count: usize| numbers::count(count as u64);
            let args = [("line", number(at.line).into()), ("column", number(at.column).into())];
            t_with("cloud-not-json", args)
        }
        CloudError::NotABatch => t("cloud-not-a-batch"),
    }
}
