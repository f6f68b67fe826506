//! Every page, pane and dialog as axe-core judges it, light and dark, in English and in
//! French; and what axe does not measure: how large the targets are, and that nothing is
//! cut off in a small window.

mod story;

use e2e::{Key, Options, Result};
use serde_json::{Value, json};
use story::Person;

/// The least size of a target, in CSS pixels, by WCAG 2.2 (2.5.8).
const TARGETS: &str = "const wide = [...document.querySelectorAll('button, input, select, textarea, \
    [role=treeitem], [role=option], [role=tab]')].filter((one) => one.checkVisibility() \
    && !one.closest('.scene') && !one.closest('.sr-only')); \
    const size = (one) => { const own = one.getBoundingClientRect(); \
        const label = one.closest('label')?.getBoundingClientRect(); \
        return [Math.max(own.width, label?.width ?? 0), Math.max(own.height, label?.height ?? 0)]; }; \
    return wide.filter((one) => size(one).some((side) => side < 23.5)) \
        .map((one) => (one.getAttribute('aria-label') ?? one.textContent).slice(0, 40) + ' ' + size(one));";

/// What is beyond the edge of the window and cannot be scrolled to.
const CUT_OFF: &str = "const over = (one) => { const box = one.getBoundingClientRect(); \
        return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1); }; \
    const scrolls = (one) => { for (let at = one.parentElement; at; at = at.parentElement) \
        if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true; \
        return false; }; \
    return [...document.querySelectorAll('button, input, select, textarea, h1, h2, h3')] \
        .filter((one) => one.checkVisibility() && !one.closest('.canvas, .map-view, .sr-only, .skip')) \
        .filter((one) => over(one) && !scrolls(one)) \
        .map((one) => (one.getAttribute('aria-label') ?? one.textContent).slice(0, 40));";

struct Judge<'a> {
    person: &'a Person,
    findings: std::cell::RefCell<Vec<String>>,
}

impl<'a> Judge<'a> {
    fn new(person: &'a Person) -> Self {
        Self { person, findings: std::cell::RefCell::default() }
    }

    /// Judges what is on the screen, in both themes and both languages.
    fn sees(&self, what: &str) -> Result<()> {
        for lang in ["en", "fr"] {
            for theme in ["light", "dark"] {
                let wear = "document.documentElement.dataset.theme = arguments[0]";
                self.person.browser.script(wear, &[theme.into()])?;
                // Colours on their way to others are nobody's last word.
                let still = "document.getAnimations().forEach((one) => one.finish())";
                self.person.browser.script(still, &[])?;
                self.notes(&format!("{what}, {theme}, {lang}"), self.person.browser.axe()?);
            }
            self.asks(what, TARGETS)?;
            self.person
                .browser
                .script("document.querySelector('[data-testid=language]').click()", &[])?;
            let other = if lang == "en" { "fr" } else { "en" };
            let now = "return document.documentElement.lang";
            let switched = || Ok(self.person.browser.script(now, &[])? == json!(other));
            self.person.browser.wait_until("the other language", switched)?;
        }
        Ok(())
    }

    /// Notes what a script finds.
    fn asks(&self, what: &str, script: &str) -> Result<()> {
        let found = self.person.browser.script(script, &[])?;
        let lines = found.as_array().into_iter().flatten().filter_map(Value::as_str);
        self.notes(what, lines.map(str::to_owned).collect());
        Ok(())
    }

    fn notes(&self, what: &str, found: Vec<String>) {
        self.findings.borrow_mut().extend(found.into_iter().map(|line| format!("{what}: {line}")));
    }

    fn finds_nothing(self) {
        let findings = self.findings.into_inner();
        assert!(findings.is_empty(), "{}", findings.join("\n"));
    }
}

const PAGES: [&str; 10] = [
    "Journeys",
    "Map",
    "Triggers",
    "Flows",
    "Segments",
    "Contacts",
    "Tables",
    "Behaviour",
    "Tests",
    "Settings",
];

