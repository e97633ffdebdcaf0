//! How the agency does over its year: likelihoods and levels that move from the first day to today,
//! set so that the numbers land around the targets of the plan.

/// A level that moves evenly from the first day of the year to the last.
#[derive(Clone, Copy, Debug)]
pub struct Course(f64, f64);

impl Course {
    /// The level when this part of the year has passed.
    pub fn at(self, part: f64) -> f64 {
        self.0 + (self.1 - self.0) * part
    }
}

/// Job requests a week, of all clients together.
pub const REQUESTS_A_WEEK: Course = Course(43.0, 88.0);
/// How likely a job is delivered in time.
pub const ON_TIME: Course = Course(0.84, 0.93);
/// How likely QC passes a deliverable at the first verdict.
pub const FIRST_PASS: Course = Course(0.80, 0.88);
/// The share of revenue that is not spent.
pub const MARGIN: Course = Course(0.45, 0.57);
/// How likely a package is submitted in time.
pub const PACKAGE_IN_TIME: Course = Course(0.88, 0.98);
/// How likely a package is submitted with an item waived.
pub const WAIVED: Course = Course(0.07, 0.02);
/// Days from the signature to the assigned pod.
pub const ONBOARDING_DAYS: Course = Course(20.5, 13.0);
/// How likely Generative answers a pod request within a day.
pub const ANSWERED: Course = Course(0.82, 0.96);
/// How likely an event is entered later than it happened.
pub const ENTERED_LATE: Course = Course(0.12, 0.04);
/// How likely an NPS answer is 9 or 10.
pub const PROMOTER: Course = Course(0.54, 0.63);
/// How likely an NPS answer is 6 or less.
pub const DETRACTOR: Course = Course(0.16, 0.11);

/// What the overloaded producer loses of the likelihood to deliver in time.
pub const OVERLOAD: f64 = 0.07;
/// What the client in trouble loses of it.
pub const TROUBLE: f64 = 0.26;
/// What the client in trouble costs beyond the usual, as a share of its revenue.
pub const TROUBLE_COST: f64 = 0.34;
