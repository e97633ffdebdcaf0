//! The numbers that there are, by the names of DOMAIN section 5, in its order.

use crate::{handoff::HandoffKind, named};

named! {
    /// A number that the department is judged by.
    pub enum Metric {
        ActiveEngagements = "active_engagements",
        HandoffCompliance1 = "handoff_compliance_1",
        HandoffCompliance2 = "handoff_compliance_2",
        HandoffCompliance3 = "handoff_compliance_3",
        HandoffCompliance4 = "handoff_compliance_4",
        CaseStudies = "case_studies",
        OnboardingDays = "onboarding_days",
        ProductionMargin = "production_margin",
        OnTimeDelivery = "on_time_delivery",
        JobRequests = "job_requests",
        Nps = "nps",
        Producers = "producers",
        ClientsPerProducer = "clients_per_producer",
        ProducerRampWeeks = "producer_ramp_weeks",
        Milestone = "milestone",
        SowPackage48h = "sow_package_48h",
        QcFirstPass = "qc_first_pass",
        Availability24h = "availability_24h",
        PodRequestLeadTime = "pod_request_lead_time",
        PlatformAdoption = "platform_adoption",
    }
}

/// How a number reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A plain count or score.
    Count,
    /// A share, shown as a percentage with one decimal.
    Percent,
    /// Days, with one decimal.
    Days,
    /// Weeks, with one decimal.
    Weeks,
    /// So many to one.
    Ratio,
    /// Done or not.
    Done,
}

impl Metric {
    /// The compliance of one kind of handoff.
    pub const fn compliance(kind: HandoffKind) -> Self {
        match kind {
            HandoffKind::SalesToProduction => Self::HandoffCompliance1,
            HandoffKind::ProductionToGenerative => Self::HandoffCompliance2,
            HandoffKind::GenerativeToProduction => Self::HandoffCompliance3,
            HandoffKind::ProductionToSales => Self::HandoffCompliance4,
        }
    }

    /// How it reads.
    pub const fn unit(self) -> Unit {
        match self {
            Self::ActiveEngagements
            | Self::CaseStudies
            | Self::JobRequests
            | Self::Nps
            | Self::Producers => Unit::Count,
            Self::OnboardingDays => Unit::Days,
            Self::ProducerRampWeeks => Unit::Weeks,
            Self::ClientsPerProducer => Unit::Ratio,
            Self::Milestone => Unit::Done,
            _ => Unit::Percent,
        }
    }

    /// Whether its denominator is always 1, so that it counts rather than compares.
    pub const fn is_count(self) -> bool {
        matches!(
            self,
            Self::ActiveEngagements
                | Self::CaseStudies
                | Self::JobRequests
                | Self::Producers
                | Self::Milestone
        )
    }

    /// Whether it is about one instant, not about a period.
    pub const fn is_level(self) -> bool {
        matches!(
            self,
            Self::ActiveEngagements | Self::Producers | Self::ClientsPerProducer | Self::Milestone
        )
    }

    /// What people call it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::ActiveEngagements => "Active engagements",
            Self::HandoffCompliance1 => "Handoff 1 compliance",
            Self::HandoffCompliance2 => "Handoff 2 compliance",
            Self::HandoffCompliance3 => "Handoff 3 compliance",
            Self::HandoffCompliance4 => "Handoff 4 compliance",
            Self::CaseStudies => "Case-study packages",
            Self::OnboardingDays => "Onboarding time",
            Self::ProductionMargin => "Production margin",
            Self::OnTimeDelivery => "On-time delivery",
            Self::JobRequests => "Job requests",
            Self::Nps => "NPS",
            Self::Producers => "Producers",
            Self::ClientsPerProducer => "Clients per producer",
            Self::ProducerRampWeeks => "Producer ramp",
            Self::Milestone => "Milestone",
            Self::SowPackage48h => "SOW package in 48 h",
            Self::QcFirstPass => "QC first pass",
            Self::Availability24h => "Availability in 24 h",
            Self::PodRequestLeadTime => "Pod request lead time",
            Self::PlatformAdoption => "Platform adoption",
        }
    }
}
