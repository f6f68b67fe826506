//! A journey as a picture: saved as a file, or printed on one page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::editor::Selection;
use crate::editor::picture::{Caption, Captions, Look, Picture, mermaid, part, svg};
use crate::editor::summary;
use crate::model::id::JourneyId;
use crate::model::journey::Journey;
use crate::ui::dialogs::Dialogs;
use crate::ui::i18n::t;
use crate::ui::icon::IconName;
use crate::ui::store::Store;
use crate::ui::theme;
use crate::ui::toast::Toasts;
use crate::ui::transfer;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::modal::Modal;
use crate::ui::words;
use crate::web::{files, picture};

/// The pixels of a PNG for each CSS px, and the most along a side.
const SCALE: f64 = 2.0;
const MOST: f64 = 8192.0;

/// Asks for what, and as what.
#[component]
pub fn PictureDialog(
    /// The journey.
    id: JourneyId,
) -> impl IntoView {
    let (store, toasts, dialogs) = (Store::get(), Toasts::get(), Dialogs::get());
    let selected = store.peek_session(|session| session.selection.tiles().is_some());
    let only = RwSignal::new(selected);
    let close = Callback::new(move |()| dialogs.pictured.set(None));
    let save = move |format: Format| {
        if let Some(shown) = Shown::of(store, id, only.get_untracked()) {
            shown.save(format, toasts);
        }
        close.run(());
    };
    let button = move |format: Format, icon: IconName, label: &'static str, test_id| {
        view! {
            <Button label icon test_id on_click=move |()| save(format)/>
        }
        .into_any()
    };
    let scope = selected.then(|| {
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    data-testid="picture-selection"
                    prop:checked=move || only.get()
                    on:change=move |event| only.set(event_target_checked(&event))
                />
                <span>{move || t("picture-selection")}</span>
            </label>
        }
        .into_any()
    });
    view! {
        <Modal label=Signal::derive(|| t("picture")) test_id="picture-dialog" close=close>
            <h2>{move || t("picture")}</h2>
            <p class="soft">{move || t("picture-help")}</p>
            {scope}
            <div class="picture-formats">
                {button(Format::Svg, IconName::Download, "picture-svg", "picture-svg")}
                {button(Format::Png, IconName::Download, "picture-png", "picture-png")}
                {button(Format::Mermaid, IconName::Download, "picture-mermaid", "picture-mermaid")}
                {button(Format::Print, IconName::FileText, "picture-print", "picture-print")}
            </div>
            <div class="dialog-actions">
                <Button label="cancel" on_click=close/>
            </div>
        </Modal>
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
    Mermaid,
    Print,
}

/// What is shown on a picture.
struct Shown {
    journey: Journey,
    captions: Captions,
    name: String,
    entry: bool,
}

impl Shown {
    /// A journey, or of it only what is selected.
    fn of(store: Store, id: JourneyId, only: bool) -> Option<Self> {
        let selection = store.peek_session(|session| session.selection.clone());
        untrack(|| {
            store.peek(|workspace| {
                let journey = workspace.journeys.get(&id)?;
                let caption = |tile| match journey.tile(tile) {
                    None => {
                        let line = words::line(&summary::of_entry(workspace, journey));
                        Caption { title: t("tile-entry"), line }
                    }
                    Some(known) => Caption {
                        title: words::title_in(workspace, journey, known),
                        line: words::line(&summary::of_tile(workspace, journey, known)),
                    },
                };
                let captions = Captions::of(journey, &caption, &words::branch);
                let name = words::journey_name(workspace, journey);
                let tiles = match &selection {
                    Selection::Tiles(tiles) if only => Some(tiles),
                    _ => None,
                };
                Some(match tiles {
                    Some(tiles) => {
                        let journey = part(journey, &|id| tiles.contains(id));
                        Self { journey, captions, name, entry: false }
                    }
                    None => Self { journey: journey.as_ref().clone(), captions, name, entry: true },
                })
            })
        })
    }

    fn svg(&self, look: &Look) -> String {
        svg(&Picture::of(&self.journey, &self.captions, self.entry), look, &self.name)
    }

    fn save(&self, format: Format, toasts: Toasts) {
        let name = |ending| files::name_for(&self.name, ending);
        match format {
            Format::Svg => {
                transfer::save(toasts, &name("svg"), "image/svg+xml", &self.svg(&look()));
            }
            Format::Mermaid => {
                let text = mermaid(&self.journey, &self.captions, self.entry);
                transfer::save(toasts, &name("mmd"), "text/plain", &text);
            }
            Format::Png => {
                let (text, name) = (self.svg(&look()), name("png"));
                spawn_local(async move {
                    if let Err(error) = picture::save_png(&name, &text, SCALE, MOST).await {
                        let args = vec![("file", name.into()), ("cause", error.0.into())];
                        toasts.say("file-not-saved", args);
                    }
                });
            }
            Format::Print => {
                let text = self.svg(&on_paper());
                spawn_local(async move {
                    if let Err(error) = picture::print(&text).await {
                        toasts.say("picture-not-printed", vec![("cause", error.0.into())]);
                    }
                });
            }
        }
    }
}

/// The colours that the page has now.
fn look() -> Look {
    Look::of(&theme::tokens())
}

/// The colours of the light theme, on white.
fn on_paper() -> Look {
    let Some(root) = document().document_element() else { return look() };
    let theme = root.get_attribute("data-theme");
    // Nothing is painted before the theme is back.
    let _ = root.remove_attribute("data-theme");
    let mut look = look();
    look.paper.canvas = theme::tokens()("surface-2");
    if let Some(theme) = theme {
        let _ = root.set_attribute("data-theme", &theme);
    }
    look
}
