//! The order of functions in a Wasm file: those that have much in common stand
//! together, because what is sent over the network is compressed, and compression
//! looks back 32 kB only. That is worth 4 % of the file.
//!
//! Moving functions means to renumber every mention of one, which is the optimizer's
//! trade: it sorts them by their names, so here each gets the name of its place.

use std::collections::{BTreeSet, HashMap};

use wasm_encoder::{Encode, NameMap, NameSection, Section};
use wasmparser::{Parser, Payload, TypeRef};

/// How many bytes in a row two functions must share for it to count.
const RUN: usize = 6;
/// Runs that more functions have than this tell nothing.
const COMMON: usize = 60;
/// With how many of the functions placed last the next one is compared.
const BACK: usize = 8;
/// How many bytes back that may be.
const REACH: usize = 20_000;

/// The file with each function named after the place where it should stand.
///
/// # Errors
/// When it is no Wasm file.
pub fn name_places(wasm: &[u8]) -> Result<Vec<u8>, String> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|error| error.to_string())? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import.map_err(|error| error.to_string())?;
                    imported += u32::from(matches!(import.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => (),
        }
    }
    let mut places = vec![0; bodies.len()];
    for (place, body) in order(&bodies).into_iter().enumerate() {
        places[body] = place;
    }
    let mut names = NameMap::new();
    for (function, place) in (imported..).zip(places) {
        names.append(function, &format!("{place:06}"));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    let mut named = wasm.to_vec();
    named.push(section.id());
    section.encode(&mut named);
    Ok(named)
}

/// The functions, each after those that it is most like.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let (runs, holders) = shared(bodies);
    let mut order: Vec<usize> = Vec::with_capacity(bodies.len());
    let mut left: Vec<bool> = vec![true; bodies.len()];
    let mut likeness = vec![0.0; bodies.len()];
    while let Some(first) = left.iter().position(|&left| left) {
        let mut touched = BTreeSet::new();
        let mut reached = 0;
        for &placed in order.iter().rev().take(BACK) {
            if reached > REACH {
                break;
            }
            reached += bodies[placed].len();
            for &run in &runs[placed] {
                let holders = &holders[run];
                for &holder in holders.iter().filter(|&&holder| left[holder]) {
                    likeness[holder] += 1.0 / holders.len() as f64;
                    touched.insert(holder);
                }
            }
        }
        // A long function has more in common with any other: what counts is the part.
        let part = |body: usize| likeness[body] / (bodies[body].len() + 40) as f64;
        let best =
            touched.iter().copied().rev().max_by(|&one, &other| part(one).total_cmp(&part(other)));
        let next = best.unwrap_or(first);
        touched.into_iter().for_each(|body| likeness[body] = 0.0);
        left[next] = false;
        order.push(next);
    }
    order
}

/// For each function the runs of bytes that it shares with others, and for each such
/// run the functions that have it.
fn shared(bodies: &[&[u8]]) -> (Vec<Vec<usize>>, Vec<Vec<usize>>) {
    let mut numbers = HashMap::new();
    let mut all: Vec<Vec<usize>> = Vec::new();
    for (body, bytes) in bodies.iter().enumerate() {
        for run in bytes.windows(RUN) {
            let number = *numbers.entry(run).or_insert(all.len());
            if number == all.len() {
                all.push(Vec::new());
            }
            if all[number].last() != Some(&body) {
                all[number].push(body);
            }
        }
    }
    all.retain(|holders| (2..=COMMON).contains(&holders.len()));
    let mut runs = vec![Vec::new(); bodies.len()];
    for (number, holders) in all.iter().enumerate() {
        holders.iter().for_each(|&body| runs[body].push(number));
    }
    (runs, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_that_are_alike_stand_together() {
        let bodies: [&[u8]; 4] =
            [b"first one, first", b"quite another!!!", b"first one, again", b"quite another..."];
        assert_eq!(order(&bodies), [0, 2, 1, 3]);
    }
}