#[test]
fn axe_finds_nothing_on_any_page() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    let judge = Judge::new(&person);
    judge.sees("start")?;
    person.opens_the_example("post-purchase")?;
    for page in PAGES {
        person.goes_to(page)?;
        person.css(".main h1")?;
        judge.sees(page)?;
        if let Some(row) = person.browser.all_by_css(".main .list-row")?.first() {
            row.click()?;
            person.css(".record")?;
            judge.sees(&format!("{page}, one open"))?;
        }
    }
    judge.finds_nothing();
    Ok(())
}

#[test]
fn axe_finds_nothing_around_a_journey() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    let judge = Judge::new(&person);
    person.opens_the_example("post-purchase")?;
    person.css(".tile-body")?;
    person.css(".properties")?;
    judge.sees("the journey")?;
    for tile in person.browser.all_by_css(".tile-body")? {
        tile.click()?;
        judge.sees(&format!("the tile {}", tile.attribute("data-testid")?.unwrap_or_default()))?;
    }
    person.creates_journey("New")?;
    judge.sees("an empty journey")?;
    for kind in ["Email", "Split", "If/then", "Wait", "Exit"] {
        person.places(kind, "Add a tile after Entry")?;
        judge.sees(&format!("a new {kind}"))?;
    }
    person.browser.press(&[Key::Char('?')])?;
    person.css("dialog[open]")?;
    judge.sees("help")?;
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count("dialog[open]", 0)?;
    person.clicks("outline-toggle")?;
    person.css(".outline-line")?;
    judge.sees("outline")?;
    person.clicks("outline-hide")?;
    person.opens_tab("problems")?;
    person.css(".problem")?;
    judge.sees("problems")?;
    judge.finds_nothing();
    Ok(())
}

#[test]
fn axe_finds_nothing_around_a_run() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    let judge = Judge::new(&person);
    person.opens_the_example("post-purchase")?;
    person.opens_tab("run")?;
    person.browser.by_test_id("run-start")?;
    judge.sees("run")?;
    person.runs()?;
    person.opens_tab("results")?;
    person.css(".contact-row button")?;
    judge.sees("results")?;
    person.css(".contact-row button")?.click()?;
    person.browser.by_test_id("trace-step")?;
    judge.sees("trace")?;
    judge.finds_nothing();
    Ok(())
}

/// Leaves what is open by Escape.
fn leaves(person: &Person, what: &str) -> Result<()> {
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count(what, 0)
}

#[test]
fn axe_finds_nothing_in_lists_menus_and_notes() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    let judge = Judge::new(&person);
    person.opens_the_example_to_edit("post-purchase")?;
    person.clicks("go-to-open")?;
    person.css(".go-to [role=option]")?;
    judge.sees("go to")?;
    leaves(&person, ".go-to")?;
    person.clicks("main-menu")?;
    person.css(".menu")?;
    judge.sees("the main menu")?;
    leaves(&person, ".menu")?;
    person.css(".plus")?.click()?;
    person.css(".flyout [role=option]")?;
    judge.sees("the list at a +")?;
    leaves(&person, ".flyout")?;
    person.css(".tile[data-kind=entry] .tile-body")?.click()?;
    person.browser.press(&[Key::Char('n')])?;
    person.css(".note-flyout textarea:focus")?;
    person.browser.type_keys("Ask Ana")?;
    judge.sees("a note that is written")?;
    leaves(&person, ".note-flyout")?;
    // The line of settings opens as the note comes.
    person.css(".properties .note-fields")?;
    judge.sees("a mark, and its note in the settings")?;
    person.css(".properties .note-fields input[type=checkbox]")?.click()?;
    person.css(".tile-note[data-card=true]")?;
    judge.sees("a card")?;
    person.css(".tile[data-kind=custom-trigger] .tile-body")?.click()?;
    person.css(".tile[data-selected=true] .tile-more")?.click()?;
    person.css(".menu")?;
    judge.sees("the menu of a tile")?;
    leaves(&person, ".menu")?;
    person.css("[data-testid$=-source]")?.click()?;
    person.css(".flyout [role=option]")?;
    judge.sees("the sources of a mapping")?;
    leaves(&person, ".flyout")?;
    judge.finds_nothing();
    Ok(())
}

