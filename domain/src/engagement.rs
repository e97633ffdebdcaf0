//! An engagement: one SOW with one client, and the stage that its handoffs put it in.

use crate::named;

named! {
    /// Where an engagement stands: derived from its handoffs, never set by hand.
    pub enum EngagementStage {
        Signed = "signed",
        Scoped = "scoped",
        PodRequested = "pod_requested",
        Active = "active",
        Closing = "closing",
        Closed = "closed",
    }
}
