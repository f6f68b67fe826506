//! "Used in": how many journeys use a trigger; a click shows which, in which role.

use leptos::prelude::*;

use crate::model::collect;
use crate::model::id::TriggerId;
use crate::ui::changing::changing;
use crate::ui::i18n::t_with;
use crate::ui::later::Part;
use crate::ui::numbers;
use crate::ui::properties::open::Open;
use crate::ui::properties::parts::Unfold;
use crate::ui::watch::Watch;

/// The line "Used in: 2 live journeys"; a click opens the list.
#[component]
pub fn UsedIn(
    /// The trigger.
    #[prop(into)]
    trigger: Signal<Option<TriggerId>>,
) -> impl IntoView {
    let store = Open::get().store;
    // How many journeys use it, and how many of them are live.
    let counts = Watch::new(move |_| {
        let id = trigger.get()?;
        store.read(|workspace| workspace.triggers.contains_key(&id)).then(|| {
            let index = store.index();
            let uses = index.usage(id).iter();
            let journeys = collect::set(uses.filter_map(|one| Some((one.journey?, one.live))));
            (journeys.len(), journeys.iter().filter(|(_, live)| *live).count())
        })
    });
    let known = Watch::new(move |_| counts.get().and(trigger.get()));
    changing(move || {
        known.get().map(|id| {
            let words = Signal::derive(move || count_words(counts.get().unwrap_or_default()));
            view! { <Unfold words part=Part::UsedIn(id) test_id="used-in"/> }.into_any()
        })
    })
}

/// "Used in: 2 live journeys (3 in all)".
fn count_words((all, live): (usize, usize)) -> String {
    let args = [
        ("live", live.into()),
        ("n", numbers::count(live as u64).into()),
        ("total", numbers::count(all as u64).into()),
    ];
    if live == all {
        let [live, n, _] = args;
        return t_with("used-in-live", [live, n]);
    }
    t_with("used-in-some-live", args)
}
