//! Workspaces in IndexedDB: the document as its canonical file, the session, the
//! CSV files that were chosen for it, and a summary for the list of recent ones.
//!
//! **Invariant:** a document, its session and its summary are written in one
//! transaction, so a crash leaves the old state or the new one, never half of each.

use crate::model::collect;
use crate::model::workspace::Workspace;
use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Query, TransactionMode};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::File;

const DATABASE: &str = "parcours";
const VERSION: u32 = 1;
const SUMMARIES: &str = "summaries";
const DOCUMENTS: &str = "documents";
const SESSIONS: &str = "sessions";
const FILES: &str = "files";
const STORES: [&str; 4] = [SUMMARIES, DOCUMENTS, SESSIONS, FILES];

/// What the list of recent workspaces shows of one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Its key in this browser.
    pub key: String,
    /// Its name.
    pub name: String,
    /// When it was saved last, in milliseconds since 1970 by this browser's clock.
    pub saved_at: f64,
    /// How many journeys it has.
    pub journeys: usize,
}

/// A stored workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// The workspace file.
    pub document: String,
    /// The session; empty when there is none.
    pub session: String,
}

/// Which CSV file of a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Contacts.
    Contacts,
    /// Recorded events.
    Events,
}

/// The browser refused: storage is full, blocked or broken. The text is the
/// browser's own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct StorageError(pub String);

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> Self {
        Self(error.to_string())
    }
}

/// The file of a workspace as a text of the browser's: the page's own memory never
/// shrinks, so that a large one must not be there as a whole.
pub fn document(workspace: &Workspace) -> JsValue {
    let pieces = js_sys::Array::new();
    crate::format::write_in_pieces(workspace, &mut |piece| _ = pieces.push(&piece.into()));
    pieces.join("").into()
}

/// A key for a new workspace, unique in this browser.
pub fn new_key() -> String {
    let part = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    format!("{:08x}{:08x}", part(), part())
}

/// The summaries of all workspaces, last saved first.
///
/// # Errors
///
/// What the browser says.
pub async fn list() -> Result<Vec<Summary>, StorageError> {
    let database = open().await?;
    let transaction = database.transaction(&[SUMMARIES], TransactionMode::ReadOnly)?;
    let values = transaction.object_store(SUMMARIES)?.get_all(None, None)?.await?;
    let texts = values.iter().filter_map(JsValue::as_string);
    let mut found: Vec<Summary> =
        texts.filter_map(|text| serde_json::from_str(&text).ok()).collect();
    collect::sort(&mut found, |a, b| b.saved_at.total_cmp(&a.saved_at));
    Ok(found)
}

/// A workspace; `None` when there is none of that key.
///
/// # Errors
///
/// What the browser says.
pub async fn load(key: &str) -> Result<Option<Stored>, StorageError> {
    let database = open().await?;
    let transaction = database.transaction(&[DOCUMENTS, SESSIONS], TransactionMode::ReadOnly)?;
    let document = transaction.object_store(DOCUMENTS)?.get(query(key))?.await?;
    let session = transaction.object_store(SESSIONS)?.get(query(key))?.await?;
    let text = |value: Option<JsValue>| value.and_then(|value| value.as_string());
    let session = text(session).unwrap_or_default();
    Ok(text(document).map(|document| Stored { document, session }))
}

/// Writes a workspace and its summary; without a document, the one that is stored stays.
///
/// # Errors
///
/// What the browser says; what was stored before is still there then.
pub async fn save(
    summary: &Summary,
    document: Option<JsValue>,
    session: &str,
) -> Result<(), StorageError> {
    let line = serde_json::to_string(summary).map_err(|error| StorageError(error.to_string()))?;
    let database = open().await?;
    let stores = [SUMMARIES, DOCUMENTS, SESSIONS];
    let transaction = database.transaction(&stores, TransactionMode::ReadWrite)?;
    let key = JsValue::from_str(&summary.key);
    let texts = [Some(JsValue::from_str(&line)), document, Some(JsValue::from_str(session))];
    for (store, text) in stores.into_iter().zip(texts) {
        let Some(text) = text else { continue };
        // The requests run one after the other; the transaction is awaited below.
        transaction.object_store(store)?.put(&text, Some(&key))?;
    }
    transaction.commit()?.await?;
    Ok(())
}

/// Deletes a workspace with everything that belongs to it.
///
/// # Errors
///
/// What the browser says.
pub async fn delete(key: &str) -> Result<(), StorageError> {
    let database = open().await?;
    let transaction = database.transaction(&STORES, TransactionMode::ReadWrite)?;
    for store in [SUMMARIES, DOCUMENTS, SESSIONS] {
        transaction.object_store(store)?.delete(query(key))?;
    }
    for role in [Role::Contacts, Role::Events] {
        transaction.object_store(FILES)?.delete(query(&file_key(key, role)))?;
    }
    transaction.commit()?.await?;
    Ok(())
}

/// Keeps a CSV file for a workspace, in the place of the one before.
///
/// # Errors
///
/// What the browser says.
pub async fn put_file(key: &str, role: Role, file: &File) -> Result<(), StorageError> {
    let database = open().await?;
    let transaction = database.transaction(&[FILES], TransactionMode::ReadWrite)?;
    let key = JsValue::from_str(&file_key(key, role));
    transaction.object_store(FILES)?.put(file, Some(&key))?;
    transaction.commit()?.await?;
    Ok(())
}

/// The CSV file that is kept for a workspace.
///
/// # Errors
///
/// What the browser says.
pub async fn file(key: &str, role: Role) -> Result<Option<File>, StorageError> {
    let database = open().await?;
    let transaction = database.transaction(&[FILES], TransactionMode::ReadOnly)?;
    let found = transaction.object_store(FILES)?.get(query(&file_key(key, role)))?.await?;
    Ok(found.and_then(|value| value.dyn_into().ok()))
}

fn file_key(key: &str, role: Role) -> String {
    match role {
        Role::Contacts => format!("{key}/contacts"),
        Role::Events => format!("{key}/events"),
    }
}

fn query(key: &str) -> Query {
    Query::Key(JsValue::from_str(key))
}

async fn open() -> Result<Database, StorageError> {
    let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        for store in STORES {
            // A store that cannot be made fails the upgrade, and opening reports that.
            let _ = database.create_object_store(store, ObjectStoreParams::new());
        }
    });
    Ok(request.await?)
}
