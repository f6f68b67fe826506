//! What a value may be and how often: the numbers and texts of a distribution.

use leptos::prelude::*;

use crate::check::site::Site;
use crate::model::decimal::Decimal;
use crate::model::distribution::{Distribution, Weighted};
use crate::model::value::Type;
use crate::ui::i18n::{t, t_with};
use crate::ui::icon::IconName;
use crate::ui::numbers;
use crate::ui::pages::contacts::cell::PlainValue;
use crate::ui::pages::section::DeleteRow;
use crate::ui::problems::inline::is_wrong;
use crate::ui::rows::Rows;
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::number::NumberField;

/// The key of a kind; its words are `distribution-` and the key.
pub fn key(distribution: &Distribution) -> &'static str {
    match distribution {
        Distribution::Fixed(_) => "fixed",
        Distribution::List(_) => "list",
        Distribution::Uniform { .. } => "uniform",
        Distribution::Normal { .. } => "normal",
        Distribution::True { .. } => "true",
        Distribution::Between { .. } => "between",
    }
}

/// The kinds that give values of a type, with their words; tracked.
pub fn options(ty: &Type) -> Vec<(String, String)> {
    let kinds: &[&str] = match ty {
        Type::Text | Type::EntityReference(_) => &["list", "fixed"],
        Type::Number => &["uniform", "normal", "list", "fixed"],
        Type::TrueFalse => &["true", "fixed"],
        Type::DateTime => &["between", "list", "fixed"],
    };
    kinds.iter().map(|&kind| (kind.to_owned(), t(&format!("distribution-{kind}")))).collect()
}

/// What a distribution of that kind begins with.
pub fn of_key(key: &str, ty: &Type) -> Option<Distribution> {
    Some(match key {
        "fixed" => Distribution::Fixed(String::new()),
        "list" => Distribution::List(vec![Weighted::default()]),
        "normal" => Distribution::Normal {
            mean: Decimal::from(50),
            deviation: Decimal::from(10),
            decimals: 0,
        },
        "uniform" | "true" | "between" => Distribution::of(ty),
        _ => return None,
    })
}

/// The inputs of a distribution; which kind it is, is chosen elsewhere.
#[component]
pub fn DistributionEditor(
    /// The type of its values.
    ty: Type,
    /// What the document says.
    value: Signal<Distribution>,
    /// What it is to be.
    #[prop(into)]
    on_change: Callback<Distribution>,
    /// What it is the distribution of.
    label: Signal<String>,
    /// Where the checker finds it.
    site: Site,
) -> impl IntoView {
    let store = Store::get();
    let kind = Watch::new(move |_| key(&value.get()));
    let editor =
        Editor { value, on_change, label, invalid: Signal::derive(move || is_wrong(store, site)) };
    move || {
        let ty = ty.clone();
        let parts = match kind.get() {
            "list" => return view! { <List ty editor/> }.into_any(),
            "uniform" => vec![
                editor.number("drawn-least", 0),
                editor.number("drawn-most", 1),
                editor.number("drawn-decimals", 2),
            ],
            "normal" => vec![
                editor.number("drawn-mean", 0),
                editor.number("drawn-deviation", 1),
                editor.number("drawn-decimals", 2),
            ],
            "true" => vec![editor.number("drawn-percent", 0)],
            "between" => {
                vec![editor.text("drawn-first", 0, ty.clone()), editor.text("drawn-last", 1, ty)]
            }
            _ => vec![editor.text("drawn-value", 0, ty)],
        };
        view! { <div class="parts">{parts.collect_view()}</div> }.into_any()
    }
}

/// A distribution under edit. Copied freely; it is a handle.
#[derive(Clone, Copy)]
struct Editor {
    value: Signal<Distribution>,
    on_change: Callback<Distribution>,
    label: Signal<String>,
    invalid: Signal<bool>,
}

impl Editor {
    /// Sends the distribution as it is after `change`, which says whether it could be made.
    fn change(self, change: impl FnOnce(&mut Distribution) -> bool) -> bool {
        let mut distribution = self.value.get_untracked();
        let made = change(&mut distribution);
        if made {
            self.on_change.run(distribution);
        }
        made
    }

    fn named(self, name: &'static str) -> Signal<String> {
        Signal::derive(move || format!("{}: {}", self.label.get(), t(name)))
    }

    /// A number, by its place among those of the kind.
    fn number(self, name: &'static str, place: usize) -> AnyView {
        view! {
            <label class="part">
                <span class="soft small">{move || t(name)}</span>
                <NumberField
                    label=self.named(name)
                    value=Signal::derive(move || number_at(&self.value.get(), place))
                    on_input=move |text: String| {
                        self.change(|distribution| set_number(distribution, place, &text))
                    }
                    invalid=self.invalid
                />
            </label>
        }
        .into_any()
    }

