//! What the browser does for the editor: storage, files, the worker. The user
//! interface calls it; it draws nothing and holds no document.

pub mod files;
pub mod picture;
pub mod session;
pub mod simulation;
pub mod storage;
pub mod tabs;
pub mod worker;
