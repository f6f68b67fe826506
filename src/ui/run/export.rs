//! Saves what a run gave to disk, as JSON or as CSV.

use leptos::prelude::*;

use crate::ui::icon::IconName;
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::widgets::button::Button;
use crate::web::files;

/// A file format of what a run gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Complete, and read back by Parcours.
    Json,
    /// For a spreadsheet.
    Csv,
}

impl Form {
    const ALL: [Self; 2] = [Self::Json, Self::Csv];

    /// How file names of it end.
    const fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }

    const fn mime(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv",
        }
    }

    /// The id of the words on its button.
    const fn label(self) -> &'static str {
        match self {
            Self::Json => "export-json",
            Self::Csv => "export-csv",
        }
    }
}

/// A button for each format.
#[component]
pub fn ExportButtons(
    /// How tests call what is exported.
    what: &'static str,
    /// The display name of the file, and its text.
    content: Callback<Form, (String, String)>,
) -> impl IntoView {
    let toasts = Toasts::get();
    let button = move |form: Form| {
        let save = move |()| {
            let (name, text) = content.run(form);
            transfer::save(toasts, &files::name_for(&name, form.ending()), form.mime(), &text);
        };
        view! {
            <Button
                label=form.label()
                class="button button-small"
                icon=IconName::Download
                test_id=format!("export-{what}-{}", form.ending())
                on_click=save
            />
        }
        .into_any()
    };
    Form::ALL.into_iter().map(button).collect_view()
}