    /// A text, by its place among those of the kind.
    fn text(self, name: &'static str, place: usize, ty: Type) -> AnyView {
        view! {
            <label class="part part-text">
                <span class="soft small">{move || t(name)}</span>
                <PlainValue
                    label=self.named(name)
                    ty
                    value=Signal::derive(move || text_at(&self.value.get(), place))
                    on_input=move |text: String| {
                        self.change(|distribution| set_text(distribution, place, text));
                    }
                    invalid=self.invalid
                />
            </label>
        }
        .into_any()
    }
}

/// Texts with their weights.
#[component]
fn List(ty: Type, editor: Editor) -> impl IntoView {
    let list = move || match editor.value.get() {
        Distribution::List(list) => list,
        _ => Vec::new(),
    };
    let count = Watch::new(move |_| list().len());
    let total = Watch::new(move |_| list().iter().map(|one| u64::from(one.weight)).sum::<u64>());
    let weight = move |place: usize| list().get(place).map_or(0, |one| one.weight);
    let ty = StoredValue::new(ty);
    let row = move |place: usize| {
        view! {
            <li class="weighted">
                <PlainValue
                    label=Signal::derive(move || t_with("weighted-value", [("n", numbers::count(place as u64 + 1).into())]))
                    ty=ty.get_value()
                    value=Signal::derive(move || text_at(&editor.value.get(), place))
                    on_input=move |text: String| {
                        editor.change(|distribution| set_text(distribution, place, text));
                    }
                    invalid=editor.invalid
                />
                <NumberField
                    label=Signal::derive(move || t_with("weighted-weight", [("n", numbers::count(place as u64 + 1).into())]))
                    value=Signal::derive(move || weight(place).to_string())
                    on_input=move |text: String| {
                        editor.change(|distribution| set_number(distribution, place, &text))
                    }
                    invalid=editor.invalid
                />
                <span class="soft small numeric">
                    {move || numbers::share(weight(place).into(), total.get())}
                </span>
                <DeleteRow
                    name=Signal::derive(move || text_at(&editor.value.get(), place))
                    on_delete=move |()| {
                        editor.change(|distribution| remove(distribution, place));
                    }
                />
            </li>
        }
        .into_any()
    };
    view! {
        <ul class="weighted-list">
            <Rows each=move || 0..count.get() let:place>
                {row(place)}
            </Rows>
        </ul>
        <div>
            <Button
                label="add-weighted"
                class="button button-small"
                icon=IconName::Plus
                test_id="add-weighted"
                on_click=move |()| {
                    editor.change(add);
                }
            />
        </div>
    }
}

fn add(distribution: &mut Distribution) -> bool {
    if let Distribution::List(list) = distribution {
        list.push(Weighted::default());
    }
    true
}

fn remove(distribution: &mut Distribution, place: usize) -> bool {
    match distribution {
        Distribution::List(list) if place < list.len() => {
            list.remove(place);
            true
        }
        _ => false,
    }
}

fn number_at(distribution: &Distribution, place: usize) -> String {
    match distribution {
        Distribution::Uniform { least, most, decimals } => {
            [least.to_string(), most.to_string(), decimals.to_string()][place.min(2)].clone()
        }
        Distribution::Normal { mean, deviation, decimals } => {
            [mean.to_string(), deviation.to_string(), decimals.to_string()][place.min(2)].clone()
        }
        Distribution::True { percent } => percent.to_string(),
        _ => String::new(),
    }
}

/// Sets a number, or the weight of a text; `false` when it does not read.
fn set_number(distribution: &mut Distribution, place: usize, text: &str) -> bool {
    let decimals = |to: &mut u8| text.parse().map(|read| *to = read).is_ok();
    let decimal = |to: &mut Decimal| text.parse().map(|read| *to = read).is_ok();
    match (distribution, place) {
        (
            Distribution::Uniform { least: first, .. } | Distribution::Normal { mean: first, .. },
            0,
        ) => decimal(first),
        (
            Distribution::Uniform { most: last, .. } | Distribution::Normal { deviation: last, .. },
            1,
        ) => decimal(last),
        (
            Distribution::Uniform { decimals: to, .. } | Distribution::Normal { decimals: to, .. },
            _,
        ) => decimals(to),
        (Distribution::True { percent }, _) => decimal(percent),
        (Distribution::List(list), place) => match (list.get_mut(place), text.parse()) {
            (Some(one), Ok(weight)) => {
                one.weight = weight;
                true
            }
            _ => false,
        },
        _ => false,
    }
}

fn text_at(distribution: &Distribution, place: usize) -> String {
    match distribution {
        Distribution::Fixed(text) => text.clone(),
        Distribution::Between { first, last } => [first, last][place.min(1)].clone(),
        Distribution::List(list) => list.get(place).map(|one| one.text.clone()).unwrap_or_default(),
        _ => String::new(),
    }
}

fn set_text(distribution: &mut Distribution, place: usize, to: String) -> bool {
    match distribution {
        Distribution::Fixed(text) => *text = to,
        Distribution::Between { first, .. } if place == 0 => *first = to,
        Distribution::Between { last, .. } => *last = to,
        Distribution::List(list) => match list.get_mut(place) {
            Some(one) => one.text = to,
            None => return false,
        },
        _ => return false,
    }
    true
}
