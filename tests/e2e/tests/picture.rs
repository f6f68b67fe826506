//! A journey as a picture: what is asked, what is saved, and what goes to the printer.

mod story;

use e2e::{Error, Options, Result};
use story::Person;

const MENU: &str = "Picture or print…";

/// Keeps what would be printed instead of asking for a printer.
const NO_PRINTER: &str = "window.print = () => {
    const page = document.querySelector('body > .picture-page');
    window.onPaper = decodeURIComponent(page.src).includes('<svg');
}";

#[test]
fn a_journey_is_saved_as_pictures_and_printed() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    let save = |format| -> Result<()> {
        person.chooses_in_main_menu(MENU)?;
        person.browser.by_test_id("picture-dialog")?;
        person.clicks(format)
    };
    save("picture-svg")?;
    save("picture-png")?;
    save("picture-mermaid")?;
    let saved = person.browser.until("three files", || {
        let names = person.browser.downloads()?;
        let done = |ending: &str| names.iter().find(|name| name.ends_with(ending)).cloned();
        Ok(done(".svg").zip(done(".png")).zip(done(".mmd")))
    })?;
    let ((svg, png), mmd) = saved;
    let text = |name: &str| -> Result<String> {
        Ok(String::from_utf8_lossy(&person.browser.downloaded(name)?).into_owned())
    };
    let drawn = text(&svg)?;
    assert!(drawn.starts_with("<svg ") && drawn.contains(">New shopper?<"), "{drawn}");
    assert!(!drawn.contains("fill=\"\""), "every colour is there: {drawn}");
    assert!(person.browser.downloaded(&png)?.starts_with(b"\x89PNG"));
    let chart = text(&mmd)?;
    assert!(chart.starts_with("flowchart TD\n") && chart.contains("-->|\"Yes\"|"), "{chart}");

    person.browser.script(NO_PRINTER, &[])?;
    save("picture-print")?;
    let printed = || Ok(person.browser.script("return window.onPaper === true", &[])?.as_bool());
    person
        .browser
        .wait_until("a page on paper", || printed().map(|is: Option<bool>| is == Some(true)))?;
    assert!(person.browser.console_errors()?.is_empty());
    Ok::<(), Error>(())
}
