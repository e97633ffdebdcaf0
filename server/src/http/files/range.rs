//! `Range`: a player asks for the part of a video that it is about to show.

use std::ops::Range;

/// What of a file is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// All of it; also where the header is one that need not be understood.
    All,
    /// These bytes, the end not included.
    Part(Range<u64>),
    /// Bytes that the file does not have.
    Beyond,
}

/// Reads a `Range` header for a file of `size` bytes. Several parts at once are answered with the whole file.
pub fn asked(header: Option<&str>, size: u64) -> Asked {
    let spec = header.and_then(|header| header.trim().strip_prefix("bytes="));
    let Some((from, to)) = spec.and_then(|spec| spec.split_once('-')) else {
        return Asked::All;
    };
    match (number(from), number(to)) {
        (Some(from), _) if from >= size => Asked::Beyond,
        (Some(from), Some(to)) if to >= from => Asked::Part(from..size.min(to.saturating_add(1))),
        (Some(from), None) if to.trim().is_empty() => Asked::Part(from..size),
        (None, Some(0)) if from.trim().is_empty() => Asked::Beyond,
        (None, Some(last)) if from.trim().is_empty() && size > 0 => {
            Asked::Part(size.saturating_sub(last)..size)
        }
        _ => Asked::All,
    }
}

fn number(text: &str) -> Option<u64> {
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_cut_to_the_file() {
        for (header, expected) in [
            ("bytes=0-", Asked::Part(0..10)),
            ("bytes=2-4", Asked::Part(2..5)),
            ("bytes=9-99", Asked::Part(9..10)),
            ("bytes=-3", Asked::Part(7..10)),
            ("bytes=-30", Asked::Part(0..10)),
            ("bytes=0-18446744073709551615", Asked::Part(0..10)),
            ("bytes=10-", Asked::Beyond),
            ("bytes=-0", Asked::Beyond),
            ("bytes=4-2", Asked::All),
            ("bytes=0-1,4-5", Asked::All),
            ("bytes=x-y", Asked::All),
            ("bytes=-", Asked::All),
            ("lines=1-2", Asked::All),
            ("", Asked::All),
        ] {
            assert_eq!(asked(Some(header), 10), expected, "{header}");
        }
        assert_eq!(asked(None, 10), Asked::All);
        assert_eq!(asked(Some("bytes=0-"), 0), Asked::Beyond);
    }
}
