//! Many views, one after the other, so that the page is never busy for long.

use std::sync::Arc;

use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::changing::changing;
use crate::ui::watch::Watch;

/// A view for each item. Each is drawn in a turn of its own, in their order, and again
/// when something that it read changes.
pub fn in_turns<T: Send + Sync + 'static>(
    items: Vec<Arc<T>>,
    view: impl Fn(&Arc<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let (count, view) = (items.len(), Arc::new(view));
    let drawn = RwSignal::new(0);
    spawn_local(async move {
        for place in 0..count {
            TimeoutFuture::new(0).await;
            if drawn.try_set(place + 1).is_some() {
                // Nobody looks any more.
                return;
            }
        }
    });
    let views = items.into_iter().enumerate().map(|(place, item)| {
        let (view, turn) = (view.clone(), Watch::new(move |_| drawn.get() > place));
        changing(move || turn.get().then(|| view(&item))).into_any()
    });
    views.collect_view().into_any()
}
