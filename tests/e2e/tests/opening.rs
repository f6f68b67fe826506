//! The first things that anybody sees.

use e2e::{Browser, Options, Result, Site, Theme};

fn open(options: &Options) -> Result<Browser> {
    let browser = Browser::open(&Site::built()?, options)?;
    browser.by_test_id("start")?;
    Ok(browser)
}

#[test]
fn the_app_opens_in_any_folder_and_the_console_stays_clean() -> Result<()> {
    let browser = open(&Options::default())?;
    assert!(browser.title()?.contains("Parcours"));
    assert_eq!(browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_first_language_is_the_browsers() -> Result<()> {
    for language in ["en", "fr"] {
        let browser = open(&Options { language: language.to_owned(), ..Options::default() })?;
        let said = browser.by_css("html")?.attribute("lang")?;
        assert_eq!(said.as_deref(), Some(language));
    }
    Ok(())
}

#[test]
fn the_first_theme_is_the_systems() -> Result<()> {
    let background = "return getComputedStyle(document.body).backgroundColor";
    let mut seen = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        let browser = open(&Options { theme, ..Options::default() })?;
        seen.push(browser.script(background, &[])?);
    }
    assert_ne!(seen[0], seen[1]);
    Ok(())
}
