//! Rows into a file's bytes.

use super::table::Table;

/// Writes rows as a file: a header row, then the rows as they come.
pub fn write<T: Table>(rows: &[T]) -> Vec<u8> {
    let mut text = String::new();
    let names = T::COLUMNS.iter().map(|column| column.name.to_owned());
    write_record(&mut text, names);
    for row in rows {
        write_record(&mut text, row.write().into_iter());
    }
    text.into_bytes()
}

fn write_record(text: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push('\n');
}
