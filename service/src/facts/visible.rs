//! The facts that a viewer may see.

use domain::{
    facts::Facts,
    ids::{EngagementId, WorkflowId},
    money::Cents,
    people::AccessRole,
    policy::{Action, Actor, check_role, scope},
};
use std::collections::HashSet;

/// Leaves of `facts` what `actor` may see: a client its own company's work without the agency's
/// people, handoffs and money; staff without the role for it, no fees or no costs.
pub fn visible(mut facts: Facts, actor: &Actor) -> Facts {
    keep_scope(&mut facts, actor);
    if actor.role == AccessRole::Client {
        hide_agency(&mut facts);
    }
    if check_role(actor.role, Action::SeeFees).is_err() {
        facts
            .engagements
            .iter_mut()
            .for_each(|engagement| engagement.monthly_fee = Cents(0));
    }
    if check_role(actor.role, Action::SeeMargin).is_err() {
        facts.costs.clear();
        facts
            .people
            .iter_mut()
            .for_each(|person| person.monthly_cost = None);
    }
    facts
}

fn keep_scope(facts: &mut Facts, actor: &Actor) {
    let scope = scope(actor);
    facts.clients.retain(|client| scope.has(client.id));
    facts
        .engagements
        .retain(|engagement| scope.has(engagement.client));
    facts.surveys.retain(|survey| scope.has(survey.client));
    let engagements: HashSet<EngagementId> = facts.engagements.iter().map(|e| e.id).collect();
    facts
        .workflows
        .retain(|workflow| engagements.contains(&workflow.engagement));
    facts
        .handoffs
        .retain(|handoff| engagements.contains(&handoff.engagement));
    facts
        .costs
        .retain(|cost| engagements.contains(&cost.engagement));
    let workflows: HashSet<WorkflowId> = facts.workflows.iter().map(|w| w.id).collect();
    facts.jobs.retain(|job| workflows.contains(&job.workflow));
}

fn hide_agency(facts: &mut Facts) {
    facts.people.clear();
    facts.pods.clear();
    facts.handoffs.clear();
    facts.milestones.clear();
    for engagement in &mut facts.engagements {
        engagement.account_manager = None;
        engagement.producer = None;
        engagement.backup = None;
        engagement.pod = None;
    }
}
