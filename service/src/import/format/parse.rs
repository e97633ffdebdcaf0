//! CSV text into records, strictly by RFC 4180.
//!
//! The `csv` crate forgives a stray or unclosed quote and reads something else than was meant; an
//! import must name the place instead.

/// One row of cells.
#[derive(Debug, PartialEq, Eq)]
pub struct Record {
    /// The line on which it begins, from 1.
    pub line: u64,
    /// Its cells.
    pub cells: Vec<String>,
}

/// Why a text is not CSV.
#[derive(Debug, PartialEq, Eq)]
pub struct NotCsv {
    /// The line on which the record begins.
    pub line: u64,
    /// The cell, from 0.
    pub cell: usize,
    /// What is wrong there.
    pub why: &'static str,
}

/// Reads all records; blank lines are skipped.
///
/// # Errors
/// At the first wrong quote: what follows it cannot be read for certain.
pub fn records(text: &str) -> Result<Vec<Record>, NotCsv> {
    let mut reader = Reader {
        rest: text,
        line: 1,
    };
    let mut all = Vec::new();
    while !reader.rest.is_empty() {
        let record = reader.record()?;
        if record.cells != [""] {
            all.push(record);
        }
    }
    Ok(all)
}

struct Reader<'a> {
    rest: &'a str,
    line: u64,
}

impl Reader<'_> {
    fn record(&mut self) -> Result<Record, NotCsv> {
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let cell = cells.len();
            let read = match self.rest.strip_prefix('"') {
                Some(quoted) => self.quoted(quoted),
                None => self.plain(),
            };
            cells.push(read.map_err(|why| NotCsv { line, cell, why })?);
            if !self.comma() {
                self.end_of_line();
                return Ok(Record { line, cells });
            }
        }
    }

    fn plain(&mut self) -> Result<String, &'static str> {
        let end = self.rest.find([',', '\n', '\r']).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at(end);
        if cell.contains('"') {
            return Err(
                "a quote stands inside a cell that does not begin with one: put the whole cell in quotes and double the quotes inside it",
            );
        }
        if rest.starts_with('\r') && !rest.starts_with("\r\n") && rest.len() > 1 {
            return Err(
                "a carriage return stands alone: end lines with a line feed, or put the cell in quotes",
            );
        }
        self.rest = rest;
        Ok(cell.to_owned())
    }

    fn quoted(&mut self, after_quote: &str) -> Result<String, &'static str> {
        let mut cell = String::new();
        let mut rest = after_quote;
        loop {
            let Some((part, after)) = rest.split_once('"') else {
                return Err("a quote is opened and never closed");
            };
            cell.push_str(part);
            match after.strip_prefix('"') {
                Some(more) => {
                    cell.push('"');
                    rest = more;
                }
                None => {
                    rest = after;
                    break;
                }
            }
        }
        if !rest.is_empty() && !rest.starts_with([',', '\n', '\r']) {
            return Err("text follows a closing quote: double the quotes inside a quoted cell");
        }
        self.line += cell.matches('\n').count() as u64;
        self.rest = &self.rest[self.rest.len() - rest.len()..];
        Ok(cell)
    }

    fn comma(&mut self) -> bool {
        let after = self.rest.strip_prefix(',');
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn end_of_line(&mut self) {
        let rest = self.rest.strip_prefix('\r').unwrap_or(self.rest);
        self.rest = rest.strip_prefix('\n').unwrap_or(rest);
        self.line += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn cells(text: &str) -> Vec<(u64, Vec<String>)> {
        let all = records(text).unwrap().into_iter();
        all.map(|record| (record.line, record.cells)).collect()
    }

    #[test]
    fn reads_quotes_newlines_and_both_line_ends() {
        let read = cells("a,b\r\n\"x \"\"y\"\"\nz\",\r\n\n=1+1,ü\n");
        let expected = [
            (1, vec!["a", "b"]),
            (2, vec!["x \"y\"\nz", ""]),
            (5, vec!["=1+1", "ü"]),
        ];
        let expected =
            expected.map(|(line, row)| (line, row.into_iter().map(String::from).collect()));
        assert_eq!(read, expected);
    }

    #[rstest]
    #[case("a,b\nx,\"y\n", 2, 1)]
    #[case("a,b\nx\"y,z\n", 2, 0)]
    #[case("a,b\n\"x\"y,z\n", 2, 0)]
    #[case("a\n\nx\ry\n", 3, 0)]
    fn names_the_place_of_a_wrong_quote(
        #[case] text: &str,
        #[case] line: u64,
        #[case] cell: usize,
    ) {
        let wrong = records(text).unwrap_err();
        assert_eq!((wrong.line, wrong.cell), (line, cell));
    }
}
