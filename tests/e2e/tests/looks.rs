//! How the main views look, compared with how they looked: as grids of brightness, so
//! that other fonts and figures do not matter, but a part that is missing, moved or
//! without its colours does.
//!
//! `LOOKS=write cargo test -p e2e --test looks` keeps what is seen as the new baseline
//! and renews the pictures of `docs/gallery.md`.

mod story;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use e2e::{Browser, Error, Options, Result};
use serde_json::json;
use story::Person;

/// Cells of a grid, across and down.
const CELLS: (u32, u32) = (48, 30);
/// So much may the cells differ on average, of 255.
const AVERAGE: f64 = 6.0;

/// Draws a picture into few cells and gives the brightness of each.
const GRID: &str = "const [data, across, down] = arguments; return new Promise((done) => { \
    const image = new Image(); \
    image.onload = () => { \
        const canvas = Object.assign(document.createElement('canvas'), { width: across, height: down }); \
        const to = canvas.getContext('2d'); \
        to.imageSmoothingQuality = 'high'; \
        to.drawImage(image, 0, 0, across, down); \
        const all = to.getImageData(0, 0, across, down).data; \
        done([...Array(across * down).keys()].map((cell) => \
            Math.round((all[cell * 4] + all[cell * 4 + 1] + all[cell * 4 + 2]) / 3))); }; \
    image.src = 'data:image/png;base64,' + data; });";

fn folder(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(of)
}

fn grid(painter: &Browser, picture: &[u8]) -> Result<Vec<u8>> {
    let arguments = [json!(BASE64_STANDARD.encode(picture)), json!(CELLS.0), json!(CELLS.1)];
    let cells = painter.script(GRID, &arguments)?;
    let brightness = |cell: &serde_json::Value| cell.as_u64().unwrap_or_default() as u8;
    Ok(cells.as_array().into_iter().flatten().map(brightness).collect())
}

/// How much two grids differ on average.
fn difference(one: &[u8], other: &[u8]) -> f64 {
    let sum: u64 = one.iter().zip(other).map(|(one, other)| u64::from(one.abs_diff(*other))).sum();
    if one.len() == other.len() { sum as f64 / one.len().max(1) as f64 } else { 255.0 }
}

/// As lines of two hexadecimal digits for each cell.
fn text(grid: &[u8]) -> String {
    let rows = grid.chunks(CELLS.0 as usize);
    let row = |row: &[u8]| row.iter().map(|cell| format!("{cell:02x}")).collect::<String>() + "\n";
    rows.map(row).collect()
}

fn read(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_hexdigit).collect();
    let cell = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    digits.chunks(2).filter_map(cell).collect()
}

struct Looks {
    person: Person,
    painter: Browser,
    writes: bool,
}

impl Looks {
    /// Compares what is seen with its baseline, or keeps it as the new one.
    fn are_as_before(&self, name: &str) -> Result<Vec<u8>> {
        let still = "document.activeElement?.blur(); \
            document.getAnimations().forEach((one) => one.finish());";
        self.person.browser.script(still, &[])?;
        let shot = self.person.browser.shot(&format!("looks-{name}"))?;
        let picture = fs::read(&shot).map_err(in_file(&shot))?;
        let seen = grid(&self.painter, &picture)?;
        let baseline = folder("looks").join(format!("{name}.txt"));
        if self.writes {
            keep(&baseline, text(&seen).as_bytes())?;
            keep(&folder("../../docs/gallery").join(format!("{name}.png")), &picture)?;
        }
        let before = read(&fs::read_to_string(&baseline).unwrap_or_default());
        let differ = difference(&before, &seen);
        assert!(differ <= AVERAGE, "{name} looks different by {differ:.1}: {}", shot.display());
        Ok(seen)
    }

    fn wears(&self, theme: &str) -> Result<()> {
        let wear = "document.documentElement.dataset.theme = arguments[0]";
        self.person.browser.script(wear, &[theme.into()]).map(drop)
    }
}

#[test]
fn the_main_views_look_as_before() -> Result<()> {
    let options = Options { size: (1200, 750), ..Options::default() };
    let painter = Browser::start(&options)?;
    let looks = Looks {
        person: Person::arrives(&options)?,
        painter,
        writes: env::var("LOOKS").is_ok_and(|what| what == "write"),
    };
    let person = &looks.person;
    looks.are_as_before("start")?;
    person.opens_the_example("post-purchase")?;
    person.css(".tile-body")?;
    person.selects("Send to sales agent")?;
    person.css("[role=group] [data-testid$=-source]")?;
    let light = looks.are_as_before("journey")?;
    looks.wears("dark")?;
    let dark = looks.are_as_before("journey-dark")?;
    assert!(difference(&light, &dark) > 10.0 * AVERAGE);
    looks.wears("light")?;
    person.clicks("language")?;
    person.browser.wait_for_text("Parcours")?;
    let now = "return document.documentElement.lang";
    person.browser.wait_until("French", || Ok(person.browser.script(now, &[])? == json!("fr")))?;
    looks.are_as_before("journey-french")?;
    person.clicks("language")?;
    person.browser.wait_until("English", || Ok(person.browser.script(now, &[])? == json!("en")))?;
    person.clicks("outline-toggle")?;
    person.css(".outline-line")?;
    looks.are_as_before("outline")?;
    person.clicks("outline-hide")?;
    person.runs()?;
    person.opens_tab("results")?;
    person.css(".contact-row button")?.click()?;
    person.browser.by_test_id("trace-step")?;
    looks.are_as_before("trace")?;
    person.clicks("tab-trace")?;
    for page in ["Map", "Triggers"] {
        person.goes_to(page)?;
        person.css(".page, .map-page, .main > *")?;
        person.waits_for_count(".later", 0)?;
        looks.are_as_before(&page.to_lowercase())?;
    }
    Ok(())
}

/// Writes a file, and the folder it is in.
fn keep(path: &Path, bytes: &[u8]) -> Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all).map_err(in_file(path))?;
    fs::write(path, bytes).map_err(in_file(path))
}

/// Says which file could not be read or written.
fn in_file(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let what = path.display().to_string();
    move |cause| Error::System { what, cause }
}
