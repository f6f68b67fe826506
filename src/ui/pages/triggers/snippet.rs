//! The code snippet of a trigger: for a page, for a server, for the Web API, each to be
//! copied. The trigger's unique name is on the first line.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::format::snippet::Snippet;
use crate::model::id::TriggerId;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::store::Store;
use crate::ui::toast::Toasts;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;

/// The section.
#[component]
pub fn SnippetSection(
    /// The trigger.
    id: TriggerId,
) -> impl IntoView {
    let (store, toasts) = (Store::get(), Toasts::get());
    let chosen = RwSignal::new(Snippet::PageScript);
    let code = Watch::new(move |_| {
        let chosen = chosen.get();
        let of = |workspace: &crate::model::workspace::Workspace| {
            workspace.triggers.get(&id).map(|trigger| chosen.of(workspace, trigger))
        };
        store.read(of).unwrap_or_default()
    });
    let tab = move |one: Snippet| {
        view! {
            <button
                type="button"
                class="segment"
                data-testid=name(one)
                aria-pressed=move || (chosen.get() == one).to_string()
                on:click=move |_| chosen.set(one)
            >
                {move || t(name(one))}
            </button>
        }
        .into_any()
    };
    view! {
        <section class="record-section" aria-label=move || t("snippet")>
            <header class="record-section-head">
                <h3>{move || t("snippet")}</h3>
                <Button
                    label="snippet-copy"
                    class="button button-small"
                    icon=IconName::Copy
                    test_id="snippet-copy"
                    on_click=move |()| copy(code.get_untracked(), toasts)
                />
            </header>
            <p class="soft small">{move || t("snippet-about")}</p>
            <div class="segments" role="group" aria-label=move || t("snippet")>
                {Snippet::ALL.into_iter().map(tab).collect_view()}
            </div>
            <pre class="snippet" data-testid="snippet" tabindex="0" aria-label=move || t(name(chosen.get()))>
                <code>{move || code.get()}</code>
            </pre>
            <p class="soft small">{move || t(help(chosen.get()))}</p>
        </section>
    }
}

fn name(snippet: Snippet) -> &'static str {
    match snippet {
        Snippet::PageScript => "snippet-page",
        Snippet::CSharp => "snippet-c-sharp",
        Snippet::WebApi => "snippet-web-api",
    }
}

fn help(snippet: Snippet) -> &'static str {
    match snippet {
        Snippet::PageScript => "snippet-page-help",
        Snippet::CSharp => "snippet-c-sharp-help",
        Snippet::WebApi => "snippet-web-api-help",
    }
}

/// Copies a text, and says whether that went well.
fn copy(text: String, toasts: Toasts) {
    spawn_local(async move {
        let done = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
        let said = if done.is_ok() { "snippet-copied" } else { "snippet-not-copied" };
        toasts.say(said, Vec::new());
    });
}
