//! Finding one's way: go to, back and forward, where one is, the history, closed branches.

mod story;

use e2e::{Key, Options, Result};
use story::Person;

/// What the last link of the path says.
fn waits_to_be_at(person: &Person, words: &str) -> Result<()> {
    person.browser.wait_until(&format!("the path to end in {words}"), || {
        let crumbs = person.browser.all_by_css(".topbar-path .crumb")?;
        Ok(crumbs.last().map(|last| last.text()).transpose()?.as_deref() == Some(words))
    })
}

#[test]
fn everything_is_a_few_letters_away_and_the_way_back_is_known() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    // One letter is wrong, and it is found.
    person.goes_by_name("segmnets")?;
    person.css(".rail-item[aria-current=page][title=Segments]")?;
    person.goes_by_name("post entry")?;
    waits_to_be_at(&person, "Entry")?;
    person.css("[data-kind=entry][data-selected=true]")?;

    // A tile on a branch says on which it is, and the branch leads to the tile that branches.
    person.css(".tile[data-kind=custom-trigger] .tile-body")?.click()?;
    person.waits_for_count(".crumb-tile", 2)?;
    person.css(".crumb-tile")?.click()?;
    person.waits_for_count(".crumb-tile", 1)?;

    person.clicks("key-back")?;
    person.waits_for_count(".crumb-tile", 2)?;
    person.browser.press(&[Key::Alt, Key::Left])?;
    waits_to_be_at(&person, "Entry")?;
    person.browser.press(&[Key::Alt, Key::Left])?;
    person.css(".rail-item[aria-current=page][title=Segments]")?;
    person.browser.press(&[Key::Alt, Key::Right])?;
    waits_to_be_at(&person, "Entry")?;

    // What was visited last is offered first.
    person.clicks("go-to-open")?;
    let first = person.css(".go-to .flyout-group")?.text()?;
    assert_eq!(first, "Recently visited");
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count(".go-to", 0)?;

    // A command by its name.
    person.goes_by_name("export work")?;
    let saved = person.browser.downloaded("Post-purchase.parcours.json")?;
    assert!(saved.starts_with(b"{"));
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_branch_closes_to_a_chip_and_going_to_a_tile_on_it_opens_it() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    person.css("[data-tile]")?;
    let tiles = person.browser.all_by_css(".tile")?.len();
    person.css(".branch-fold")?.click()?;
    person.css(".fold-chip")?;
    person
        .browser
        .wait_until("fewer tiles", || Ok(person.browser.all_by_css(".tile")?.len() < tiles))?;
    // By the keyboard: the chip has the focus, and Enter opens it.
    person.browser.press(&[Key::Enter])?;
    person.waits_for_count(".fold-chip", 0)?;
    person.waits_for_count(".tile", tiles)?;
    person.browser.press(&[Key::Char('c')])?;
    person.waits_for_count(".fold-chip", 1)?;

    person.browser.press(&[Key::Shift, Key::Char('C')])?;
    person.waits_for_count(".fold-chip", 0)?;
    person.browser.press(&[Key::Shift, Key::Char('C')])?;
    person.css(".fold-chip")?;
    // A problem or a name leads there all the same.
    person.waits_until_saved()?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_history_is_a_list_and_one_click_goes_to_any_edit() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_a_new_workspace()?;
    person.creates_journey("Nurture")?;
    person.clicks("empty-add-first")?;
    person.css(".flyout input:focus")?;
    person.browser.type_keys("wait")?;
    person.browser.press(&[Key::Enter])?;
    person.waits_for_count(".tile", 2)?;
    person.places("Exit", "Add a tile after Wait")?;
    person.waits_for_count(".tile", 3)?;

    person.clicks("history")?;
    person.waits_for_count(".flyout [role=option]", 5)?;
    person.css(".flyout input:focus")?;
    person.browser.type_keys("opened")?;
    person.waits_for_count(".flyout [role=option]", 1)?;
    person.browser.press(&[Key::Enter])?;
    person.waits_for_count("[data-testid=redo]:disabled", 0)?;
    person.waits_for_count("[data-testid=undo]:disabled", 1)?;

    person.clicks("history")?;
    person.waits_for_count(".flyout [role=option]", 5)?;
    person.css(".flyout [role=option]")?.click()?;
    person.waits_for_count("[data-testid=redo]:disabled", 1)?;
    person.waits_for_count(".tile", 3)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn panes_are_resized_by_the_keyboard_fold_away_and_stay_so() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    let width = "return Math.round(document.querySelector('.pane').getBoundingClientRect().width)";
    let wide = || Ok(person.browser.script(width, &[])?.as_i64().unwrap_or_default());
    let focus = "document.querySelector(`[data-testid=${arguments[0]}]`).focus()";
    person.browser.by_test_id("pane-width")?;
    let before = wide()?;
    person.browser.script(focus, &["pane-width".into()])?;
    person.browser.press(&[Key::Left])?;
    person.browser.wait_until("a wider pane", || Ok(wide()? > before))?;
    person.browser.press(&[Key::Home])?;
    person.browser.wait_until("the narrowest pane", || Ok(wide()? == 280))?;
    person.clicks("pane-fold")?;
    person.css(".pane[data-folded=true]")?;

    // Enter on a tile shows its settings again.
    person.css("[data-kind=entry] .tile-body")?.click()?;
    person.browser.press(&[Key::Enter])?;
    person.css(".pane[data-folded=false]")?;
    person.browser.wait_until("the narrowest pane", || Ok(wide()? == 280))?;

    person.opens_tab("problems")?;
    let high = person.browser.by_test_id("drawer-height")?;
    let first = high.attribute("aria-valuenow")?;
    person.browser.script(focus, &["drawer-height".into()])?;
    person.browser.press(&[Key::Up])?;
    person
        .browser
        .wait_until("a higher drawer", || Ok(high.attribute("aria-valuenow")? != first))?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_minimap_moves_the_view() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    person.clicks("minimap-toggle")?;
    let map = person.browser.by_test_id("minimap")?;
    let scene = "return document.querySelector('.scene').style.transform";
    let seen = || Ok(person.browser.script(scene, &[])?.as_str().unwrap_or_default().to_owned());
    let before = seen()?;
    // It is painted a moment after it is there; a click before that leads somewhere, too.
    map.click()?;
    person.browser.wait_until("another view", || Ok(seen()? != before))?;
    person.clicks("minimap-toggle")?;
    person.waits_for_count("[data-testid=minimap]", 0)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
