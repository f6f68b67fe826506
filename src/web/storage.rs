//! Workspaces in IndexedDB: the document as its canonical file, the session, the
//! CSV files that were chosen for it, and a summary for the list of recent ones.
//!
//! **Invariant:** a document, its session and its summary are written in one
//! transaction, so a crash leaves the old state or the new one, never half of each; and
//! a document that another tab has written meanwhile is not written over.

use std::cell::RefCell;
use std::rc::Rc;

use crate::model::collect;
use crate::model::workspace::Workspace;
use idb::{
    Database, DatabaseEvent, Factory, ObjectStoreParams, Query, Transaction, TransactionMode,
};
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
    /// Which writing of the document it is: each has a stamp of its own.
    #[serde(default)]
    pub stamp: String,
}

/// A stored workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// The workspace file.
    pub document: String,
    /// The session; empty when there is none.
    pub session: String,
    /// Which writing of the document it is.
    pub stamp: String,
}

/// What became of a document that was to be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It is stored.
    Here,
    /// Another has been stored meanwhile, and stays.
    Elsewhere,
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

/// A key for a new workspace, or a stamp; unique in this browser.
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
    let stores = [SUMMARIES, DOCUMENTS, SESSIONS];
    let transaction = database.transaction(&stores, TransactionMode::ReadOnly)?;
    let stamp = stamp_of(&transaction, key).await?.unwrap_or_default();
    let document = transaction.object_store(DOCUMENTS)?.get(query(key))?.await?;
    let session = transaction.object_store(SESSIONS)?.get(query(key))?.await?;
    let text = |value: Option<JsValue>| value.and_then(|value| value.as_string());
    let session = text(session).unwrap_or_default();
    Ok(text(document).map(|document| Stored { document, session, stamp }))
}

/// Writes a workspace and its summary; without a document, the one that is stored stays.
/// Where another stamp is stored than the one that is `known`, only the session is
/// written; with none known, whatever is stored is written over.
///
/// # Errors
///
/// What the browser says; what was stored before is still there then.
pub async fn save(
    summary: &Summary,
    document: Option<JsValue>,
    session: &str,
    known: Option<&str>,
) -> Result<Saved, StorageError> {
    let line = serde_json::to_string(summary).map_err(|error| StorageError(error.to_string()))?;
    let database = open().await?;
    let stores = [SUMMARIES, DOCUMENTS, SESSIONS];
    let transaction = database.transaction(&stores, TransactionMode::ReadWrite)?;
    let stored = match known {
        Some(_) => stamp_of(&transaction, &summary.key).await?,
        None => None,
    };
    let is_other = stored.as_deref().is_some_and(|stored| known.is_some_and(|it| it != stored));
    if is_other && document.is_some() {
        return Ok(Saved::Elsewhere);
    }
    let summary_line = (!is_other).then(|| JsValue::from_str(&line));
    let key = JsValue::from_str(&summary.key);
    let texts = [summary_line, document, Some(JsValue::from_str(session))];
    for (store, text) in stores.into_iter().zip(texts) {
        let Some(text) = text else { continue };
        // The requests run one after the other; the transaction is awaited below.
        transaction.object_store(store)?.put(&text, Some(&key))?;
    }
    transaction.commit()?.await?;
    Ok(Saved::Here)
}

/// Keeps the CSV files of a workspace for another, too.
///
/// # Errors
///
/// What the browser says.
pub async fn copy_files(from: &str, to: &str) -> Result<(), StorageError> {
    for role in [Role::Contacts, Role::Events] {
        if let Some(found) = file(from, role).await? {
            put_file(to, role, &found).await?;
        }
    }
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

/// The stamp of the document that is stored; none where there is no document.
async fn stamp_of(transaction: &Transaction, key: &str) -> Result<Option<String>, StorageError> {
    let line = transaction.object_store(SUMMARIES)?.get(query(key))?.await?;
    let summary = line.and_then(|line| serde_json::from_str::<Summary>(&line.as_string()?).ok());
    Ok(summary.map(|summary| summary.stamp))
}

thread_local! {
    /// It stays open, so that a page that is left can still write at once.
    static OPEN: RefCell<Option<Rc<Database>>> = const { RefCell::new(None) };
}

async fn open() -> Result<Rc<Database>, StorageError> {
    if let Some(database) = OPEN.with_borrow(Clone::clone) {
        return Ok(database);
    }
    let mut request = Factory::new()?.open(DATABASE, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        for store in STORES {
            // A store that cannot be made fails the upgrade, and opening reports that.
            let _ = database.create_object_store(store, ObjectStoreParams::new());
        }
    });
    let mut database = request.await?;
    database.on_close(|_| forget());
    // Another tab wants to change its form, or to delete it: it must not wait for this one.
    database.on_version_change(|_| forget());
    let database = Rc::new(database);
    OPEN.set(Some(database.clone()));
    Ok(database)
}

fn forget() {
    if let Some(database) = OPEN.take() {
        database.close();
    }
}
