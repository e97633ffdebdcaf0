//! Charts as small SVG components of our own: drawn on the server, styled by the style sheet, without any library
//! (docs/charts.md says why). What moves with the data is geometry; how it looks is CSS.

mod bullet;
mod chart;
mod scale;
mod slots;
mod sparkline;
mod track;
mod trend_line;

pub use bullet::BulletGraph;
pub use chart::Chart;
pub(crate) use slots::slots;
pub use sparkline::Sparkline;
pub use track::{BarTrack, DotTrack};
pub use trend_line::TrendLine;

/// A number's values week by week, none where there is no data.
pub type Values = Vec<Option<f64>>;

/// A week as people call it: `2 Mar`.
pub(crate) fn week_name(monday: domain::time::Day) -> String {
    use chrono::Datelike;
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    format!("{} {}", monday.day(), MONTHS[monday.month0() as usize])
}
