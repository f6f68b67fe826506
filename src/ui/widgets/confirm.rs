//! A question before something that destroys or replaces: the only thing in the
//! app that is modal.

use leptos::html;
use leptos::prelude::*;

use crate::ui::changing::changing;
use crate::ui::i18n::t;

/// A question with its consequence.
#[derive(Clone)]
pub struct Question {
    /// What is asked.
    pub title: String,
    /// What would happen.
    pub body: String,
    /// The words of the button that does it.
    pub action: String,
    /// Does it.
    pub run: Callback<()>,
}

/// Where questions appear. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Questions(RwSignal<Option<Question>>);

impl Questions {
    /// A place for questions in the current reactive owner.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// The place of the app.
    pub fn get() -> Self {
        expect_context()
    }

    /// Asks; nothing happens unless it is confirmed.
    pub fn ask(self, question: Question) {
        self.0.set(Some(question));
    }
}

impl Default for Questions {
    fn default() -> Self {
        Self::new()
    }
}

/// Draws the question that is open.
#[component]
pub fn QuestionRegion() -> impl IntoView {
    let questions = Questions::get();
    changing(move || {
        questions.0.get().map(|question| view! { <QuestionDialog question/> }.into_any())
    })
}

#[component]
fn QuestionDialog(question: Question) -> impl IntoView {
    let questions = Questions::get();
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // A dialog that is already open stays as it is.
            let _ = dialog.show_modal();
        }
    });
    let close = move || questions.0.set(None);
    let label = question.title.clone();
    view! {
        <dialog class="dialog" node_ref=dialog aria-label=label on:close=move |_| close()>
            <div class="dialog-body">
                <h2>{question.title}</h2>
                <p>{question.body}</p>
                <div class="dialog-actions">
                    <button type="button" class="button" on:click=move |_| close()>
                        {move || t("cancel")}
                    </button>
                    <button
                        type="button"
                        class="button button-primary"
                        on:click=move |_| {
                            close();
                            question.run.run(());
                        }
                    >
                        {question.action}
                    </button>
                </div>
            </div>
        </dialog>
    }
}
