//! Shorter names for what a Wasm file asks of the script beside it. Each has a hash,
//! which no compression makes smaller, and stands in both files.

use wasm_encoder::{EntityType, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload, TypeRef};

/// Digits in the hash at the end of a name.
const HASH: usize = 16;

/// The Wasm file and its script, in which every name with a hash is short.
///
/// # Errors
/// When it is no Wasm file, or imports something other than functions.
pub fn shorten(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String), String> {
    let (mut module, mut script) = (Module::new(), script.to_owned());
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(|error| error.to_string())?;
        let section = payload.as_section();
        let Payload::ImportSection(imports) = payload else {
            if let Some((id, range)) = section {
                let data = &wasm[range.start as usize..range.end as usize];
                module.section(&RawSection { id, data });
            }
            continue;
        };
        let mut shorter = ImportSection::new();
        for (place, import) in imports.into_imports().enumerate() {
            let import = import.map_err(|error| error.to_string())?;
            let TypeRef::Func(kind) = import.ty else {
                return Err(format!("{} is no function: adapt xtask/src/imports.rs", import.name));
            };
            let short = format!("i{place}");
            let name = if has_hash(import.name) { &short } else { import.name };
            script = script.replace(import.name, name);
            shorter.import(import.module, name, EntityType::Function(kind));
        }
        module.section(&shorter);
    }
    Ok((module.finish(), script))
}

/// Whether a name ends in a hash: then it is no part of another, nor of anything else.
fn has_hash(name: &str) -> bool {
    let (_, hash) = name.rsplit_once('_').unwrap_or_default();
    hash.len() == HASH && hash.bytes().all(|digit| digit.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_hash_is_called_by_its_place_in_both_files() {
        let mut imports = ImportSection::new();
        imports.import("./a.js", "__wbg_log_0123456789abcdef", EntityType::Function(0));
        imports.import("./a.js", "__wbindgen_init", EntityType::Function(0));
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        let mut module = Module::new();
        module.section(&types).section(&imports);
        let script = "{__wbg_log_0123456789abcdef: log, __wbindgen_init: init}";
        let (wasm, script) = shorten(&module.finish(), script).unwrap();
        assert_eq!(script, "{i0: log, __wbindgen_init: init}");
        let text = String::from_utf8_lossy(&wasm);
        assert!(text.contains("i0") && text.contains("__wbindgen_init") && !text.contains("log"));
    }
}
