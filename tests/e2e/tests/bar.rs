//! The top bar in windows of every width: one line, nothing over another thing, and what
//! has no room there behind one button.

mod story;

use e2e::{Key, Options, Result};
use serde_json::{Value, json};
use story::Person;

/// What of the bar is beyond its edges, over its neighbour, or before it in reading order
/// though it stands after it.
const ASKEW: &str = "const bar = document.querySelector('.topbar').getBoundingClientRect(); \
    const all = [...document.querySelectorAll('.topbar :is(button, .saved, .state)')] \
        .filter((one) => one.checkVisibility() && !one.parentElement.closest('h1')); \
    const box = (one) => one.getBoundingClientRect(); \
    const name = (one) => (one.getAttribute('aria-label') ?? one.textContent).slice(0, 40) + ` ${box(one).left} to ${box(one).right}`; \
    const inner = (one) => [...one.children].every((part) => !part.checkVisibility() || box(part).left >= box(one).left - 1); \
    const beyond = all.filter((one) => box(one).top < bar.top || box(one).bottom > bar.bottom \
        || box(one).left < 0 || box(one).right > innerWidth || !inner(one)); \
    const over = all.filter((one, at) => at && box(all[at - 1]).right > box(one).left + 0.5) \
        .flatMap((one) => [all[all.indexOf(one) - 1], one]); \
    return [bar.height > 49 ? 'high: ' + bar.height : '', ...[...beyond, ...over].map(name)].filter(Boolean);";

#[test]
fn the_bar_is_one_line_at_every_width() -> Result<()> {
    for width in [320, 390, 768, 1024, 1200, 1440] {
        let person = Person::arrives(&Options { size: (width, 800), ..Options::default() })?;
        person.opens_the_example("post-purchase")?;
        person.css(".tile-body")?;
        person.css(".tile[data-kind=custom-trigger] .tile-body")?.click()?;
        judges(&person, width)?;
        person.goes_to("Triggers")?;
        person.css(".catalogue-name")?;
        judges(&person, width)?;
    }
    Ok(())
}

/// Judges the bar in both languages; it ends in English.
fn judges(person: &Person, width: u32) -> Result<()> {
    for lang in ["en", "fr"] {
        let now = "return document.documentElement.lang";
        let speaks = || Ok(person.browser.script(now, &[])? == json!(lang));
        person.browser.wait_until("the language", speaks)?;
        let found = person.browser.script(ASKEW, &[])?;
        assert_eq!(found, Value::Array(Vec::new()), "at {width} in {lang}");
        let other = "document.querySelector('[data-testid=language]').click()";
        person.browser.script(other, &[])?;
    }
    Ok(())
}

#[test]
fn what_has_no_room_in_the_bar_is_behind_one_button() -> Result<()> {
    let person = Person::arrives(&Options { size: (390, 800), ..Options::default() })?;
    person.opens_the_example_to_edit("post-purchase")?;
    person.css(".tile-body")?;
    assert!(!person.browser.by_test_id("language")?.is_visible()?);
    person.clicks("more")?;
    person.clicks("language")?;
    person.browser.wait_for_text("Publier")?;
    person.clicks("language")?;
    person.browser.wait_for_text("Publish")?;
    // Escape leaves it, and the focus is where it came from.
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count(".topbar-more:popover-open", 0)?;
    person.css("[data-testid=more]:focus")?;
    // By keys: the first line that can be chosen after the button, and on.
    person.browser.press(&[Key::Enter])?;
    person.css(".topbar-more:popover-open")?;
    let reach = || {
        person.browser.press(&[Key::Tab])?;
        Ok(!person.browser.all_by_css("[data-testid=help]:focus")?.is_empty())
    };
    person.browser.wait_until("the help has the focus", reach)?;
    person.browser.press(&[Key::Enter])?;
    person.css("dialog[open]")?;
    person.waits_for_count(".topbar-more:popover-open", 0)?;
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count("dialog[open]", 0)?;
    // Its list of edits takes its place.
    person.clicks("more")?;
    person.clicks("history")?;
    person.css(".flyout [role=option]")?;
    person.waits_for_count(".topbar-more:popover-open", 0)?;
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count(".flyout", 0)?;
    person.clicks("more")?;
    person.css(".topbar-more .only-phone")?.click()?;
    person.css("dialog[open]")?;
    person.waits_for_count(".topbar-more:popover-open", 0)
}
