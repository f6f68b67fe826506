//! The top bar: where we are, what can be undone, whether it is saved, and Run.

use leptos::html;
use leptos::prelude::*;

use crate::model::journey::JourneyState;
use crate::ui::app::App;
use crate::ui::changing::changing;
use crate::ui::dialogs::Dialogs;
use crate::ui::i18n::{Lang, lang, set_lang, t};
use crate::ui::icon::{Icon, IconName};
use crate::ui::later::{Act, act};
use crate::ui::life::{Life, LifeStep};
use crate::ui::run::Runs;
use crate::ui::saver::SavedView;
use crate::ui::shell::drawer::{Drawer, DrawerTab};
use crate::ui::shell::help::Help;
use crate::ui::shell::path::{Path, Steps};
use crate::ui::shell::travel::{GoToButton, History, UndoRedo};
use crate::ui::store::Store;
use crate::ui::theme::Theme;
use crate::ui::toast::Toasts;
use crate::ui::widgets::button::{Button, IconButton};
use crate::ui::widgets::flyout::Spot;
use crate::ui::widgets::menu::{Menu, MenuItem};

/// The bar.
#[component]
pub fn TopBar() -> impl IntoView {
    let help = Help::get();
    view! {
        <header class="topbar">
            <MainMenu/>
            <Steps/>
            <Path/>
            <div class="topbar-tools">
                <GoToButton/>
                <SavedView/>
                <UndoRedo/>
                <button
                    type="button"
                    class="button button-quiet button-icon topbar-more-button"
                    popovertarget="topbar-more"
                    data-testid="more"
                    aria-label=move || t("more")
                    title=move || t("more")
                >
                    <Icon name=IconName::Ellipsis/>
                </button>
                // Part of the bar where there is room (the style sheet says when), else
                // behind the button.
                <div class="topbar-more" id="topbar-more" popover="auto">
                    <History/>
                    <span class="topbar-divider"></span>
                    <LangButton/>
                    <ThemeButton/>
                    <IconButton
                        icon=IconName::CircleQuestionMark
                        label="help"
                        class="button button-quiet button-icon"
                        test_id="help"
                        on_click=move |()| help.open()
                    />
                    {publish("button only-phone", false)}
                </div>
                <span class="topbar-divider"></span>
                {publish("button not-phone", true)}
                <RunButton/>
            </div>
        </header>
    }
}

/// The name of the app, and behind it what concerns the workspace as a whole.
#[component]
fn MainMenu() -> impl IntoView {
    let (store, app, toasts) = (Store::get(), App::get(), Toasts::get());
    let dialogs = Dialogs::get();
    let spot = RwSignal::new(None::<Spot>);
    let button: NodeRef<html::Button> = NodeRef::new();
    let items = move || {
        let item = |label: &str, icon, run| MenuItem::plain(label, icon, true, run);
        let mut items =
            vec![item("to-start", IconName::FolderOpen, Callback::new(move |()| app.close()))];
        if let Some(id) = untrack(move || store.open_journey()) {
            items.push(item(
                "export-journey",
                IconName::Download,
                Callback::new(move |()| act(Act::ExportJourney(store, id), toasts)),
            ));
            items.push(item(
                "picture-journey",
                IconName::FileText,
                Callback::new(move |()| dialogs.pictured.set(Some(id))),
            ));
        }
        items.push(item(
            "import-journey",
            IconName::Upload,
            Callback::new(move |()| act(Act::ChooseJourney(store), toasts)),
        ));
        items.push(item(
            "export-workspace",
            IconName::Download,
            Callback::new(move |()| act(Act::ExportWorkspace(store), toasts)),
        ));
        items
    };
    view! {
        <button
            type="button"
            class="button button-quiet topbar-brand"
            node_ref=button
            data-testid="main-menu"
            aria-haspopup="menu"
            aria-label=move || format!("{}, {}", crate::ui::PRODUCT, t("main-menu"))
            aria-expanded=move || spot.get().is_some().to_string()
            on:click=move |_| {
                spot.set(button.get_untracked().map(|button| Spot::beside(&button, 240.0)));
            }
        >
            <Icon name=IconName::Route/>
            <span>{crate::ui::PRODUCT}</span>
            <Icon name=IconName::ChevronDown/>
        </button>
        {move || {
            spot.get()
                .map(|spot_now| {
                    view! {
                        <Menu
                            spot=spot_now
                            label=t("main-menu")
                            items=items()
                            on_close=Callback::new(move |()| spot.set(None))
                        />
                    }
                        .into_any()
                })
        }}
    }
}

/// Switches the language; the button names the other one, in its own words.
#[component]
pub fn LangButton() -> impl IntoView {
    let toasts = Toasts::get();
    let other = move || if lang() == Lang::En { Lang::Fr } else { Lang::En };
    view! {
        <button
            type="button"
            class="button button-quiet button-small"
            lang=move || other().tag()
            data-testid="language"
            aria-label=move || format!("{}, {}", other().tag().to_ascii_uppercase(), other().own_name())
            title=move || other().own_name()
            on:click=move |_| set_lang(untrack(other), toasts)
        >
            <Icon name=IconName::Languages/>
            {move || other().tag().to_ascii_uppercase()}
        </button>
    }
}

/// Goes round system, light, dark.
#[component]
pub fn ThemeButton() -> impl IntoView {
    let theme = RwSignal::new(Theme::chosen());
    let icon = Signal::derive(move || match theme.get() {
        Theme::System => IconName::Monitor,
        Theme::Light => IconName::Sun,
        Theme::Dark => IconName::Moon,
    });
    let label = move || match theme.get() {
        Theme::System => t("theme-system"),
        Theme::Light => t("theme-light"),
        Theme::Dark => t("theme-dark"),
    };
    view! {
        <IconButton
            icon
            label=Signal::derive(label)
            class="button button-quiet button-icon"
            test_id="theme"
            on_click=move |()| {
                theme.update(|theme| *theme = theme.next());
                theme.get_untracked().choose();
            }
        />
    }
}

/// Publishes the open draft, or stops the open live journey; what that means is shown first.
/// On a phone another one stands behind the button of the tools.
fn publish(class: &'static str, tested: bool) -> AnyView {
    let (store, life) = (Store::get(), Life::get());
    changing(move || {
        let id = store.open_journey()?;
        let (step, words, help) = match store.journey(id)?.state {
            JourneyState::Draft => (LifeStep::Publish, "publish", "publish-help"),
            state if state.is_live() => (LifeStep::Stop, "stop", "stop-help"),
            _ => return None,
        };
        let test_id = if tested { words } else { "" };
        Some(
            view! { <Button label=words class tooltip=help test_id on_click=move |()| life.ask(store, id, step)/> }
                .into_any(),
        )
    })
    .into_any()
}

#[component]
fn RunButton() -> impl IntoView {
    let (runs, drawer, toasts) = (Runs::get(), Drawer::get(), Toasts::get());
    view! {
        <Button
            label="run"
            class="button button-primary run-button"
            icon=IconName::Play
            tooltip="run-help"
            test_id="run"
            on_click=move |()| {
                drawer.show(DrawerTab::Run);
                act(Act::Run(runs), toasts);
            }
        />
    }
}
