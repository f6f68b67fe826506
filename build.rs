//! Before the compiler: the Fluent messages are read once, here, so that the page
//! needs no reader for them, and what `src/locale/message.rs` reads is left. The
//! messages of each language's folder `later` come in a file of their own.
//!
//! A release build of the page that is to be divided also keeps the linker's notes.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::parser::parse;

type Pattern<'a> = fluent_syntax::ast::Pattern<&'a str>;

const LANGUAGES: [&str; 2] = ["en", "fr"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/locale");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("only cargo runs this")?);
    for language in LANGUAGES {
        let folder = Path::new("src/locale").join(language);
        let (first, later) = (messages(&folder)?, messages(&folder.join("later"))?);
        if let Some(id) = first.keys().find(|id| later.contains_key(*id)) {
            return Err(format!("{language}: {id} is there twice").into());
        }
        fs::write(out.join(format!("{language}.messages")), lines(&first))?;
        fs::write(out.join(format!("{language}.later.messages")), lines(&later))?;
    }
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bin=parcours=--emit-relocs");
    }
    Ok(())
}

/// Messages as `src/locale/message.rs` reads them.
fn lines(messages: &BTreeMap<String, String>) -> String {
    messages.iter().map(|(id, pattern)| format!("{id}\0{pattern}\0")).collect()
}

/// The messages of a folder by their ids.
fn messages(folder: &Path) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut found = BTreeMap::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.is_dir() {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        let resource = parse(text.as_str())
            .map_err(|(_, errors)| format!("{}: {:?}", path.display(), errors.first()))?;
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            let flaw = |what: &str| format!("{}: {id} {what}", path.display());
            let mut written = String::new();
            let pattern = message.value.as_ref().ok_or_else(|| flaw("has no text"))?;
            write(pattern, &mut written).map_err(flaw)?;
            if found.insert(id.to_owned(), written).is_some() {
                return Err(flaw("is there twice").into());
            }
        }
    }
    Ok(found)
}

/// Text as it is; `\x01 name \x02` for a variable; for a choice `\x03 name \x02`, its
/// variants as `key \x04 text \x05` with an empty key for the default, and `\x06`.
fn write(pattern: &Pattern<'_>, out: &mut String) -> Result<(), &'static str> {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => out.push_str(value),
            PatternElement::Placeable { expression } => write_placeable(expression, out)?,
        }
    }
    Ok(())
}

fn write_placeable(expression: &Expression<&str>, out: &mut String) -> Result<(), &'static str> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => out.push_str(value),
        Expression::Inline(inline) => {
            out.push('\x01');
            out.push_str(variable(inline)?);
            out.push('\x02');
        }
        Expression::Select { selector, variants } => {
            out.push('\x03');
            out.push_str(variable(selector)?);
            out.push('\x02');
            for variant in variants {
                let key = match &variant.key {
                    VariantKey::Identifier { name } => name,
                    VariantKey::NumberLiteral { value } => value,
                };
                out.push_str(if variant.default { "" } else { key });
                out.push('\x04');
                write(&variant.value, out)?;
                out.push('\x05');
            }
            out.push('\x06');
        }
    }
    Ok(())
}

fn variable<'a>(expression: &InlineExpression<&'a str>) -> Result<&'a str, &'static str> {
    match expression {
        InlineExpression::VariableReference { id } => Ok(id.name),
        _ => Err("only variables, texts and choices are understood in braces"),
    }
}
