//! What the demo's workflows ask for with a request, and what its clients answered.

use super::{repertoire::WORKS, rng::Rng};
use crate::{
    Result, Service,
    db::{Tx, rows::JobAnswerRow},
    export::Stored,
    jobs::write_request_form,
    live::{self, Change},
};
use chrono::TimeDelta;
use domain::{job::RequestForm, policy::Actor};
use std::collections::HashMap;
use uuid::Uuid;

/// A field as a form is written, and what clients answer to it; files are told without.
type Ask = (&'static str, &'static [&'static str]);

/// Jobs that came in longer ago were sent before there were forms.
const ASKED: TimeDelta = TimeDelta::days(60);

const SHOWN: Ask = (
    "needed text: Where will it be shown?",
    &[
        "Product page and newsletter",
        "Paid social in four countries",
        "The retailer's shelf screens",
    ],
);
const SIZES: Ask = (
    "needed text: Which sizes?",
    &[
        "1:1, 4:5 and 9:16",
        "As in the media plan",
        "1920 × 1080 alone",
    ],
);
const LANGUAGES: Ask = (
    "needed text: In which languages?",
    &[
        "English and French",
        "English, German, Spanish",
        "English alone",
    ],
);
const MUSIC: Ask = (
    "text: Which music or voice?",
    &[
        "The sting of the launch film",
        "None: it plays silent",
        "Your proposal",
    ],
);
const MUST_STAY: Ask = (
    "text: What must stay as it is?",
    &["Label and cap", "The crop", "Nothing: be free"],
);
const COPY: Ask = ("file: Approved copy", &[]);
const PHOTOS: Ask = ("needed file: Photos of the product", &[]);
const REFERENCES: Ask = ("file: Pictures that show the mood", &[]);

/// What each kind of work asks for, in the order of [`WORKS`].
const FORMS: [&[Ask]; WORKS.len()] = [
    &[SHOWN, PHOTOS, REFERENCES],
    &[SHOWN, MUSIC, COPY],
    &[SIZES, LANGUAGES],
    &[SIZES, REFERENCES],
    &[MUST_STAY, PHOTOS],
    &[SHOWN, MUST_STAY, PHOTOS],
    &[LANGUAGES, ("needed file: Legal lines and prices", &[])],
    &[MUSIC, ("needed file: Script or outline", &[])],
    &[
        ("needed file: Pictures to learn from", &[]),
        (
            "text: What changed since the last model?",
            &["The finish", "A new shape of bottle"],
        ),
    ],
    &[SIZES, COPY, REFERENCES],
    &[
        (
            "needed text: When is it sent?",
            &["Next Tuesday at eight", "With the drop"],
        ),
        COPY,
    ],
    &[SIZES, MUSIC],
    &[SHOWN, REFERENCES],
    &[MUST_STAY, ("needed file: Swatches of the shades", &[])],
];

/// Writes the request forms of all workflows, and what was answered in the last weeks.
pub async fn write(service: &Service, system: &Actor, stored: &Stored, seed: u64) -> Result<()> {
    let mut rng = Rng::new(seed).fork();
    let mut tx = service.db().write().await?;
    let mut asked = HashMap::new();
    for workflow in &stored.workflows {
        let place = WORKS.iter().position(|work| work.name == workflow.name);
        let Some(asks) = place.and_then(|place| FORMS.get(place)) else {
            continue;
        };
        write_form(service, &mut tx, workflow.id, asks).await?;
        asked.insert(workflow.id, *asks);
    }
    let since = service.now() - ASKED;
    let recent = stored.jobs.iter().filter(|job| job.submitted_at > since);
    let rows: Vec<JobAnswerRow> = recent
        .filter_map(|job| Some(answers(job.id, asked.get(&job.workflow)?, &mut rng)))
        .flatten()
        .collect();
    JobAnswerRow::insert(&mut tx, &rows).await?;
    let change = Change {
        client: None,
        entity: "request_field",
        id: String::new(),
        version: 0,
        action: "told",
        body: asked.len(),
    };
    live::append(&mut tx, system, service.now(), change).await?;
    service.commit(tx).await
}

async fn write_form(service: &Service, tx: &mut Tx, workflow: Uuid, asks: &[Ask]) -> Result<()> {
    let lines: Vec<&str> = asks.iter().map(|(line, _)| *line).collect();
    let form = RequestForm::read(&lines.join("\n"), &RequestForm::default(), || service.id());
    write_request_form(tx, workflow, &form.unwrap_or_default()).await
}

fn answers(job: Uuid, asks: &[Ask], rng: &mut Rng) -> Vec<JobAnswerRow> {
    let texts = asks.iter().filter(|(_, answers)| !answers.is_empty());
    let row = |(seq, (line, answers)): (i64, &Ask)| JobAnswerRow {
        job,
        seq,
        words: line
            .split_once(": ")
            .map_or(*line, |(_, words)| words)
            .to_owned(),
        body: (*rng.pick(answers)).to_owned(),
        file: None,
    };
    (1..).zip(texts).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_work_has_a_form_that_can_be_read() {
        for (work, asks) in WORKS.iter().zip(FORMS) {
            let lines: Vec<&str> = asks.iter().map(|(line, _)| *line).collect();
            let form = RequestForm::read(&lines.join("\n"), &RequestForm::default(), Uuid::nil);
            let form = form.unwrap_or_else(|bad| panic!("{}: {bad}", work.name));
            assert!(
                form.fields.iter().any(|field| field.needed) || asks.len() > 1,
                "{}",
                work.name
            );
        }
    }
}
