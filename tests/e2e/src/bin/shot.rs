//! `cargo xtask shot`: saves a picture of the start page of the built site.

use std::process::ExitCode;

use e2e::{Browser, Options, Result, Site, Theme};

fn main() -> ExitCode {
    match take(std::env::args().skip(1)) {
        Ok(path) => {
            println!("{path}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("shot: {error}");
            ExitCode::FAILURE
        }
    }
}

fn take(mut arguments: impl Iterator<Item = String>) -> Result<String> {
    let mut options = Options::default();
    let mut name = "start".to_owned();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--dark" => options.theme = Theme::Dark,
            "--lang" => options.language = arguments.next().unwrap_or_default(),
            "--width" => {
                let width = arguments.next().and_then(|width| width.parse().ok());
                options.size.0 = width.unwrap_or(options.size.0);
            }
            _ => name = argument,
        }
    }
    let browser = Browser::open(&Site::built()?, &options)?;
    browser.by_test_id("start")?;
    Ok(browser.shot(&name)?.display().to_string())
}
