//! The drawer at the bottom: problems, the run, its results, a trace. Closed by
//! default; it remembers its height.

use leptos::prelude::*;

use crate::layout::Number;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, IconName};
use crate::ui::later::{Part, later};
use crate::ui::prefs;
use crate::ui::watch::Watch;
use crate::ui::widgets::button::IconButton;
use crate::ui::widgets::edge::{Edge, Sized};

/// A pane of the drawer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DrawerTab {
    /// What the checker finds.
    Problems,
    /// What a run takes.
    Run,
    /// What a run gave.
    Results,
    /// The way of one contact.
    Trace,
}

impl DrawerTab {
    const ALL: [Self; 4] = [Self::Problems, Self::Run, Self::Results, Self::Trace];

    fn label(self) -> &'static str {
        match self {
            Self::Problems => "problems",
            Self::Run => "run",
            Self::Results => "results",
            Self::Trace => "trace",
        }
    }

    fn part(self) -> Part {
        match self {
            Self::Problems => Part::Problems,
            Self::Run => Part::Run,
            Self::Results => Part::Results,
            Self::Trace => Part::Trace,
        }
    }

    fn icon(self) -> IconName {
        match self {
            Self::Problems => IconName::TriangleAlert,
            Self::Run => IconName::Play,
            Self::Results => IconName::Table,
            Self::Trace => IconName::Route,
        }
    }
}

/// Which pane is open. Copied freely; it is a handle.
#[derive(Debug, Clone, Copy)]
pub struct Drawer {
    open: RwSignal<Option<DrawerTab>>,
    height: RwSignal<f64>,
}

const HEIGHT: Sized = Sized {
    key: prefs::DRAWER,
    label: "drawer-height",
    first: 280.0,
    range: (120.0, 900.0),
    high: true,
    before: false,
};

impl Drawer {
    /// A closed drawer in the current reactive owner.
    pub fn new() -> Self {
        Self { open: RwSignal::new(None), height: HEIGHT.remembered() }
    }

    /// The drawer of the workbench.
    pub fn get() -> Self {
        expect_context()
    }

    /// Opens a pane.
    pub fn show(self, tab: DrawerTab) {
        self.open.set(Some(tab));
    }

    /// Opens a pane, or closes the drawer when that pane is open.
    pub fn toggle(self, tab: DrawerTab) {
        self.open.update(|open| *open = if *open == Some(tab) { None } else { Some(tab) });
    }

    /// Whether that pane is open; not tracked, and not when the drawer is gone.
    pub fn is_at(self, tab: DrawerTab) -> bool {
        self.open.try_get_untracked().flatten() == Some(tab)
    }

    /// The pane that is open; tracked.
    pub fn tab(self) -> Option<DrawerTab> {
        self.open.get()
    }
}

impl Default for Drawer {
    fn default() -> Self {
        Self::new()
    }
}

/// The tabs and, when one is open, its pane.
#[component]
pub fn DrawerView() -> impl IntoView {
    let drawer = Drawer::get();
    let tab = Watch::new(move |_| drawer.open.get());
    view! {
        <section class="drawer" aria-label=move || t("drawer")>
            {move || tab.get().map(|_| view! { <Edge of=HEIGHT size=drawer.height/> }.into_any())}
            <div class="drawer-tabs">
                <div class="drawer-tablist" role="tablist" aria-label=move || t("drawer")>
                    {DrawerTab::ALL.into_iter().map(|tab| view! { <Tab tab/> }.into_any()).collect_view()}
                </div>
                <span class="drawer-space"></span>
                {move || {
                    tab.get()
                        .map(|_| {
                            view! {
                                <IconButton
                                    icon=IconName::ChevronDown
                                    label="close"
                                    on_click=move |()| drawer.open.set(None)
                                />
                            }
                                .into_any()
                        })
                }}
            </div>
            {move || tab.get().map(|tab| view! { <Body tab/> }.into_any())}
        </section>
    }
}

#[component]
fn Tab(tab: DrawerTab) -> impl IntoView {
    let drawer = Drawer::get();
    let badge = (tab == DrawerTab::Problems)
        .then(|| view! { <crate::ui::problems::CountBadge/> }.into_any());
    view! {
        <button
            type="button"
            class="drawer-tab"
            role="tab"
            data-testid=format!("tab-{}", tab.label())
            aria-selected=move || (drawer.open.get() == Some(tab)).to_string()
            on:click=move |_| drawer.toggle(tab)
        >
            <Icon name=tab.icon()/>
            {move || t(tab.label())}
            {badge}
        </button>
    }
}

#[component]
fn Body(tab: DrawerTab) -> impl IntoView {
    let drawer = Drawer::get();
    view! {
        <div
            class="drawer-body"
            role="tabpanel"
            style:height=move || format!("min({}px, 70dvh)", Number(drawer.height.get()))
        >
            {later(tab.part())}
        </div>
    }
}
