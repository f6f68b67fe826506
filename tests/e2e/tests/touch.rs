//! Fingers and a pen on the canvas.

mod story;

use e2e::{Key, Options, Result, Touch};
use serde_json::Value;
use story::Person;

/// Longer than a finger must rest to take something up, in ms.
const REST: u32 = 700;

/// The numbers that a script gives.
fn numbers(person: &Person, script: &str) -> Result<[f64; 3]> {
    let answer = person.browser.script(script, &[])?;
    Ok([0, 1, 2].map(|index| answer.get(index).and_then(Value::as_f64).unwrap_or_default()))
}

/// Where the drawing is, and how large.
fn view(person: &Person) -> Result<[f64; 3]> {
    let script = "const it = new DOMMatrix(getComputedStyle(document.querySelector('.scene'))\
        .transform); return [it.e, it.f, it.a];";
    numbers(person, script)
}

/// A point where there is nothing.
fn ground(person: &Person) -> Result<(f64, f64)> {
    let script = "const box = document.querySelector('.canvas').getBoundingClientRect(); \
        return [box.x + 40, box.y + box.height * 0.6];";
    let [x, y, _] = numbers(person, script)?;
    Ok((x, y))
}

fn draws(person: &Person) -> Result<()> {
    person.opens_a_new_workspace()?;
    person.creates_journey("Nurture")?;
    for (count, tile) in ["email", "wait", "exit"].into_iter().enumerate() {
        person.clicks(&format!("palette-{tile}"))?;
        person.waits_for_count(".tile-body", count + 2)?;
    }
    rests(person)
}

/// Waits until nothing glides any more.
fn rests(person: &Person) -> Result<()> {
    let rests = "return document.getAnimations().length === 0";
    person.browser.wait_until("everything in its place", || {
        Ok(person.browser.script(rests, &[])?.as_bool() == Some(true))
    })
}

#[test]
fn one_finger_pans_and_two_zoom() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    draws(&person)?;
    let (x, y) = ground(&person)?;
    let before = view(&person)?;
    person.browser.touches(Touch::Finger, &[&[(x, y), (x + 120.0, y - 60.0)]], 0)?;
    let after = view(&person)?;
    assert_eq!([after[0] - before[0], after[1] - before[1], after[2]], [120.0, -60.0, before[2]]);

    let (left, right) = ([(x, y), (x - 20.0, y)], [(x + 100.0, y), (x + 220.0, y)]);
    person.browser.touches(Touch::Finger, &[&left, &right], 0)?;
    let zoomed = || Ok(view(&person)?[2] > 1.5 * before[2]);
    person.browser.wait_until("a closer look", zoomed)?;
    // Nothing was selected, moved or made by it.
    person.waits_for_count(".tile-body", 4)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_finger_taps_to_select_rests_for_the_menu_and_takes_a_tile_along() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    draws(&person)?;
    let wait = person.css(".tile[data-kind='wait'] .tile-body")?.middle()?;
    person.browser.touches(Touch::Finger, &[&[wait]], 0)?;
    person.css(".tile[data-kind='wait'][data-selected='true']")?;

    let email = person.css(".tile[data-kind='email'] .tile-body")?.middle()?;
    person.browser.touches(Touch::Finger, &[&[email]], REST)?;
    person.css(".menu [role=menuitem]")?;
    person.css(".tile[data-kind='email'][data-selected='true']")?;
    person.browser.press(&[Key::Escape])?;
    person.waits_for_count(".menu", 0)?;

    let after_wait = person.css(".plus[data-testid='plus-root-2']")?.middle()?;
    person.browser.touches(Touch::Finger, &[&[email, after_wait]], REST)?;
    let below = || {
        let email = person.css(".tile[data-kind='email'] .tile-body")?.middle()?;
        Ok(email.1 > person.css(".tile[data-kind='wait'] .tile-body")?.middle()?.1)
    };
    person.browser.wait_until("the new order", below)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_tile_comes_from_the_palette_by_a_finger_and_a_pen_drags_at_once() -> Result<()> {
    let person = Person::arrives(&Options::default())?;
    draws(&person)?;
    let split = person.browser.by_test_id("palette-push")?.middle()?;
    let first = person.css(".plus[data-testid='plus-root-0']")?.middle()?;
    let path = [split, (split.0 + 60.0, split.1), first];
    person.browser.touches(Touch::Finger, &[&path], 0)?;
    person.waits_for_count(".tile-body", 5)?;
    rests(&person)?;

    let push = person.css(".tile[data-kind='push'] .tile-body")?.middle()?;
    let after_email = person.css(".plus[data-testid='plus-root-2']")?.middle()?;
    person.browser.touches(Touch::Pen, &[&[push, after_email]], 0)?;
    let below = || {
        let push = person.css(".tile[data-kind='push'] .tile-body")?.middle()?;
        Ok(push.1 > person.css(".tile[data-kind='email'] .tile-body")?.middle()?.1)
    };
    person.browser.wait_until("the new order", below)?;
    assert_eq!(person.browser.console_errors()?, Vec::<String>::new());
    Ok(())
}
