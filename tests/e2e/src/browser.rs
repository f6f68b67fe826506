//! A browser with one page: fresh profile, headless, quiet.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, thread};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{self, Client};
use crate::driver::Driver;
use crate::element::Element;
use crate::hands::Hands;
use crate::{Error, Result, Site, wait};

/// Keeps Chromium from asking the network for anything but the site.
const QUIET: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// The colours that the system asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What the person in the story has set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The browser's language, as in `fr` or `en-GB`.
    pub language: String,
    /// The system's colours.
    pub theme: Theme,
    /// The window's inside, in CSS pixels: width, height.
    pub size: (u32, u32),
    /// How long to look for something before giving up.
    pub patience: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            language: "en".to_owned(),
            theme: Theme::Light,
            size: (1440, 900),
            patience: Duration::from_secs(15),
        }
    }
}

/// A running browser; it ends when dropped.
pub struct Browser {
    pub(crate) client: Client,
    pub(crate) patience: Duration,
    pub(crate) hands: Cell<Hands>,
    downloads: TempDir,
    // Dropped in this order: the driver first, then the profile it writes to.
    _driver: Driver,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser and opens the site in it.
    ///
    /// # Errors
    /// When the browser does not start or the page does not load.
    pub fn open(site: &Site, options: &Options) -> Result<Self> {
        let browser = Self::start(options)?;
        browser.go_to(&site.url())?;
        Ok(browser)
    }

