//! A dialog that has to be answered before anything else. It opens as soon as it is
//! drawn; Escape closes it as its buttons do.

use leptos::html;
use leptos::prelude::*;

use crate::ui::widgets::button::Button;
use crate::ui::widgets::flyout::come_back;

/// The frame of a dialog.
#[component]
pub fn Modal(
    /// What it is about: its accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// A further class of the frame, for another width.
    #[prop(default = "")]
    class: &'static str,
    /// For tests.
    #[prop(default = "dialog")]
    test_id: &'static str,
    /// Takes it away.
    close: Callback<()>,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    come_back();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // A dialog that is already open stays as it is.
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog
            class=format!("dialog {class}")
            node_ref=dialog
            aria-label=move || label.get()
            data-testid=test_id
            on:close=move |_| close.run(())
            // What is pressed in a dialog is for it alone, Escape above all.
            on:keydown=|event| event.stop_propagation()
        >
            <div class="dialog-body">{children()}</div>
        </dialog>
    }
}

/// The last line of a dialog: to leave it, or to do what it asks about.
#[component]
pub fn Answer(
    /// The words of the button that does it.
    #[prop(into)]
    action: Signal<String>,
    /// Whether it can be done.
    #[prop(into, default = Signal::stored(true))]
    enabled: Signal<bool>,
    /// For tests.
    #[prop(default = "dialog-do")]
    test_id: &'static str,
    /// Does it; the dialog is closed before.
    run: Callback<()>,
    /// Takes the dialog away.
    close: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="dialog-actions">
            <Button label="cancel" on_click=close/>
            <Button
                label=action
                class="button button-primary"
                test_id
                enabled
                on_click=move |()| {
                    close.run(());
                    run.run(());
                }
            />
        </div>
    }
}
