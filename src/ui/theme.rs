//! Light and dark: from the system until a person chooses. The first paint's
//! theme is set by `boot.js`, before the app is there.

use leptos::prelude::*;

use crate::ui::prefs;

/// What a person chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// As the system says.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The choice that was made before.
    pub fn chosen() -> Self {
        match prefs::read(prefs::THEME).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }

    /// The next choice, for a button that goes round.
    pub fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// Shows it and remembers it.
    pub fn choose(self) {
        match self {
            Self::System => prefs::clear(prefs::THEME),
            Self::Light => prefs::write(prefs::THEME, "light"),
            Self::Dark => prefs::write(prefs::THEME, "dark"),
        }
        self.show();
    }

    /// Shows it.
    pub fn show(self) {
        let dark = match self {
            Self::System => system_is_dark(),
            Self::Light => false,
            Self::Dark => true,
        };
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", if dark { "dark" } else { "light" });
        }
        SHOWN.with(|shown| shown.notify());
    }
}

/// Runs the caller again when another theme is shown.
pub fn track() {
    SHOWN.with(|shown| shown.track());
}

/// The values of the tokens in the theme that is shown, by their names.
pub fn tokens() -> impl Fn(&str) -> String {
    let root = document().document_element();
    let style = root.and_then(|root| window().get_computed_style(&root).ok().flatten());
    move |name| {
        let value = style.as_ref().map(|style| style.get_property_value(&format!("--{name}")));
        value.and_then(Result::ok).unwrap_or_default().trim().to_owned()
    }
}

thread_local! {
    static SHOWN: ArcTrigger = ArcTrigger::new();
}

fn system_is_dark() -> bool {
    let query = window().match_media("(prefers-color-scheme: dark)");
    query.ok().flatten().is_some_and(|query| query.matches())
}
