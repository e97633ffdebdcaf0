//! The rows of the tables, as they stand in the database, and what they are in the domain.

mod access;
mod agency;
mod change;
mod closing;
mod history;
pub(crate) mod meaning;
mod numbers;
mod package;
mod quality;
pub(crate) mod table;
mod talk;
mod work;

pub use access::{LoginAttemptRow, SessionRow, UserRow};
pub use agency::{
    ClientRow, ContactRow, EngagementRow, HolidayRow, PersonRow, PodMemberRow, PodRow, SettingRow,
    WorkflowRow,
};
pub use change::ChangeRow;
pub use closing::{ClosingReportRow, ClosingVisualRow, FollowUpRow};
pub(crate) use history::{TAKES_BACK, standing};
pub use meaning::Author;
pub use numbers::{CostRow, MilestoneRow, PlanRow, SurveyRow};
pub use package::{
    BrandContextFileRow, BrandContextRow, BrandPageRow, BudgetLineRow, DeliverableSpecRow,
    EngagementEndingRow, PackageMilestoneRow, PodRoleRow, RoleAnswerRow, SignatureCorrectionRow,
    SowRow, StaffingLineRow,
};
pub use quality::{DeliverableFileRow, DeliverableVersionRow, QcLineRow, QcMarkRow, QcVerdictRow};
pub use talk::{CommentMentionRow, CommentRow, FeedReadRow};
pub use work::{
    BoardLimitRow, FileRow, HandoffEventRow, HandoffItemRow, HandoffRow, JobAnswerRow, JobEventRow,
    JobRow, MessageRow, RequestFieldRow, SavedViewRow,
};
