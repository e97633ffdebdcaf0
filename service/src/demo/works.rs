//! What was made for the latest jobs of each engagement: pictures, scripts, sounds and papers, as files of the handoffs
//! that delivered them. All of it is drawn, written and played by a few rules.

use super::{
    art::{picture, wav},
    paper::pdf,
    rng::Rng,
    slug,
};
use crate::{
    Error, Result, Service,
    db::{
        Tx, optional,
        rows::{DeliverableFileRow, HandoffRow, JobRow},
        run,
    },
    export::Stored,
    files::{self, NewFile, Owner},
};
use bytes::Bytes;
use chrono::{DateTime, Utc};
use domain::{
    handoff::{HandoffEventKind, Stage},
    ids::*,
    policy::Actor,
};
use std::collections::HashMap;
use uuid::Uuid;

/// How many deliveries of each engagement have files.
const EACH: usize = 6;

/// Words of a workflow that makes something that moves.
const MOVES: [&str; 5] = ["film", "cutdown", "animatic", "loop", "end card"];

/// Notes of the sounds, in hertz.
const ROOTS: [f64; 4] = [196.0, 220.0, 246.9, 293.7];

/// A delivery that has files.
struct Delivery<'a> {
    handoff: HandoffId,
    at: DateTime<Utc>,
    job: &'a JobRow,
    workflow: &'a str,
    /// The place of its client.
    client: usize,
}

/// Makes the files, and hands them to their handoffs.
pub async fn write(service: &Service, system: &Actor, stored: &Stored, seed: u64) -> Result<()> {
    let mut rng = Rng::new(seed);
    let mut made = Vec::new();
    for delivery in deliveries(stored) {
        let files = make(service, &delivery, &mut rng.fork()).await?;
        made.push((delivery, files));
    }
    let mut tx = service.db().write().await?;
    for (delivery, files) in made {
        hand_over(service, &mut tx, system, &delivery, files).await?;
    }
    service.commit(tx).await
}

/// The latest of each engagement.
fn deliveries(stored: &Stored) -> Vec<Delivery<'_>> {
    let submitted = last_submissions(stored);
    let mut handed_over: Vec<(DateTime<Utc>, &HandoffRow)> = stored
        .handoffs
        .iter()
        .filter(|one| one.kind == 3 && one.stage != Stage::Preparing.name())
        .filter_map(|one| Some((*submitted.get(&one.id)?, one)))
        .collect();
    handed_over.sort_by(|(at, one), (other_at, other)| (other_at, &other.key).cmp(&(at, &one.key)));
    let mut taken: HashMap<Uuid, usize> = HashMap::new();
    handed_over.retain(|(_, one)| {
        let of_engagement = taken.entry(one.engagement).or_default();
        *of_engagement += 1;
        *of_engagement <= EACH
    });
    let all = handed_over.into_iter();
    all.filter_map(|(at, handoff)| delivery(stored, at, handoff))
        .collect()
}

/// When each handoff was last submitted.
fn last_submissions(stored: &Stored) -> HashMap<Uuid, DateTime<Utc>> {
    let events = stored.handoff_events.iter();
    let submitted = events.filter(|event| event.kind == HandoffEventKind::Submitted.name());
    submitted.map(|event| (event.handoff, event.at)).collect()
}

fn delivery<'a>(
    stored: &'a Stored,
    at: DateTime<Utc>,
    handoff: &HandoffRow,
) -> Option<Delivery<'a>> {
    let job = stored.jobs.iter().find(|job| Some(job.id) == handoff.job)?;
    let mut workflows = stored.workflows.iter();
    let workflow = workflows.find(|one| one.id == job.workflow)?;
    let mut engagements = stored.engagements.iter();
    let engagement = engagements.find(|one| one.id == handoff.engagement)?;
    let client = stored
        .clients
        .iter()
        .position(|one| one.id == engagement.client)?;
    Some(Delivery {
        handoff: HandoffId(handoff.id),
        at,
        job,
        workflow: &workflow.name,
        client,
    })
}

async fn make(service: &Service, of: &Delivery<'_>, rng: &mut Rng) -> Result<Vec<NewFile>> {
    let workflow = of.workflow.to_lowercase();
    let name = slug(of.job.title.split(':').next().unwrap_or_default());
    let mut contents: Vec<(String, Bytes)> = Vec::new();
    if MOVES.iter().any(|word| workflow.contains(word)) {
        contents.push((format!("{name}-storyboard.png"), draw(of, rng)?));
        contents.push((format!("{name}-script.txt"), script(&of.job.title).into()));
        if rng.chance(0.5) {
            contents.push((format!("{name}-music.wav"), wav(*rng.pick(&ROOTS)).into()));
        }
    } else {
        contents.push((format!("{name}-01.png"), draw(of, rng)?));
        if rng.chance(0.5) {
            contents.push((format!("{name}-02.png"), draw(of, rng)?));
        }
        if rng.chance(0.3) {
            contents.push((format!("{name}-delivery-note.pdf"), note(of).into()));
        }
    }
    let mut files = Vec::new();
    for (name, bytes) in contents {
        files.push(files::take_in(service, &name, bytes).await?);
    }
    Ok(files)
}

fn draw(of: &Delivery, rng: &mut Rng) -> Result<Bytes> {
    let picture = picture(of.client, rng);
    picture
        .map(Bytes::from)
        .map_err(|error| Error::fault("a picture of the demo", error))
}

fn script(title: &str) -> String {
    format!(
        "{title}\n\n\
         1  0:00  A dark room. Something catches the light from the left.\n\
         2  0:03  A hand comes into the frame and stops.\n\
         3  0:06  The product, close. Nobody speaks.\n\
         4  0:10  Wide: the room is full of people after all.\n\
         5  0:13  The name, once. Cut on the last beat.\n\n\
         Sound: one chord, fading. No voice.\n"
    )
}

fn note(of: &Delivery) -> Vec<u8> {
    pdf(&[
        "Delivery note".to_owned(),
        of.job.title.clone(),
        of.workflow.to_owned(),
        format!("Delivered {}", of.at.date_naive()),
        "Files in sRGB, flattened; layered originals on request.".to_owned(),
    ])
}

/// The files came when the delivery did; they are those of its last version.
async fn hand_over(
    service: &Service,
    tx: &mut Tx,
    system: &Actor,
    delivery: &Delivery<'_>,
    files: Vec<NewFile>,
) -> Result<()> {
    let sql = "SELECT id FROM deliverable_version WHERE handoff = $1 AND submitted_at IS NOT NULL
               ORDER BY number DESC LIMIT 1";
    let version = optional!(tx, (Uuid,), sql, delivery.handoff.0)?;
    let owner = Owner::Handoff(delivery.handoff);
    for id in files::attach(service, tx, system, owner, files).await? {
        let sql = "UPDATE file SET at = $1 WHERE id = $2";
        run!(tx, sql, delivery.at, id.0)?;
        if let Some((version,)) = version {
            let row = DeliverableFileRow {
                file: id.0,
                version,
            };
            DeliverableFileRow::insert(tx, &[row]).await?;
        }
    }
    Ok(())
}
