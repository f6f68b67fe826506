//! The fields that every contact has.

use leptos::prelude::*;

use crate::check::site::{Site, Subject};
use crate::editor::{Command, Reshape};
use crate::model::audience::Field as ContactField;
use crate::model::id::FieldId;
use crate::model::value::Type;
use crate::ui::dialogs::Dialogs;
use crate::ui::i18n::t;
use crate::ui::icon::ChangingIcon;
use crate::ui::pages::section::{DeleteRow, SectionHead};
use crate::ui::pages::wires::places::{Places, Used};
use crate::ui::problems::inline::InlineProblemsOf;
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::{Checkbox, TextInput};
use crate::ui::widgets::type_input::{self, TypeInput};

/// The section.
#[component]
pub fn Fields() -> impl IntoView {
    let store = Store::get();
    let ids = Watch::new(move |_| store.read(|w| w.fields.keys().copied().collect::<Vec<_>>()));
    let add = Callback::new(move |()| {
        let name = untrack(|| t("new-field-name"));
        store.run(Command::AddField(name, Type::Text));
    });
    view! {
        <section class="record-section" aria-label=move || t("contact-fields")>
            <SectionHead
                heading="contact-fields"
                about="contact-fields-about"
                add="add-field"
                on_add=add
                can_add=true
            />
            <ul class="rows">
                <Rows each=move || ids.get() let:id>
                    <FieldRow id/>
                </Rows>
            </ul>
        </section>
    }
}

#[component]
fn FieldRow(id: FieldId) -> impl IntoView {
    let (store, dialogs) = (Store::get(), Dialogs::get());
    let field = Watch::new(move |_| store.read(|w| w.fields.get(&id).cloned()));
    let name = Signal::derive(move || field.get().map(|f| f.name.clone()).unwrap_or_default());
    let ty = Signal::derive(move || field.get().map_or(Type::Text, |field| field.ty.clone()));
    let change = move |change: &dyn Fn(&mut ContactField)| {
        store.change(id, Command::SetField, |field: &mut ContactField| change(field));
    };
    view! {
        <li class="rows-row rows-row-field" data-testid="field">
            <ChangingIcon name=Signal::derive(move || type_input::icon(&ty.get()))/>
            <TextInput
                label=Signal::derive(|| t("field-name"))
                value=name
                on_input=move |name: String| change(&|field| field.name.clone_from(&name))
            />
            <TypeInput
                label=Signal::derive(|| t("type"))
                value=ty
                on_change=move |ty| dialogs.ask(store, Reshape::FieldType(id, ty))
            />
            <Checkbox
                checked=Signal::derive(move || field.get().is_some_and(|field| field.required))
                on_change=move |required| change(&|field| field.required = required)
                label=Signal::derive(|| t("required"))
            />
            <DeleteRow
                name
                on_delete=move |()| dialogs.ask(store, Reshape::DeleteField(id))
            />
            <div class="rows-notes">
                <Places of=Used::Field(id)/>
                <InlineProblemsOf of=Subject::Field(id) here=|_: Site| true/>
            </div>
        </li>
    }
}
