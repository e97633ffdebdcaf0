//! Generative's answer to a pod request, role by role.

use super::{
    PodRole,
    line::{BadField, BadLine, optional, some_day},
};
use crate::{
    ids::{HandoffId, PersonId},
    text::Label,
    time::Day,
};
use serde::{Deserialize, Serialize};

/// Who takes a role, or when somebody can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Availability {
    /// Somebody is free.
    Free {
        /// Who.
        person: PersonId,
        /// From which day on.
        from: Day,
        /// Percent of that person's week, 1 to 100.
        load: u8,
    },
    /// Nobody is, before that day.
    NotBefore(Day),
}

/// The answer for one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleAnswer {
    /// The place of the role in the request, from 0.
    pub role: usize,
    /// Who takes it, or when somebody can.
    pub availability: Availability,
}

/// The answer for one role as a form posts it: a person with the day and load, or only a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct AnswerFields {
    pub person: String,
    pub from: String,
    pub load: String,
}

impl AnswerFields {
    fn read(&self) -> Result<Availability, BadField> {
        let bad = |field, sentence: &str| BadField {
            field,
            sentence: sentence.to_owned(),
        };
        let person: Option<PersonId> = optional("person", &self.person, "a person of the list")?;
        let from: Option<Day> = some_day("from", &self.from)?;
        let from = from.ok_or_else(|| {
            bad("from", "The day is empty: say from when that person is free, or before which day nobody is.")
        })?;
        let Some(person) = person else {
            return Ok(Availability::NotBefore(from));
        };
        let wanted = "percent of a week from 1 to 100, such as 50";
        let text = self.load.trim().trim_end_matches('%');
        let load: u8 = optional("load", text, wanted)?.unwrap_or(100);
        if !(1..=100).contains(&load) {
            return Err(bad(
                "load",
                &format!("`{load}` does not do here: write {wanted}."),
            ));
        }
        Ok(Availability::Free { person, from, load })
    }
}

/// Generative's answer, due 24 hours after the request's submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRoles {
    /// Of which handoff.
    pub id: HandoffId,
    /// The version that the answerer saw.
    pub version: i64,
    /// One line a role, in the order of the request.
    pub lines: Vec<AnswerFields>,
    /// What else to say; may be empty.
    pub remark: String,
}

/// Why an answer is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadAnswer {
    /// A line will not do.
    #[error(transparent)]
    Line(#[from] BadLine),
    /// The request was changed, or the answer is to another one.
    #[error("The request has {asked} roles and the answer {answered} lines: answer each role.")]
    Uneven {
        /// Roles of the request.
        asked: usize,
        /// Lines of the answer.
        answered: usize,
    },
}

/// The answer to a request for `roles`: each is answered.
///
/// # Errors
/// The first line that will not do.
pub fn check_answers(
    roles: &[PodRole],
    lines: &[AnswerFields],
) -> Result<Vec<RoleAnswer>, BadAnswer> {
    if roles.len() != lines.len() {
        return Err(BadAnswer::Uneven {
            asked: roles.len(),
            answered: lines.len(),
        });
    }
    let answers = lines.iter().enumerate().map(|(role, line)| {
        let availability = line.read().map_err(|bad| BadLine { line: role, bad })?;
        Ok(RoleAnswer { role, availability })
    });
    answers.collect()
}

/// That a pod request is not answered, or not all of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unanswered {
    /// Nobody has said anything yet.
    #[error("Nobody has said yet who is available: answer the request first, then accept it.")]
    Request,
    /// These roles have no answer.
    #[error(
        "Nobody has said yet who takes {}: answer each role first, then accept the request.",
        listed(.0)
    )]
    Roles(Vec<Label>),
}

/// Whether Generative has answered a request for `roles`, so that it can be accepted: each of them with a person or with
/// the day before which nobody is free; in words (`answered`) where the request names its roles in words.
///
/// # Errors
/// What has no answer.
pub fn check_answered(
    roles: &[PodRole],
    answers: &[RoleAnswer],
    answered: bool,
) -> Result<(), Unanswered> {
    let has_answer = |role: usize| answers.iter().any(|answer| answer.role == role);
    let open = roles.iter().enumerate();
    let open: Vec<Label> = open
        .filter(|(role, _)| !has_answer(*role))
        .map(|(_, role)| role.title.clone())
        .collect();
    match (roles.is_empty(), open.is_empty()) {
        (true, _) if !answered => Err(Unanswered::Request),
        (false, false) => Err(Unanswered::Roles(open)),
        _ => Ok(()),
    }
}

/// What of `answers` still holds once the roles `before` read as `now`: a role that is asked for as it was keeps its
/// answer, wherever it stands.
pub fn answers_kept(
    before: &[PodRole],
    answers: &[RoleAnswer],
    now: &[PodRole],
) -> Vec<RoleAnswer> {
    let mut left = answers.to_vec();
    let keep = |(role, asked): (usize, &PodRole)| {
        let same = left
            .iter()
            .position(|answer| before.get(answer.role) == Some(asked))?;
        Some(RoleAnswer {
            role,
            ..left.remove(same)
        })
    };
    now.iter().enumerate().filter_map(keep).collect()
}

fn listed(roles: &[Label]) -> String {
    match roles {
        [] => String::new(),
        [one] => one.to_string(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(Label::as_str).collect();
            format!("{} and {last}", most.join(", "))
        }
    }
}
