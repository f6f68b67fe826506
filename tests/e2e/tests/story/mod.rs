//! What people do in Parcours, as verbs. They find things as a person does, by
//! what is written on them, and by test ids where several things say the same.
#![allow(dead_code, reason = "every story uses its own part")]

use e2e::{Browser, Element, Key, Options, Result, Site};

/// A person with the app open.
pub struct Person {
    /// The window.
    pub browser: Browser,
    /// Whether journeys are drawn in the outline.
    pub in_outline: bool,
}

impl Person {
    /// Opens the app at its start page.
    pub fn arrives(options: &Options) -> Result<Self> {
        let browser = Browser::open(&Site::built()?, options)?;
        browser.by_test_id("start")?;
        Ok(Self { browser, in_outline: false })
    }

    /// Opens an empty workspace.
    pub fn opens_a_new_workspace(&self) -> Result<()> {
        self.clicks("new-workspace")?;
        self.browser.by_test_id("workbench").map(drop)
    }

    /// Opens an example.
    pub fn opens_the_example(&self, id: &str) -> Result<()> {
        self.clicks(&format!("example-{id}"))?;
        self.browser.by_test_id("workbench").map(drop)
    }

    /// Opens an example and edits its first journey, which is live, as a new version.
    pub fn opens_the_example_to_edit(&self, id: &str) -> Result<()> {
        self.opens_the_example(id)?;
        self.clicks("edit-instead")?;
        self.browser.by_test_id("journey-version").map(drop)
    }

    /// Clicks what has that test id.
    pub fn clicks(&self, id: &str) -> Result<()> {
        self.browser.by_test_id(id)?.click()
    }

    /// Presses the button that is called so.
    pub fn presses(&self, name: &str) -> Result<()> {
        self.browser.button(name)?.click()
    }

    /// Fills in the text field that is called so.
    pub fn writes(&self, name: &str, text: &str) -> Result<()> {
        self.browser.by_role("textbox", name)?.fill(text)
    }

    /// Fills in the last of several text fields that are called so.
    pub fn writes_in_the_last(&self, name: &str, text: &str) -> Result<()> {
        self.last_by_role("textbox", name)?.fill(text)
    }