#[test]
fn axe_finds_nothing_in_dialogs_checks_and_versions() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    let judge = Judge::new(&person);
    person.opens_the_example("post-purchase")?;
    person.goes_by_name("all checks")?;
    person.css(".page")?;
    judge.sees("the checks")?;
    person.goes_to("Journeys")?;
    person.browser.button("Nurture")?.click()?;
    person.clicks("pane-new-version")?;
    person.css("dialog[open]")?;
    judge.sees("a new version")?;
    person.clicks("life-confirm")?;
    person.browser.by_test_id("journey-version")?;
    person.clicks("publish")?;
    person.css("dialog[open]")?;
    judge.sees("publishing")?;
    leaves(&person, "dialog[open]")?;
    person.clicks("pane-versions")?;
    person.browser.by_test_id("versions")?;
    judge.sees("the versions")?;
    person.goes_to("Triggers")?;
    person.clicks("new-trigger")?;
    person.css("dialog[open]")?;
    judge.sees("a new trigger")?;
    leaves(&person, "dialog[open]")?;
    judge.finds_nothing();
    Ok(())
}

/// Opens a dialog, judges it and leaves it.
fn judges_dialog(judge: &Judge<'_>, what: &str) -> Result<()> {
    judge.person.css("dialog[open]")?;
    judge.sees(what)?;
    leaves(judge.person, "dialog[open]")
}

#[test]
fn axe_finds_nothing_where_journeys_end_and_things_change_type() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    let judge = Judge::new(&person);
    person.opens_the_example("post-purchase")?;
    person.css(".tile-body")?;
    person.chooses_in_main_menu("Picture or print…")?;
    judges_dialog(&judge, "pictures")?;
    for step in ["Pause", "Let it run out", "Stop"] {
        let press = "[...document.querySelectorAll('.properties button')] \
            .find((one) => one.textContent.trim() === arguments[0]).click()";
        person.browser.script(press, &[step.into()])?;
        judges_dialog(&judge, step)?;
    }
    person.goes_to("Triggers")?;
    person.browser.by_test_id("catalogue-search")?.fill("sales agent")?;
    person.waits_for_count("[data-testid=catalogue-row]", 1)?;
    person.css(".catalogue-name")?.click()?;
    person.waits_for_count("[data-testid=attribute]", 4)?;
    person.css("[data-testid=attribute]:nth-child(2) select")?.choose("Text")?;
    judges_dialog(&judge, "another type")?;
    person.presses("Delete Product")?;
    judges_dialog(&judge, "deleting an attribute")?;
    judge.finds_nothing();
    Ok(())
}

#[test]
fn axe_finds_nothing_in_map_all_differences_and_notes_on_the_ground() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    let judge = Judge::new(&person);
    person.opens_the_example_to_edit("post-purchase")?;
    person.places("Custom trigger", "Add a tile after Entry")?;
    person.picks("trigger-picker", "Send to sales agent")?;
    person.browser.wait_for_text("0 of 4")?;
    person.clicks("map-all-button")?;
    person.browser.by_test_id("map-all-list")?;
    judges_dialog(&judge, "map all")?;
    person.selects("Entry")?;
    person.browser.press(&[Key::Shift, Key::Char('N')])?;
    person.css(".ground-text:focus")?;
    person.browser.type_keys("Ask Ana")?;
    judge.sees("a note on the ground that is written")?;
    leaves(&person, ".ground-text")?;
    person.css("div.ground-note")?;
    judge.sees("a note on the ground")?;
    person.browser.press(&[Key::Escape])?;
    person.clicks("pane-versions")?;
    person.browser.by_test_id("versions")?;
    judge.sees("what is different")?;
    judge.finds_nothing();
    Ok(())
}

/// 1280 by 1024 at 400 %, and a phone.
#[test]
fn nothing_is_cut_off_in_a_small_window() -> Result<()> {
    for size in [(320, 256), (390, 844), (1024, 768)] {
        let person = Person::arrives(&Options { size, ..Options::default() })?;
        let judge = Judge::new(&person);
        judge.asks(&format!("start at {size:?}"), CUT_OFF)?;
        person.opens_the_example("post-purchase")?;
        person.css(".properties")?;
        judge.asks(&format!("the journey at {size:?}"), CUT_OFF)?;
        for page in PAGES {
            person.goes_to(page)?;
            person.css(".main h1")?;
            judge.asks(&format!("{page} at {size:?}"), CUT_OFF)?;
        }
        judge.finds_nothing();
    }
    Ok(())
}
