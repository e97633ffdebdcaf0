//! Records in order of time: who only adds up need not look at what lies outside a period.

use std::ops::Range;

/// The places of records among the facts: all of them, and those that have an instant (or day) that decides to which
/// period they belong, engagement by engagement in its order.
#[derive(Debug)]
pub(super) struct Timeline<At> {
    all: Vec<usize>,
    lines: Vec<Vec<(At, usize)>>,
}

/// A record: its place, the place of the engagement that it hangs on, and when it happened, as far as they are known.
pub(super) type Stone<At> = (usize, Option<usize>, Option<At>);

impl<At: Ord + Copy> Timeline<At> {
    /// `engagements`: how many there are.
    pub fn new(engagements: usize, records: impl Iterator<Item = Stone<At>>) -> Self {
        let mut timeline = Self {
            all: Vec::new(),
            lines: vec![Vec::new(); engagements],
        };
        for (place, engagement, at) in records {
            timeline.all.push(place);
            let line = engagement.and_then(|engagement| timeline.lines.get_mut(engagement));
            if let (Some(line), Some(at)) = (line, at) {
                line.push((at, place));
            }
        }
        for line in &mut timeline.lines {
            line.sort_unstable();
        }
        timeline
    }

    /// All records, in the order of the facts.
    pub fn all(&self) -> &[usize] {
        &self.all
    }

    /// The records of `days` on engagements that pass.
    pub fn within(&self, days: Range<At>, passes: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut found = Vec::new();
        for (engagement, line) in self.lines.iter().enumerate() {
            if !line.is_empty() && passes(engagement) {
                let from = line.partition_point(|(at, _)| *at < days.start);
                let later = &line[from..];
                let inside = later.iter().take_while(|(at, _)| *at < days.end);
                found.extend(inside.map(|(_, place)| *place));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0..9, &[1, 2, 3])]
    #[case(4..6, &[1])]
    #[case(5..9, &[1, 2, 3])]
    #[case(6..8, &[3])]
    #[case(7..7, &[])]
    fn finds_what_lies_in_the_range(#[case] range: Range<i32>, #[case] expected: &[usize]) {
        let records = [
            (0, Some(0), None),
            (1, Some(0), Some(5)),
            (2, Some(1), Some(8)),
            (3, Some(0), Some(7)),
            (4, None, Some(7)),
        ];
        let timeline = Timeline::new(2, records.into_iter());
        let mut found = timeline.within(range.clone(), |_| true);
        found.sort_unstable();
        assert_eq!(found, expected);
        assert_eq!(timeline.all(), [0, 1, 2, 3, 4]);
        assert!(
            timeline
                .within(range, |engagement| engagement > 1)
                .is_empty()
        );
    }
}
