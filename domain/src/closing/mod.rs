//! Closing an engagement (H4): the report that Baton drafts itself, what the producer adds to it, and Sales' loop that
//! its acceptance opens.

mod draft;
mod follow_up;
mod money;
mod package;
mod page;

pub use draft::{Best, Margin, Numbers, draft};
pub use follow_up::{FollowUp, NotClosable, ReEngagement, RefusedFollowUp};
pub use money::{Line, Lines};
pub use package::{MOST_VISUALS, RefusedReport, ReportText};
pub use page::{ClosingReport, FollowUpOnPage, OpenFollowUp, Visual, WriteFollowUp, WriteReport};
