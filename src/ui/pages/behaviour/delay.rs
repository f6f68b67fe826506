//! How long after its occasion a model acts.

use leptos::prelude::*;

use crate::check::site::{Spot, Subject};
use crate::model::behaviour::Delay;
use crate::model::decimal::Decimal;
use crate::model::id::ModelId;
use crate::model::time::Duration;
use crate::ui::i18n::t;
use crate::ui::pages::behaviour::edit;
use crate::ui::problems::inline::{InlineProblems, is_wrong};
use crate::ui::store::Store;
use crate::ui::watch::Watch;
use crate::ui::widgets::inputs::{DurationInput, Select};
use crate::ui::widgets::number::NumberField;

/// The kinds of delays by key; the words are `delay-` and the key.
const KINDS: [&str; 4] = ["fixed", "uniform", "exponential", "log-normal"];

/// The choice of a kind, and its lengths.
#[component]
pub fn DelayEditor(
    /// The model.
    id: ModelId,
) -> impl IntoView {
    let store = Store::get();
    let delay = Watch::new(move |_| {
        let delay = store.read(|w| w.models.get(&id).map(|model| model.delay));
        delay.unwrap_or(Delay::Fixed(Duration::days(1)))
    });
    let kind = Watch::new(move |_| key(delay.get()));
    let site = Subject::Model(id).at(Spot::Delay);
    let options = || KINDS.map(|kind| (kind.to_owned(), t(&format!("delay-{kind}")))).to_vec();
    view! {
        <div class="field">
            <span class="field-label" aria-hidden="true">{move || t("model-delay")}</span>
            <div class="parts">
                <Select
                    label=Signal::derive(|| t("model-delay"))
                    value=Signal::derive(move || kind.get().to_owned())
                    options=Signal::derive(options)
                    on_choose=move |kind: String| {
                        edit(store, id, |model| model.delay = turned(model.delay, &kind));
                    }
                    test_id="model-delay"
                />
                {move || lengths(store, id, delay, kind.get())}
            </div>
            <span class="field-help">{move || t(&format!("delay-{}-about", kind.get()))}</span>
            <InlineProblems site/>
        </div>
    }
}

/// The lengths of a kind.
fn lengths(store: Store, id: ModelId, delay: Watch<Delay>, kind: &'static str) -> AnyView {
    let length = move |name: &'static str, place: usize| {
        view! {
            <span class="part-length">
                <span class="soft" aria-hidden="true">{move || t(name)}</span>
                <DurationInput
                    label=Signal::derive(move || t(name))
                    value=Signal::derive(move || durations(delay.get())[place])
                    on_change=move |to| {
                        edit(store, id, |model| set_duration(&mut model.delay, place, to));
                    }
                    invalid=Signal::derive(move || {
                        is_wrong(store, Subject::Model(id).at(Spot::Delay))
                    })
                />
            </span>
        }
        .into_any()
    };
    match kind {
        "uniform" => [length("delay-least", 0), length("delay-most", 1)].collect_view().into_any(),
        "exponential" => length("delay-mean", 0),
        "log-normal" => [length("delay-median", 0), view! { <Factor id delay/> }.into_any()]
            .collect_view()
            .into_any(),
        _ => length("delay-always", 0),
    }
}

#[component]
fn Factor(id: ModelId, delay: Watch<Delay>) -> impl IntoView {
    let store = Store::get();
    let value = move || match delay.get() {
        Delay::LogNormal { factor, .. } => factor.to_string(),
        _ => String::new(),
    };
    let set = move |text: String| {
        let Ok(read) = text.parse::<Decimal>() else { return false };
        edit(store, id, |model| {
            if let Delay::LogNormal { factor, .. } = &mut model.delay {
                *factor = read;
            }
        });
        true
    };
    view! {
        <span class="part-length">
            <span class="soft" aria-hidden="true">{move || t("delay-factor")}</span>
            <NumberField
                label=Signal::derive(|| t("delay-factor"))
                value=Signal::derive(value)
                on_input=set
                test_id="model-factor"
            />
        </span>
    }
}

fn key(delay: Delay) -> &'static str {
    match delay {
        Delay::Fixed(_) => "fixed",
        Delay::Uniform { .. } => "uniform",
        Delay::Exponential { .. } => "exponential",
        Delay::LogNormal { .. } => "log-normal",
    }
}

/// A delay of another kind that is about as long.
fn turned(delay: Delay, kind: &str) -> Delay {
    let [first, last] = durations(delay);
    match kind {
        "uniform" => Delay::Uniform { least: Duration { count: 0, ..last }, most: last },
        "exponential" => Delay::Exponential { mean: first },
        "log-normal" => Delay::LogNormal { median: first, factor: Decimal::from(2) },
        _ => Delay::Fixed(last),
    }
}

/// The lengths of a delay; a single one stands for both.
fn durations(delay: Delay) -> [Duration; 2] {
    match delay {
        Delay::Uniform { least, most } => [least, most],
        Delay::Fixed(length)
        | Delay::Exponential { mean: length }
        | Delay::LogNormal { median: length, .. } => [length, length],
    }
}

fn set_duration(delay: &mut Delay, place: usize, to: Duration) {
    match delay {
        Delay::Uniform { most, .. } if place == 1 => *most = to,
        Delay::Uniform { least: length, .. }
        | Delay::Fixed(length)
        | Delay::Exponential { mean: length }
        | Delay::LogNormal { median: length, .. } => *length = to,
    }
}
