//! One row of a condition: what is looked at, how, and with what.

use leptos::prelude::*;

use crate::check::term;
use crate::check::{RowPart, RowPath, Site, Spot, Wanted};
use crate::editor::rows;
use crate::model::condition::{Comparison, Operator, Source};
use crate::model::value::Type;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::problems::inline::{InlineProblemsOf, is_wrong};
use crate::ui::properties::condition::operand::Operands;
use crate::ui::properties::open::{Conditioned, Open};
use crate::ui::properties::source::{SourcePicker, type_at};
use crate::ui::watch::Watch;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::inputs::Select;

/// A row and its place. Copied freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Row {
    pub(super) open: Open,
    pub(super) place: Conditioned,
    pub(super) path: RowPath,
}

impl Row {
    /// Reads the row; tracked.
    pub(super) fn read<T: Default>(self, read: impl FnOnce(&Comparison) -> T) -> T {
        self.place.read(self.open, |all| rows::row(all, self.path).map(read).unwrap_or_default())
    }

    /// Changes the row.
    pub(super) fn change(self, change: impl FnOnce(&mut Comparison)) {
        self.place.change(self.open, |all| {
            if let Some(row) = rows::row_mut(all, self.path) {
                change(row);
            }
        });
    }

    /// The type of what is looked at; tracked.
    pub(super) fn ty(self) -> Option<Type> {
        type_at(self.open, self.place.at(), self.read(|row| row.source)?)
    }

    /// Sets the value of that place.
    pub(super) fn set_operand(self, index: usize, text: String) {
        self.change(|row| {
            if let Some(operand) = row.operands.get_mut(index) {
                *operand = text;
            }
        });
    }

    /// What the controls of this row are called in tests.
    pub(super) fn test_id(self, part: &str) -> String {
        let RowPath { item, row } = self.path;
        match row {
            None => format!("row-{item}-{part}"),
            Some(row) => format!("row-{item}-{row}-{part}"),
        }
    }

    /// Where findings about a part of it are.
    fn site(self, part: RowPart) -> Site {
        let holder = self.place.holder(self.open);
        self.place.site(self.open, Spot::Row(holder, self.path, part))
    }

    /// Whether a finding is about a part of this row.
    fn is_at(self, site: Site) -> bool {
        matches!(site.spot, Spot::Row(_, _, part) if site == self.site(part))
    }

    /// Whether something is wrong with that part; tracked.
    pub(super) fn wrong(self, part: RowPart) -> Signal<bool> {
        let store = self.open.store;
        Signal::derive(move || is_wrong(store, self.site(part)))
    }
}

/// The row at that path.
#[component]
pub fn RowEditor(
    /// Whose condition it is in.
    place: Conditioned,
    /// Where it is there.
    path: RowPath,
) -> impl IntoView {
    let row = Row { open: Open::get(), place, path };
    let choose = move |(source, ty): (Source, Type)| {
        let before = untrack(move || row.ty());
        row.change(|row| rows::choose_source(row, source, before.as_ref(), &ty));
        row.open.store.end_gesture();
    };
    let remove = move |()| {
        place.change(row.open, |all| rows::remove_row(all, path));
        row.open.store.end_gesture();
    };
    let is_chosen = Watch::new(move |_| row.read(|row| row.source.is_some()));
    view! {
        <div class="condition-row">
            <div class="condition-row-head">
                <SourcePicker
                    label=Signal::derive(|| t("row-source"))
                    at=place.at()
                    wanted=Wanted::Any
                    value=Signal::derive(move || row.read(|row| row.source))
                    on_choose=choose
                    invalid=row.wrong(RowPart::Source)
                    test_id=row.test_id("source")
                />
                <IconButton
                    icon=IconName::X
                    label="remove-condition"
                    on_click=remove
                    test_id=row.test_id("remove")
                />
            </div>
            {move || {
                is_chosen.get()
                    .then(|| {
                        view! {
                            <div class="condition-row-body">
                                <OperatorSelect row/>
                                <Operands row/>
                            </div>
                        }
                            .into_any()
                    })
            }}
            <InlineProblemsOf of=row.site(RowPart::Source).subject here=move |site| row.is_at(site)/>
        </div>
    }
}

/// The operators of the source's type. One that does not fit is shown until another
/// is chosen.
#[component]
fn OperatorSelect(row: Row) -> impl IntoView {
    let operators = Watch::new(move |_| {
        let fitting = row.ty().map(|ty| Operator::of(&ty).to_vec()).unwrap_or_default();
        let own = row.read(|row| Some(row.operator)).filter(|own| !fitting.contains(own));
        fitting.into_iter().chain(own).collect::<Vec<_>>()
    });
    let options = move || {
        let all = operators.get().into_iter();
        all.map(|one| (one.name().to_owned(), t(term::of_operator(one)))).collect()
    };
    let choose = move |name: String| {
        if let Some(operator) = Operator::from_name(&name) {
            row.change(|row| rows::choose_operator(row, operator));
            row.open.store.end_gesture();
        }
    };
    view! {
        <Select
            label=Signal::derive(|| t("row-operator"))
            value=Signal::derive(move || row.read(|row| row.operator.name().to_owned()))
            options=Signal::derive(options)
            on_choose=choose
            test_id=row.test_id("operator")
        />
    }
}
