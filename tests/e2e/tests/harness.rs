//! The harness itself, on a page of its own: what the other stories trust.

use e2e::{Browser, Key, Options, Result};

const PAGE: &str = "data:text/html,<title>Harness</title>\
    <label>Name <input id=name value=old></label>\
    <label>Kind <select><option>One<option>Two</select></label>\
    <label>File <input type=file id=file></label>\
    <button onclick='document.title=document.getElementById(`name`).value'>Rename</button>\
    <button aria-hidden=true>Hidden</button>\
    <a download=note.txt href='data:text/plain,hello'>Save</a>\
    <p id=from style='width:60px'>from</p><p id=to style='width:60px'>to</p>\
    <p id=log></p><script>\
    let dragged='';const log=document.getElementById('log');\
    for (const id of ['from','to']) {const it=document.getElementById(id);\
    it.onpointerdown=()=>dragged=id;it.onpointerup=()=>log.append(dragged,'-',id);}\
    onkeydown=(e)=>{if(e.ctrlKey&&e.key=='z')log.append('undo');};\
    </script>";

fn page() -> Result<Browser> {
    let browser = Browser::start(&Options::default())?;
    browser.go_to(PAGE)?;
    Ok(browser)
}

#[test]
fn controls_are_found_by_role_and_name_and_used_as_a_person_does() -> Result<()> {
    let browser = page()?;
    let name = browser.by_role("textbox", "Name")?;
    name.fill("new")?;
    assert_eq!(name.value()?, "new");
    browser.button("Rename")?.click()?;
    assert_eq!(browser.title()?, "new");
    assert_eq!(browser.names_of("button")?, ["File", "Rename"]);
    assert!(browser.all_by_role("button", "Hidden")?.is_empty());
    let kind = browser.by_role("combobox", "Kind")?;
    kind.choose("Two")?;
    assert_eq!(kind.value()?, "Two");
    Ok(())
}

#[test]
fn the_pointer_drags_and_keys_are_held() -> Result<()> {
    let browser = page()?;
    browser.drag(&browser.by_css("#from")?, &browser.by_css("#to")?)?;
    browser.wait_for_text("from-to")?;
    browser.press(&[Key::Control, Key::Char('z')])?;
    browser.wait_for_text("undo")?;
    Ok(())
}

#[test]
fn files_go_in_and_come_out() -> Result<()> {
    let browser = page()?;
    let file = browser.by_css("#file")?;
    file.set_file(file!().replace("tests/e2e/", "").as_ref())?;
    assert!(file.value()?.ends_with("harness.rs"));
    browser.by_role("link", "Save")?.click()?;
    assert_eq!(browser.downloaded("note.txt")?, b"hello");
    assert_eq!(browser.downloads()?, ["note.txt"]);
    Ok(())
}

#[test]
fn errors_of_the_page_are_seen() -> Result<()> {
    let browser = page()?;
    browser.script("console.warn('fine'); console.error('broken')", &[])?;
    let errors = browser.console_errors()?;
    assert_eq!(errors.len(), 1);
    assert!(errors[0].contains("broken"));
    Ok(())
}
