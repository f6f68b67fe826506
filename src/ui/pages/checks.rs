//! The page of all checks: what each finding means, why it matters and how it is put
//! right. One of them may be asked for, such as from a finding.

use leptos::html;
use leptos::prelude::*;

use crate::check::Code;
use crate::locale::checks::explained;
use crate::ui::changing::changing;
use crate::ui::i18n::{lang, t};
use crate::ui::problems::words;
use crate::ui::search;
use crate::ui::widgets::inputs::TextInput;

/// The page, with one check marked.
#[component]
pub fn ChecksPage(
    /// The marked one.
    code: Option<Code>,
) -> impl IntoView {
    let query = RwSignal::new(String::new());
    let rows = changing(move || {
        let (lang, query) = (lang(), query.get());
        let fits = |code: &Code| {
            let check = explained(lang, *code);
            let text = format!("{} {} {}", code.text(), check.meaning, check.says);
            query.trim().is_empty() || search::matches(&text, &query)
        };
        let found: Vec<Code> = Code::ALL.iter().copied().filter(fits).collect();
        if found.is_empty() {
            return vec![view! { <p class="empty">{t("checks-none")}</p> }.into_any()];
        }
        found.into_iter().map(|found| check(found, code == Some(found))).collect()
    });
    view! {
        <div class="page" data-testid="checks">
            <div class="page-body page-narrow">
                <header class="page-head">
                    <div>
                        <h1>{move || t("checks")}</h1>
                        <p class="soft">{move || t("checks-about")}</p>
                    </div>
                </header>
                <TextInput
                    label=Signal::derive(|| t("checks-search"))
                    placeholder=Signal::derive(|| t("checks-search"))
                    value=query
                    on_input=move |text| query.set(text)
                    test_id="checks-search"
                />
                {rows}
            </div>
        </div>
    }
}

/// One check. A function, so that what it says follows the language with the list.
fn check(code: Code, marked: bool) -> AnyView {
    let check = explained(lang(), code);
    let node: NodeRef<html::Section> = NodeRef::new();
    Effect::new(move |_| {
        if let (true, Some(node)) = (marked, node.get()) {
            node.scroll_into_view();
        }
    });
    let fixes = (!check.fixes.is_empty()).then(|| {
        view! {
            <dt>{t("checks-fixes")}</dt>
            <dd>{check.fixes.join("; ")}</dd>
        }
        .into_any()
    });
    view! {
        <section class="check" node_ref=node data-marked=marked.to_string() data-code=code.text()>
            <h2>
                <span class=format!("pill pill-{}", words::style(code.severity()))>{check.severity}</span>
                {check.meaning}
            </h2>
            <code class="small soft">{code.text()}</code>
            <dl class="check-parts small">
                <dt>{t("checks-why")}</dt>
                <dd>{check.why}</dd>
                <dt>{t("checks-says")}</dt>
                <dd>{check.says}</dd>
                {fixes}
            </dl>
        </section>
    }    .into_any()
}
