//! The versions of the demo's deliverables: what QC looks at in each workflow, what it said, and what is in the making.

use super::{repertoire::RETAKES, rng::Rng};
use crate::{
    Result, Service,
    db::{
        Tx,
        rows::{
            DeliverableVersionRow, HandoffEventRow, HandoffRow, QcMarkRow, QcVerdictRow,
            meaning::json,
        },
    },
    export::Stored,
    live::{self, Change},
    quality::{save_version, write_checklist},
};
use chrono::TimeDelta;
use domain::{
    board::HandoffCard,
    policy::Actor,
    quality::{Checklist, QcLine, SaveVersion},
};
use std::collections::HashMap;
use uuid::Uuid;

/// What QC looks at, in the order of [`RETAKES`]: each reason is a failure of its line.
const LINES: [&str; RETAKES.len()] = [
    "No artifacts in hands, faces and text",
    "Logo and type stay as they are",
    "Colors within the brand's tolerance",
    "No banding, noise or compression",
    "Every format exported in its size",
    "Texture and light match the references",
];
/// What is looked at in films besides.
const OF_FILMS: &str = "Sound, captions and safe areas";
/// What makers say of a version.
const NOTES: [&str; 4] = [
    "",
    "Two alternatives for the end frame are in the folder.",
    "Graded against the brand board of last month.",
    "",
];
/// Deliverables that were opened longer ago are told without their versions.
const TOLD: TimeDelta = TimeDelta::days(200);

/// Writes the checklists of all workflows, and the versions of the deliverables of the last months.
pub async fn write(service: &Service, system: &Actor, stored: &Stored, seed: u64) -> Result<()> {
    let mut rng = Rng::new(seed).fork();
    let mut tx = service.db().write().await?;
    let lists = checklists(service, &mut tx, stored).await?;
    let rows = Rows::of(service, stored, &lists, &mut rng)?;
    DeliverableVersionRow::insert(&mut tx, &rows.versions).await?;
    QcVerdictRow::insert(&mut tx, &rows.verdicts).await?;
    QcMarkRow::insert(&mut tx, &rows.marks).await?;
    let change = Change {
        client: None,
        entity: "deliverable_version",
        id: String::new(),
        version: 0,
        action: "told",
        body: rows.versions.len(),
    };
    live::append(&mut tx, system, service.now(), change).await?;
    service.commit(tx).await
}

/// The checklist of each workflow.
async fn checklists(
    service: &Service,
    tx: &mut Tx,
    stored: &Stored,
) -> Result<HashMap<Uuid, Checklist>> {
    let mut lists = HashMap::new();
    for workflow in &stored.workflows {
        let name = workflow.name.to_lowercase();
        let films = ["film", "video", "cut"]
            .iter()
            .any(|word| name.contains(word));
        let text = match films {
            true => format!("{}\n{OF_FILMS}", LINES.join("\n")),
            false => LINES.join("\n"),
        };
        let list = Checklist::read(&text, &Checklist::usual(), || service.id());
        let list = list.ok().flatten().unwrap_or_else(Checklist::usual);
        write_checklist(tx, workflow.id, Some(&list)).await?;
        lists.insert(workflow.id, list);
    }
    Ok(lists)
}

#[derive(Default)]
struct Rows {
    versions: Vec<DeliverableVersionRow>,
    verdicts: Vec<QcVerdictRow>,
    marks: Vec<QcMarkRow>,
}

impl Rows {
    fn of(
        service: &Service,
        stored: &Stored,
        lists: &HashMap<Uuid, Checklist>,
        rng: &mut Rng,
    ) -> Result<Self> {
        let jobs: HashMap<_, _> = stored
            .jobs
            .iter()
            .map(|job| (job.id, job.workflow))
            .collect();
        let mut events: HashMap<Uuid, Vec<&HandoffEventRow>> = HashMap::new();
        for event in &stored.handoff_events {
            events.entry(event.handoff).or_default().push(event);
        }
        let usual = Checklist::usual();
        let mut rows = Self::default();
        for handoff in stored.handoffs.iter().filter(|one| one.kind == 3) {
            let workflow = handoff.job.and_then(|job| jobs.get(&job));
            let list = workflow.and_then(|id| lists.get(id)).unwrap_or(&usual);
            let told = events.get(&handoff.id).map_or(&[][..], Vec::as_slice);
            let recent = told
                .first()
                .is_some_and(|event| event.at > service.now() - TOLD);
            if recent {
                rows.tell(service, handoff, told, list, rng)?;
            }
        }
        Ok(rows)
    }

    /// A version for each submission, a verdict for each return and acceptance.
    fn tell(
        &mut self,
        service: &Service,
        handoff: &HandoffRow,
        told: &[&HandoffEventRow],
        list: &Checklist,
        rng: &mut Rng,
    ) -> Result<()> {
        let (mut number, mut since) = (0, None);
        for event in told {
            match event.kind.as_str() {
                "submitted" => {
                    number += 1;
                    let all: Vec<_> = list.lines.iter().map(|line| line.id).collect();
                    self.versions.push(DeliverableVersionRow {
                        id: service.id(),
                        handoff: handoff.id,
                        number,
                        maker: event.actor_person,
                        made_by: None,
                        made_at: since.unwrap_or(event.at),
                        link: format!(
                            "https://review.demo.baton.example/{}/v{number}",
                            handoff.key
                        ),
                        note: (*rng.pick(&NOTES)).to_owned(),
                        checks: json(&list.checks(&all))?,
                        submitted_at: Some(event.at),
                    });
                }
                "returned" | "accepted" if number > 0 => self.judge(service, event, list),
                _ => {}
            }
            since = Some(event.at);
        }
        Ok(())
    }

    fn judge(&mut self, service: &Service, event: &HandoffEventRow, list: &Checklist) {
        let Some(version) = self.versions.last() else {
            return;
        };
        let accepted = event.kind == "accepted";
        let verdict = QcVerdictRow {
            id: service.id(),
            version: version.id,
            at: event.at,
            accepted,
            reason: event.reason.clone(),
            actor_person: event.actor_person,
            actor_user: None,
            taken_back_at: None,
        };
        let failed = RETAKES.iter().position(|reason| *reason == event.reason);
        let line = failed.and_then(|at| list.lines.get(at));
        if let Some(line) = line.filter(|_| !accepted) {
            self.marks.push(mark(verdict.id, line, &event.reason));
        }
        self.verdicts.push(verdict);
    }
}

fn mark(verdict: Uuid, line: &QcLine, note: &str) -> QcMarkRow {
    QcMarkRow {
        verdict,
        seq: 1,
        line: line.id.0,
        words: line.words.to_string(),
        passed: false,
        note: note.to_owned(),
    }
}

/// What is in the making is begun: a few more lines looked at each time, each second one with something to look at.
pub async fn begin(
    service: &Service,
    system: &Actor,
    card: &HandoffCard,
    place: usize,
) -> Result<()> {
    let lines = crate::quality::lines(service, system, card.id).await?;
    let looked_at = place % (lines.len() + 1);
    let there = place % 2 == 1;
    let command = SaveVersion {
        id: card.id,
        version: card.version,
        link: match there {
            true => format!("https://review.demo.baton.example/{}", card.id),
            false => String::new(),
        },
        note: String::new(),
        ticked: lines
            .iter()
            .take(looked_at)
            .map(|(line, _)| *line)
            .collect(),
    };
    save_version(service, system, command).await.map(drop)
}
