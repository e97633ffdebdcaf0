//! The format itself: files of CSV, their columns and what a cell may hold. Reading an import,
//! writing an export and writing the demo agency all go through here.

mod cell;
mod files;
mod nearest;
mod parse;
mod read;
mod rows;
mod table;
mod write;

pub use cell::{Cell, Hours, Key, Score};
pub use files::{Files, NoFiles};
pub use read::{Lined, Lost, Read, read};
pub use rows::*;
pub use table::{Cells, Column, Columns, Table};
pub use write::write;
