//! Which of the known names a misspelt one was meant to be.

/// The name that `written` comes nearest to, case aside, where it is near enough to have been meant:
/// at most a third of its letters differ.
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written: Vec<char> = written.trim().to_lowercase().chars().collect();
    let measured = names
        .into_iter()
        .map(|name| (edits(&written, name), name))
        .filter(|(edits, name)| edits * 3 <= name.chars().count());
    measured
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, name)| name)
}

/// How many letters are put in, left out, replaced or swapped with their neighbour on the way from
/// one word to the other.
fn edits(from: &[char], to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut rows: Vec<Vec<usize>> = vec![(0..=to.len()).collect()];
    for (i, letter) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in to.iter().enumerate() {
            let replaced = rows[i][j] + usize::from(letter != other);
            let mut least = replaced.min(rows[i][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && from[i - 1] == *other && to[j - 1] == *letter {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[from.len()][to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("cliens.csv", Some("clients.csv"))]
    #[case("Clients.CSV", Some("clients.csv"))]
    #[case("job_event.csv", Some("job_events.csv"))]
    #[case("job.csv", Some("jobs.csv"))]
    #[case("pdos.csv", Some("pods.csv"))]
    #[case("invoices.csv", None)]
    fn knows_what_was_meant(#[case] written: &str, #[case] meant: Option<&str>) {
        assert_eq!(nearest(written, super::super::Files::NAMES), meant);
    }

    #[rstest]
    #[case("nmae", Some("name"))]
    #[case("color", None)]
    fn a_column_as_well(#[case] written: &str, #[case] meant: Option<&str>) {
        assert_eq!(nearest(written, ["key", "name"]), meant);
    }
}