    /// The last of several things with a role and a name.
    pub fn last_by_role(&self, role: &str, name: &str) -> Result<Element<'_>> {
        let what = format!("{role} {name}");
        self.browser.until(&what, || Ok(self.browser.all_by_role(role, name)?.pop()))
    }

    /// Presses the button that is called so, types into the list that opens, and takes
    /// what is first.
    pub fn takes(&self, button: &str, words: &str) -> Result<()> {
        self.presses(button)?;
        self.types_in_flyout(words)
    }

    /// A control inside the group that is called so.
    pub fn of(&self, group: &str, role: &str, name: &str) -> Result<Element<'_>> {
        let inside = format!("[role=group][aria-label='{group}'] {role}");
        let what = format!("{name} in {group}");
        self.browser.until(&what, || {
            for found in self.browser.all_by_css(&inside)? {
                if found.name()? == name {
                    return Ok(Some(found));
                }
            }
            Ok(None)
        })
    }

    /// Goes to a page of the rail.
    pub fn goes_to(&self, page: &str) -> Result<()> {
        self.css(&format!(".rail-item[title='{page}']"))?.click()
    }

    /// Goes to what is found first for some letters of its name.
    pub fn goes_by_name(&self, words: &str) -> Result<()> {
        self.browser.press(&[Key::Control, Key::Char('k')])?;
        self.css(".go-to input:focus")?;
        self.browser.type_keys(words)?;
        self.css(".go-to [role=option]")?;
        self.browser.press(&[Key::Enter])?;
        self.waits_for_count(".go-to", 0)
    }

    /// The last of several things, such as the row that was just added.
    pub fn last(&self, selector: &str) -> Result<Element<'_>> {
        self.browser.until(selector, || Ok(self.browser.all_by_css(selector)?.pop()))
    }

    /// The first element of a CSS selector, once it is there.
    pub fn css(&self, selector: &str) -> Result<Element<'_>> {
        self.browser.by_css(selector)
    }

    /// Opens a picker, types into its search, and takes what is first.
    pub fn picks(&self, id: &str, words: &str) -> Result<()> {
        self.clicks(id)?;
        self.types_in_flyout(words)
    }

    /// Adds a contact field that always has a value.
    pub fn adds_field(&self, name: &str, ty: &str) -> Result<()> {
        let rows = self.browser.all_by_css("[data-testid=field]")?.len();
        self.clicks("add-field")?;
        self.waits_for_count("[data-testid=field]", rows + 1)?;
        self.last("[data-testid=field] input[type=text]")?.fill(name)?;
        self.last("[data-testid=field] select")?.choose(ty)?;
        self.last("[data-testid=field] input[type=checkbox]")?.click()
    }

    /// Adds an example contact with these values, in the order of the fields.
    pub fn adds_contact(&self, name: &str, values: &[(&str, &str)]) -> Result<()> {
        let rows = self.browser.all_by_css("[data-testid=contact]")?.len();
        self.clicks("add-contact")?;
        self.waits_for_count("[data-testid=contact]", rows + 1)?;
        self.last("[data-testid=contact] input")?;
        let first = "[data-testid=contact]:last-child td:first-child input";
        self.css(first)?.fill(name)?;
        for (field, value) in values {
            let label = format!("{field} of {name}");
            let input = self.css(&format!("[aria-label='{label}']"))?;
            if matches!(*value, "true" | "false") {
                input.choose(value)?;
            } else {
                input.fill(value)?;
            }
        }
        Ok(())
    }

    /// Adds an event of an example contact.
    pub fn adds_event(&self, contact: &str, at: &str, values: &[(&str, &str)]) -> Result<()> {
        let rows = self.browser.all_by_css("[data-testid=event]")?.len();
        self.clicks("add-event")?;
        self.waits_for_count("[data-testid=event]", rows + 1)?;
        self.last("[data-testid=event] select[aria-label=Contact]")?.choose(contact)?;
        self.last("[data-testid=event] input[aria-label=When]")?.fill(at)?;
        for (attribute, value) in values {
            let input = format!("[data-testid=event] [aria-label='Value of {attribute}']");
            self.last(&input)?.fill(value)?;
        }
        Ok(())
    }

    /// Creates a journey and names it.
    pub fn creates_journey(&self, name: &str) -> Result<()> {
        self.goes_to("Journeys")?;
        self.clicks("new-journey")?;
        self.browser.by_test_id("journey-name")?;
        self.browser.by_test_id("pane-journey-name")?.fill(name)
    }

    /// Draws a journey of a Wait and an Exit in a new workspace; the Wait has the focus.
    pub fn draws_a_wait_and_an_exit(&self) -> Result<()> {
        self.opens_a_new_workspace()?;
        self.creates_journey("Nurture")?;
        self.clicks("palette-wait")?;
        self.css(".tile[data-kind='wait']")?;
        self.clicks("palette-exit")?;
        self.waits_for_count(".tile-body", 3)?;
        self.selects("Wait")
    }

    /// Creates a trigger in the picker of the selected tile, with these attributes,
    /// and marks it ready to use.
    pub fn creates_trigger(&self, name: &str, attributes: &[(&str, &str)]) -> Result<()> {
        self.picks("trigger-picker", name)?;
        for (count, (attribute, ty)) in attributes.iter().enumerate() {
            self.clicks("add-attribute")?;
            let rows =
                "[data-testid=trigger-definition] [data-testid^=attribute-][data-testid$=-name]";
            self.waits_for_count(rows, count + 1)?;
            self.last(rows)?.fill(attribute)?;
            let types =
                "[data-testid=trigger-definition] [data-testid^=attribute-][data-testid$=-type]";
            self.last(types)?.choose(ty)?;
        }
        self.clicks("mark-ready")
    }

    /// Places a tile at the + that is called so; it is selected then.
    pub fn places(&self, tile: &str, plus: &str) -> Result<()> {
        if self.in_outline {
            let place = plus.trim_start_matches("Add a tile after ");
            match place.trim_start_matches("Add a tile on ").split_once(" of ") {
                Some((branch, owner)) => {
                    self.goes_to_line(&[owner, &format!("Branch {branch}")])?
                }
                None => self.goes_to_line(&[place])?,
            }
            self.browser.press(&[Key::Shift, Key::Enter])?;
            return self.types_in_flyout(tile);
        }
        self.browser.button(plus)?.click()?;
        self.types_in_flyout(tile)
    }

    /// Sets a date; how it is typed depends on the browser's language, what it says to
    /// the page does not.
    pub fn sets_date(&self, id: &str, value: &str) -> Result<()> {
        self.browser.by_test_id(id)?;
        let typed = "const input = document.querySelector(`[data-testid=${arguments[0]}]`); \
            input.value = arguments[1]; \
            for (const type of ['input', 'change']) \
                input.dispatchEvent(new Event(type, { bubbles: true }));";
        self.browser.script(typed, &[id.into(), value.into()]).map(drop)
    }

    /// The figures in the results whose element has such a selector, in their order.
    pub fn reads_figures(&self, selector: &str) -> Result<Vec<u64>> {
        let found = self.browser.all_by_css(selector)?;
        let read = |one: &Element<'_>| {
            Ok(one.attribute("data-value")?.and_then(|value| value.parse().ok()).unwrap_or(0))
        };
        found.iter().map(read).collect()
    }

    /// Selects the tile whose name begins so.
    pub fn selects(&self, name: &str) -> Result<()> {
        if self.in_outline {
            self.goes_to_line(&[name])?;
            return self.browser.press(&[Key::Enter]);
        }
        self.css(&format!(".tile-body[aria-label^='{name}']"))?.click()
    }

    /// Fills in a row of the condition that is shown.
    pub fn sets_row(&self, row: usize, field: &str, operator: &str, value: &str) -> Result<()> {
        self.clicks("add-condition")?;
        self.picks(&format!("row-{row}-source"), field)?;
        self.browser.by_test_id(&format!("row-{row}-operator"))?.choose(operator)?;
        if value.is_empty() {
            return Ok(());
        }
        self.browser.by_test_id(&format!("row-{row}-value"))?.fill(value)
    }

    /// Maps an attribute to a source, found by typing.
    pub fn maps_to_source(&self, attribute: &str, words: &str) -> Result<()> {
        self.opens_sources_of(attribute)?;
        self.types_in_flyout(words)
    }

    /// Opens the list of sources that an attribute can be mapped to.
    pub fn opens_sources_of(&self, attribute: &str) -> Result<()> {
        let card = format!("[role=group][aria-label='{attribute}']");
        self.css(&format!("{card} [data-testid$=-mode-attribute]"))?.click()?;
        self.css(&format!("{card} [data-testid$=-source]"))?.click()?;
        self.css(".flyout").map(drop)
    }

    /// Maps an attribute to a fixed value.
    pub fn maps_to_value(&self, attribute: &str, value: &str) -> Result<()> {
        let card = format!("[role=group][aria-label='{attribute}']");
        self.css(&format!("{card} [data-testid$=-mode-value]"))?.click()?;
        self.css(&format!("{card} [data-testid$=-value]:is(input, select)"))?.fill(value)
    }

    /// Presses Run and waits until it is done.
    pub fn runs(&self) -> Result<()> {
        self.clicks("run")?;
        self.css("[data-testid=run-state][data-state=done]").map(drop)
    }

    /// Presses Run in the drawer and waits for the results of so many contacts.
    pub fn runs_again_with(&self, contacts: u32) -> Result<()> {
        self.clicks("run-start")?;
        self.css(&format!("[data-testid=result-run-contacts][data-value='{contacts}']")).map(drop)
    }

    /// The trace of a contact, as text.
    pub fn reads_the_trace_of(&self, contact: &str) -> Result<String> {
        self.opens_tab("results")?;
        self.css("[data-testid=contact-search]")?.fill(contact)?;
        self.waits_for_count(".contact-row", 1)?;
        self.css(".contact-row button")?.click()?;
        let name = self.browser.by_test_id("trace-contact")?;
        self.browser.wait_until("the trace", || Ok(name.text()?.contains(contact)))?;
        self.browser.by_test_id("trace-step")?;
        self.browser.by_test_id("trace")?.text()
    }

    /// Opens a pane of the drawer, where it is not open already.
    pub fn opens_tab(&self, tab: &str) -> Result<()> {
        let button = self.browser.by_test_id(&format!("tab-{tab}"))?;
        if button.attribute("aria-selected")?.as_deref() == Some("true") {
            return Ok(());
        }
        button.click()
    }

    /// Chooses a line of the main menu.
    pub fn chooses_in_main_menu(&self, line: &str) -> Result<()> {
        self.clicks("main-menu")?;
        self.browser.by_role("menuitem", line)?.click()
    }

    /// Clicks what asks for a file, and gives it this one.
    pub fn chooses_file(&self, id: &str, file: &std::path::Path) -> Result<()> {
        // Without a screen the browser's own dialog counts as cancelled at once, so it is
        // kept from opening; what the page does with the file is the same.
        let no_dialog = "const click = HTMLElement.prototype.click; \
            HTMLInputElement.prototype.click = function () { \
                if (this.type !== 'file') click.call(this); };";
        self.browser.script(no_dialog, &[])?;
        self.clicks(id)?;
        self.css("input[type=file]")?.set_file(file)?;
        self.waits_for_count("input[type=file]", 0)
    }

    /// Waits until everything is stored.
    pub fn waits_until_saved(&self) -> Result<()> {
        self.css("[data-testid=saved][data-state=saved]").map(drop)
    }

    /// Waits until there are so many.
    pub fn waits_for_count(&self, selector: &str, count: usize) -> Result<()> {
        let what = format!("{count} of {selector}");
        self.browser.wait_until(&what, || Ok(self.browser.all_by_css(selector)?.len() == count))
    }

    /// Goes down in the outline to a line of that name, and from there to the next one.
    pub fn goes_to_line(&self, names: &[&str]) -> Result<()> {
        if self.browser.all_by_css(".outline")?.is_empty() {
            self.clicks("outline-toggle")?;
        }
        self.css(".outline-line[tabindex='0']")?.reach()?;
        self.browser.press(&[Key::Home])?;
        self.waits_for_line("Entry")?;
        for name in names {
            let lines = self.browser.all_by_css(".outline-line")?.len();
            let mut down = 0;
            while !self.line_with_focus()?.starts_with(name) && down < lines {
                let before = self.line_with_focus()?;
                self.browser.press(&[Key::Down])?;
                let moved = || Ok(self.line_with_focus()? != before);
                self.browser.wait_until("the next line", moved)?;
                down += 1;
            }
            self.waits_for_line(name)?;
        }
        Ok(())
    }

    fn waits_for_line(&self, name: &str) -> Result<()> {
        let what = format!("the line {name}");
        self.browser.wait_until(&what, || Ok(self.line_with_focus()?.starts_with(name)))
    }

    /// What the line that has the focus says.
    pub fn line_with_focus(&self) -> Result<String> {
        let script = "const at = document.activeElement; \
            return at?.matches('.outline-line') ? at.getAttribute('aria-label') : ''";
        Ok(self.browser.script(script, &[])?.as_str().unwrap_or_default().to_owned())
    }

    fn types_in_flyout(&self, words: &str) -> Result<()> {
        let search = self.css(".flyout input")?;
        search.type_text(words)?;
        self.css(".flyout [role=option]")?;
        self.browser.press(&[Key::Enter])?;
        self.waits_for_count(".flyout", 0)
    }
}
