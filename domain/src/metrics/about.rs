//! What each number means, in a sentence that stands above its records.

use super::Metric;

impl Metric {
    /// How it is counted, for people.
    pub const fn about(self) -> &'static str {
        match self {
            Self::ActiveEngagements => {
                "Engagements that are signed and whose closing report is not accepted yet."
            }
            Self::HandoffCompliance1
            | Self::HandoffCompliance2
            | Self::HandoffCompliance3
            | Self::HandoffCompliance4 => {
                "Of the handoffs that settled in the period, those first submitted in time with nothing waived."
            }
            Self::CaseStudies => {
                "Closing reports accepted with a case-study package since the start of the year."
            }
            Self::OnboardingDays => {
                "Days from the SOW's signature to the first pod, over pods assigned in the period."
            }
            Self::ProductionMargin => "Revenue less cost, divided by revenue.",
            Self::OnTimeDelivery => {
                "Of the jobs that settled in the period, those delivered by their due time."
            }
            Self::JobRequests => "Jobs that clients submitted in the period.",
            Self::Nps => "Promoters (9 and 10) less detractors (0 to 6), per hundred answers.",
            Self::Producers => "People titled Producer who are hired and have not left.",
            Self::ClientsPerProducer => "Clients with an active engagement, for each producer.",
            Self::ProducerRampWeeks => {
                "Weeks from hired to independent, over producers who became so in the period."
            }
            Self::Milestone => "Milestones that were declared done by hand.",
            Self::SowPackage48h => {
                "Of the SOW packages that settled, those submitted within 48 hours of the signature."
            }
            Self::QcFirstPass => {
                "Of the deliverables with their first verdict in the period, those accepted at once."
            }
            Self::Availability24h => {
                "Of the pod requests whose answer was due, those answered within 24 hours."
            }
            Self::PodRequestLeadTime => {
                "Of the pod requests that settled, those made 7 days before they are needed."
            }
            Self::PlatformAdoption => {
                "Of the stage changes, those recorded within 5 minutes of happening."
            }
        }
    }
}
