//! The page of figures: a line for each, and the attribute `data-done` when there
//! are no more.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::future::TimeoutFuture;
use parcours::engine::report::Report;
use parcours::examples::workload::{self, WORKSPACE};
use parcours::web::files::file;
use parcours::web::simulation::{Message, Reply, Request, Simulator};
use web_sys::{Element, File, Window};

use crate::by_engine::{self, Broken, Ends, Workload};
use crate::check;
use crate::{CASES, EXPECTED_10000, EXPECTED_CASES, by_hand};

/// Each figure is the best of so many tries.
const TRIES: usize = 5;
/// Workers run so often. The browser compiles what is run much once more, beside the first
/// runs, and then no core is idle: hence so many, and the rest in milliseconds before each.
const RUNS: usize = 25;
const REST: u32 = 40;
/// So many contacts are run on the page itself, by hand and by the engine.
const ON_PAGE: u32 = 200_000;

/// Runs everything and shows the figures.
pub async fn run() {
    let Some(page) = Page::open() else { return };
    match figures(&page).await {
        Ok(()) => page.done(),
        Err(Broken(why)) => {
            page.tell("failed", &why);
            page.done();
        }
    }
}

async fn figures(page: &Page) -> Result<(), Broken> {
    let workload = Workload::new()?;
    for (name, text, expected) in [
        ("cases", CASES.to_owned(), EXPECTED_CASES),
        ("10,000 contacts", workload::file(10_000), EXPECTED_10000),
    ] {
        let data = workload.read(text.as_bytes(), workload::events(&text).as_bytes())?;
        let outcome =
            by_engine::outcome(&workload.run(&data, vec![Ends::new(data.contacts())]), &data);
        let same = serde_json::from_str(expected)
            .is_ok_and(|known: serde_json::Value| known == outcome.to_json());
        page.tell(name, if same { "as expected" } else { "NOT as expected" });
    }
    check::run(&|| page.now(), &mut |what, figure| page.tell(what, figure));
    TimeoutFuture::new(10).await;
    on_page(page, &workload)?;
    TimeoutFuture::new(10).await;
    in_workers(page).await
}

/// By hand and by the engine, both on the page's own thread.
fn on_page(page: &Page, workload: &Workload) -> Result<(), Broken> {
    let text = workload::file(ON_PAGE);
    let known = by_hand::read(&text);
    let data = workload.read(text.as_bytes(), workload::events(&text).as_bytes())?;
    let (mut hand, mut engine) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..TRIES {
        let (mut a, mut b) = (by_hand::Ends::new(known.len()), by_hand::Ends::new(known.len()));
        let start = page.now();
        std::hint::black_box(by_hand::simulate(&known, &mut a, &mut b));
        hand = hand.min(page.now() - start);
        let ends = vec![Ends::new(data.contacts())];
        let start = page.now();
        std::hint::black_box(workload.run(&data, ends));
        engine = engine.min(page.now() - start);
    }
    page.rate("by hand, on the page", ON_PAGE, hand);
    page.rate("by engine, on the page", ON_PAGE, engine);
    page.tell("engine / by hand", &format!("{:.3}", hand / engine));
    Ok(())
}

/// A large file in one worker and in two of the app.
async fn in_workers(page: &Page) -> Result<(), Broken> {
    let count = page.contacts;
    let text = workload::file(count);
    let events = workload::events(&text);
    let broken = |error: parcours::web::files::FileError| Broken(error.0);
    let contacts = file("contacts.csv", text.as_bytes()).map_err(broken)?;
    let events_file = file("events.csv", events.as_bytes()).map_err(broken)?;
    drop((text, events));
    let mut reports: Vec<Arc<Report>> = Vec::new();
    let mut ran = Vec::new();
    for lanes in [1, 2] {
        let heard: Rc<RefCell<Vec<(f64, Reply)>>> = Rc::default();
        let workers = {
            let (heard, clock) = (heard.clone(), page.window.clone());
            Simulator::new(move |reply| heard.borrow_mut().push((now(&clock), reply)))
        };
        let ask = |request| {
            let message = message(request, lanes, &contacts, &events_file);
            heard.borrow_mut().clear();
            workers.send(&message).map_err(|error| Broken(error.0))
        };
        let start = page.now();
        ask(Request::Load)?;
        let (loaded, _) = answer(&heard, |reply| matches!(reply, Reply::Loaded(_))).await?;
        page.rate(&format!("read, workers: {lanes}"), count, loaded - start);
        let mut times = Vec::new();
        for _ in 0..RUNS {
            TimeoutFuture::new(REST).await;
            let start = page.now();
            ask(Request::Run)?;
            let (done, reply) = answer(&heard, |reply| matches!(reply, Reply::Done { .. })).await?;
            times.push(done - start);
            if let Reply::Done { report } = reply {
                reports.push(report);
            }
        }
        times.sort_by(f64::total_cmp);
        page.rate(&format!("run, workers: {lanes}"), count, times[0]);
        page.rate(&format!("run, median, workers: {lanes}"), count, times[RUNS / 2]);
        ran.push(times);
    }
    let ratio = |at: usize| format!("{:.2}", ran[0][at] / ran[1][at]);
    page.tell("two workers / one", &ratio(0));
    page.tell("two workers / one, medians", &ratio(RUNS / 2));
    let same = reports.len() == 2 * RUNS && reports.iter().all(|report| *report == reports[0]);
    page.tell("reports", if same { "equal" } else { "NOT equal" });
    Ok(())
}

fn message(request: Request, lanes: u32, contacts: &File, events: &File) -> Message {
    Message {
        request,
        part: (0, lanes),
        workspace: Some(WORKSPACE.to_owned()),
        contacts: Some(contacts.clone()),
        events: Some(events.clone()),
    }
}

/// Waits for a reply, and tells when it was heard.
async fn answer(
    heard: &RefCell<Vec<(f64, Reply)>>,
    wanted: impl Fn(&Reply) -> bool,
) -> Result<(f64, Reply), Broken> {
    loop {
        for (at, reply) in heard.borrow().iter() {
            match reply {
                Reply::Failed(failure) => return Err(Broken(format!("{failure:?}"))),
                reply if wanted(reply) => return Ok((*at, reply.clone())),
                _ => {}
            }
        }
        TimeoutFuture::new(5).await;
    }
}

struct Page {
    window: Window,
    shown: Element,
    contacts: u32,
}

impl Page {
    fn open() -> Option<Self> {
        let window = web_sys::window()?;
        let shown = window.document()?.get_element_by_id("figures")?;
        let query = window.location().search().ok()?;
        let contacts = query.split_once("contacts=").and_then(|(_, count)| count.parse().ok());
        Some(Self { window, shown, contacts: contacts.unwrap_or(1_000_000) })
    }

    fn now(&self) -> f64 {
        now(&self.window)
    }

    fn rate(&self, what: &str, contacts: u32, millis: f64) {
        let rate = f64::from(contacts) / millis / 1e3;
        self.tell(what, &format!("{millis:.0} ms, {rate:.2} M contacts/s"));
    }

    fn tell(&self, what: &str, figure: &str) {
        let told = self.shown.text_content().unwrap_or_default();
        self.shown.set_text_content(Some(&format!("{told}{what}: {figure}\n")));
    }

    fn done(&self) {
        // A page without attributes has nobody to read them.
        let _ = self.shown.set_attribute("data-done", "");
    }
}

/// Milliseconds by the browser's clock.
fn now(window: &Window) -> f64 {
    window.performance().map_or(0.0, |clock| clock.now())
}
