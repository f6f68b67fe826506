//! A question before something that destroys or replaces.

use leptos::prelude::*;

use crate::ui::changing::changing;
use crate::ui::widgets::modal::{Answer, Modal};

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
    let close = Callback::new(move |()| questions.0.set(None));
    let Question { title, body, action, run } = question;
    view! {
        <Modal label=Signal::stored(title.clone()) close>
            <h2>{title}</h2>
            <p>{body}</p>
            <Answer action=Signal::stored(action) run close/>
        </Modal>
    }
}
