//! What can be done with the record of a row as a whole.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::ui::i18n::{t, t_with};
use crate::ui::icon::{Icon, IconName};
use crate::ui::widgets::flyout::Spot;
use crate::ui::widgets::menu::{Menu, MenuItem};

/// A button at the end of a row, with what can be done with the record of the row.
#[component]
pub fn RowMenu(
    /// The record's name.
    #[prop(into)]
    name: Signal<String>,
    /// The lines as they are when the menu is opened.
    items: Callback<(), Vec<MenuItem>>,
) -> impl IntoView {
    let spot = RwSignal::new(None::<Spot>);
    view! {
        <button
            type="button"
            class="button button-quiet button-small button-icon"
            aria-haspopup="menu"
            aria-label=move || t_with("actions-of", [("name", name.get().into())])
            on:click=move |event| {
                let button = event.current_target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
                spot.set(button.map(|button| Spot::beside(&button, 220.0)));
            }
        >
            <Icon name=IconName::Ellipsis/>
        </button>
        {move || {
            spot.get()
                .map(|spot_now| {
                    let on_close = Callback::new(move |()| spot.set(None));
                    view! { <Menu spot=spot_now label=t("actions") items=items.run(()) on_close/> }.into_any()
                })
        }}
    }
}
