//! Many tiles at once, by the mouse, and tiles that go over the clipboard.

mod story;

use e2e::{Key, Options, Result};
use story::Person;

/// Waits until so many tiles are selected.
fn selected(person: &Person, count: usize) -> Result<()> {
    person.waits_for_count(".tile[data-selected=\"true\"]", count)
}

/// The middle of the tile that is called so, in the window.
fn middle_of(person: &Person, name: &str) -> Result<(f64, f64)> {
    let script = "const box = document.querySelector(`.tile-body[aria-label^='${arguments[0]}']`)\
        .getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2];";
    let answer = person.browser.script(script, &[name.into()])?;
    Ok((answer[0].as_f64().unwrap_or_default(), answer[1].as_f64().unwrap_or_default()))
}

/// A journey of an Email, a Wait, a Push notification and an Exit.
fn draws(person: &Person) -> Result<()> {
    person.creates_journey("Nurture")?;
    for (count, tile) in ["email", "wait", "push", "exit"].into_iter().enumerate() {
        person.clicks(&format!("palette-{tile}"))?;
        person.waits_for_count(".tile-body", count + 2)?;
    }
    Ok(())
}

#[test]
fn tiles_are_selected_moved_copied_and_deleted_together() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_a_new_workspace()?;
    draws(&person)?;

    // One more and one less with Ctrl, all in between with Shift.
    person.selects("Email")?;
    person.browser.holding(Key::Control, || person.selects("Push"))?;
    selected(&person, 2)?;
    person.browser.holding(Key::Control, || person.selects("Push"))?;
    selected(&person, 1)?;
    person.selects("Email")?;
    person.browser.holding(Key::Shift, || person.selects("Push"))?;
    selected(&person, 3)?;
    person.browser.wait_for_text("3 tiles selected")?;
    person.browser.press(&[Key::Escape])?;
    selected(&person, 0)?;
    person.browser.press(&[Key::Control, Key::Char('a')])?;
    selected(&person, 4)?;
    person.browser.press(&[Key::Escape])?;

    // A frame on the ground.
    let (email, wait) = (middle_of(&person, "Email")?, middle_of(&person, "Wait")?);
    let frame = ((email.0 - 200.0, email.1 + 5.0), (wait.0, wait.1 + 5.0));
    person.browser.holding(Key::Shift, || person.browser.drag_between(frame.0, frame.1))?;
    selected(&person, 2)?;

    // They move together, in one step; with Ctrl they are copied.
    let after_push = person.css(".plus[data-testid='plus-root-3']")?;
    person.browser.drag(&person.css(".tile-body[aria-label^='Email']")?, &after_push)?;
    let below = || Ok(middle_of(&person, "Email")?.1 > middle_of(&person, "Push")?.1);
    person.browser.wait_until("the new order", below)?;
    selected(&person, 2)?;
    person.browser.press(&[Key::Control, Key::Char('d')])?;
    person.waits_for_count(".tile-body", 7)?;
    person.browser.press(&[Key::Delete])?;
    person.waits_for_count(".tile-body", 5)?;
    person.browser.wait_for_text("Delete 2 tiles")?;
    person.browser.press(&[Key::Control, Key::Char('z')])?;
    person.waits_for_count(".tile-body", 7)?;
    selected(&person, 2)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn tiles_are_dragged_with_a_copy_and_branches_by_their_names() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example_to_edit("post-purchase")?;
    person.waits_for_count(".tile-body", 4)?;
    let first = person.css(".plus[data-testid='plus-root-0']")?;
    let agent = ".tile-body[aria-label^='Send to sales agent']";
    person.browser.holding(Key::Control, || person.browser.drag(&person.css(agent)?, &first))?;
    person.waits_for_count(".tile-body", 5)?;
    person.browser.press(&[Key::Control, Key::Char('z')])?;
    person.waits_for_count(".tile-body", 4)?;

    // A second branch, then the first goes behind it with what is on it.
    person.selects("New shopper?")?;
    person.browser.button("Add a branch")?.click()?;
    person.waits_for_count(".branch-label", 3)?;
    // Tiles and labels glide to their new places.
    let rests = "return document.getAnimations().length === 0";
    let at_rest = || Ok(person.browser.script(rests, &[])?.as_bool() == Some(true));
    person.browser.wait_until("everything in its place", at_rest)?;
    let before = middle_of(&person, "Send to sales agent")?;
    let labels = person.browser.all_by_css(".branch-label[data-branch]")?;
    person.browser.drag(&labels[0], &labels[1])?;
    let moved = || Ok(middle_of(&person, "Send to sales agent")?.0 > before.0 + 50.0);
    person.browser.wait_until("the branch on the right", moved)?;
    person.browser.wait_until("everything in its place", at_rest)?;

    // Its menu shows the keys; Escape leaves it.
    person.selects("Send to sales agent")?;
    person.browser.press(&[Key::Alt, Key::Shift, Key::Left])?;
    let back = || Ok(middle_of(&person, "Send to sales agent")?.0 < before.0 + 50.0);
    person.browser.wait_until("the branch on the left", back)?;
    person.css(".tile[data-selected='true'] .tile-more")?.click()?;
    person.css(".menu")?;
    person.browser.wait_for_text("Ctrl + D")?;
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count(".menu", 0)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn tiles_go_over_the_clipboard_into_another_journey() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    person.opens_the_example("post-purchase")?;
    person.selects("New shopper?")?;
    person.browser.press(&[Key::Control, Key::Char('c')])?;
    person.browser.wait_for_text("One tile copied")?;

    // Its Entry is another one there, and that is said.
    person.creates_journey("Other")?;
    person.selects("Entry")?;
    person.browser.press(&[Key::Control, Key::Char('v')])?;
    person.waits_for_count(".tile-body", 4)?;
    person.browser.wait_for_text("Not found here (1)")?;
    person.browser.wait_for_text("Entry of Post-purchase")?;
    person.browser.wait_for_text("The same as before")?;
    person.clicks("pasted-close")?;

    // Cut and pasted back, everything is the same but that.
    person.selects("New shopper?")?;
    person.browser.press(&[Key::Control, Key::Char('x')])?;
    person.waits_for_count(".tile-body", 1)?;
    person.browser.press(&[Key::Control, Key::Char('v')])?;
    person.waits_for_count(".tile-body", 4)?;
    person.browser.wait_for_text("It refers to the same as before")?;
    person.browser.press(&[Key::Control, Key::Char('z')])?;
    person.waits_for_count(".tile-body", 1)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