    /// Starts a browser on an empty page.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(options: &Options) -> Result<Self> {
        let driver = Driver::start()?;
        let profile = TempDir::new().map_err(Error::system("a profile"))?;
        let downloads = TempDir::new().map_err(Error::system("a download folder"))?;
        let client = Client::start(driver.address(), &capabilities(options, &profile, &downloads))?;
        let theme = if options.theme == Theme::Dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": theme }]);
        client.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }))?;
        let (width, height) = options.size;
        client.devtools(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        )?;
        Ok(Self {
            client,
            patience: options.patience,
            hands: Cell::new(Hands::Mouse),
            downloads,
            _driver: driver,
            _profile: profile,
        })
    }

    /// From now on clicks, texts and choices are made with those hands.
    pub fn take(&self, hands: Hands) {
        self.hands.set(hands);
    }

    /// Opens an address.
    ///
    /// # Errors
    /// When it does not load.
    pub fn go_to(&self, url: &str) -> Result<()> {
        self.client.post("/url", &json!({ "url": url })).map(drop)
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When it does not load.
    pub fn reload(&self) -> Result<()> {
        self.client.post("/refresh", &json!({})).map(drop)
    }

    /// The tab that is driven.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn tab(&self) -> Result<String> {
        client::text(&self.client.get("/window")?, "/window")
    }

    /// Opens an address in another tab, which is driven from now on.
    ///
    /// # Errors
    /// When it does not open or load.
    pub fn open_tab(&self, url: &str) -> Result<String> {
        let tab = self.client.post("/window/new", &json!({ "type": "tab" }))?;
        let tab = client::text(&tab["handle"], "/window/new")?;
        self.go_to_tab(&tab)?;
        self.go_to(url)?;
        Ok(tab)
    }

    /// Drives that tab from now on.
    ///
    /// # Errors
    /// When it is closed.
    pub fn go_to_tab(&self, tab: &str) -> Result<()> {
        self.client.post("/window", &json!({ "handle": tab }))?;
        self.client.devtools("Page.bringToFront", &json!({})).map(drop)
    }

    /// The page's title.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn title(&self) -> Result<String> {
        client::text(&self.client.get("/title")?, "/title")
    }

    /// The page's address.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn url(&self) -> Result<String> {
        client::text(&self.client.get("/url")?, "/url")
    }

    /// Runs a script in the page; for what no person can see.
    ///
    /// # Errors
    /// When it throws.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        self.client.script(script, arguments)
    }

    /// The first element with this `data-testid`, once it is there.
    ///
    /// # Errors
    /// When it does not appear in time.
    pub fn by_test_id(&self, id: &str) -> Result<Element<'_>> {
        self.by_css(&format!("[data-testid=\"{id}\"]"))
    }

    /// The first element that this CSS selector finds, once it is there.
    ///
    /// # Errors
    /// When it does not appear in time.
    pub fn by_css(&self, selector: &str) -> Result<Element<'_>> {
        self.until(selector, || Ok(self.all_by_css(selector)?.into_iter().next()))
    }

    /// What this CSS selector finds now.
    ///
    /// # Errors
    /// When the selector is none.
    pub fn all_by_css(&self, selector: &str) -> Result<Vec<Element<'_>>> {
        let found = self
            .client
            .post("/elements", &json!({ "using": "css selector", "value": selector }))?;
        let list = found.as_array().ok_or_else(|| client::unexpected(&found, selector))?;
        list.iter().map(|one| Ok(Element::new(self, client::element_id(one, selector)?))).collect()
    }

    /// Waits until some element shows this text.
    ///
    /// # Errors
    /// When it does not appear in time.
    pub fn wait_for_text(&self, text: &str) -> Result<()> {
        self.wait_until(text, || Ok(self.visible_text()?.contains(text)))
    }

    /// The page's text as a person sees it.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn visible_text(&self) -> Result<String> {
        let answer = self.script("return document.body.innerText", &[])?;
        client::text(&answer, "innerText")
    }

    /// Waits until a condition holds; `what` names it in the error.
    ///
    /// # Errors
    /// When it does not hold in time.
    pub fn wait_until(&self, what: &str, holds: impl Fn() -> Result<bool>) -> Result<()> {
        self.until(what, || Ok(holds()?.then_some(())))
    }

    /// Asks until there is an answer; `what` names it in the error. A story that
    /// waits in vain leaves its last picture.
    ///
    /// # Errors
    /// When there is none in time.
    pub fn until<T>(&self, what: &str, ask: impl FnMut() -> Result<Option<T>>) -> Result<T> {
        wait::until(what, self.patience, ask).inspect_err(|_| self.last_shot())
    }

    fn last_shot(&self) {
        let name = thread::current().name().unwrap_or("story").replace("::", "-");
        if let Ok(path) = self.shot(&format!("failed-{name}")) {
            eprintln!("last picture: {}", path.display());
        }
    }

    /// What the console has said since the last time, errors only.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub fn console_errors(&self) -> Result<Vec<String>> {
        let log = self.client.post("/se/log", &json!({ "type": "browser" }))?;
        let entries = log.as_array().ok_or_else(|| client::unexpected(&log, "/se/log"))?;
        let errors = entries.iter().filter(|entry| entry["level"] == "SEVERE");
        Ok(errors.map(|entry| entry["message"].to_string()).collect())
    }

    /// Saves a picture of the page as `shots/<name>.png` and gives its path.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn shot(&self, name: &str) -> Result<PathBuf> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("shots");
        fs::create_dir_all(&folder).map_err(Error::system("shots"))?;
        let path = folder.join(format!("{name}.png"));
        let picture = client::text(&self.client.get("/screenshot")?, "/screenshot")?;
        let bytes = BASE64_STANDARD
            .decode(&picture)
            .map_err(|_| client::unexpected(&json!(picture), "/screenshot"))?;
        fs::write(&path, bytes).map_err(Error::system(path.display().to_string()))?;
        Ok(path)
    }

    /// The bytes of the file that the page has let the user download under this name.
    ///
    /// # Errors
    /// When it does not arrive in time.
    pub fn downloaded(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.downloads.path().join(name);
        // The browser takes the name with an empty file first, and puts the whole one
        // there when it has all of it.
        let is_whole = || Ok(fs::metadata(&path).is_ok_and(|file| file.len() > 0));
        self.wait_until(name, is_whole)?;
        fs::read(&path).map_err(Error::system(name.to_owned()))
    }

    /// The names of all files downloaded so far, sorted.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn downloads(&self) -> Result<Vec<String>> {
        let entries = fs::read_dir(self.downloads.path()).map_err(Error::system("downloads"))?;
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|name| !name.ends_with(".crdownload")).collect();
        names.sort();
        Ok(names)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A story whose assertion fails leaves its last picture as well.
        if thread::panicking() {
            self.last_shot();
        }
        // Without an answer there is no browser left to end.
        self.client.end().ok();
    }
}

fn capabilities(options: &Options, profile: &TempDir, downloads: &TempDir) -> Value {
    let mut arguments: Vec<String> = QUIET.map(str::to_owned).to_vec();
    let (width, height) = options.size;
    arguments.push(format!("--window-size={width},{height}"));
    arguments.push(format!("--lang={}", options.language));
    arguments.push(format!("--accept-lang={}", options.language));
    arguments.push(format!("--user-data-dir={}", profile.path().display()));
    json!({
        "goog:chromeOptions": {
            "args": arguments,
            "prefs": {
                "intl.accept_languages": options.language,
                "download.default_directory": downloads.path(),
                "download.prompt_for_download": false,
            },
        },
        "goog:loggingPrefs": { "browser": "ALL" },
        "unhandledPromptBehavior": "ignore",
    })
}
