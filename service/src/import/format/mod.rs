//! The format itself: files of CSV, their columns and what a cell may hold. Reading an import,
//! writing an export and writing the demo agency all go through here.

mod cell;
mod files;
mod parse;
mod rows;
mod table;

pub use cell::{Cell, Hours, Key, Score};
pub use files::{Files, NoFiles};
pub use rows::*;
pub use table::{Cells, Column, Columns, Lined, Lost, Read, Table, read, write};
