//! Somebody with a browser, who does things at random to what their screen shows at that moment.

use super::{
    deed::{Deed, is_an_answer},
    view::View,
};
use crate::support::{Answer, Baton, Feed, Who};
use domain::{
    board::{HandoffCard, MoveHandoff, Moved, Place},
    handoff::{HandoffEventKind, HandoffKind, Stage, event_between},
    ids::PodId,
    job::{JobEventKind, JobList},
    quality::{Checklist, Mark, QcLine},
};
use rand::{Rng as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};
use std::sync::{Arc, Mutex};

const NO_FILTER: &str =
    r#"{"filter":{"kinds":[],"clients":[],"producers":[],"mine":false,"at_risk":false,"text":""}}"#;
const ALL_JOBS: &str = r#"{"filter":{"states":[],"clients":[],"workflows":[],"producers":[],"at_risk":false,"text":""},"page":0}"#;

#[derive(Clone)]
pub struct Browser {
    pub who: Who,
    pub session: String,
    pub view: Arc<Mutex<View>>,
    seed: u64,
}

impl Browser {
    /// Opens the board (a client: the portal), and follows what changes.
    pub async fn open(baton: &Arc<Baton>, who: Who, seed: u64) -> Self {
        baton.cookie(who).await;
        let session = baton.new_session(who).await;
        let mut browser = Self {
            who,
            session,
            view: Arc::default(),
            seed,
        };
        if !browser.is_client() {
            let first = browser.ask(baton, "load_first_board", NO_FILTER).await;
            let whole = browser.ask(baton, "load_whole_board", "{}").await;
            browser.view = Arc::new(Mutex::new(View::of(first, whole)));
        }
        let after = browser.view.lock().unwrap().seq;
        let mut feed = Feed::open(baton, &browser.session, Some(after)).await;
        let view = browser.view.clone();
        tokio::spawn(async move {
            while let Some(event) = feed.next().await {
                view.lock().unwrap().hear(&event);
            }
        });
        browser
    }

    pub fn is_client(&self) -> bool {
        matches!(self.who, Who::Nora | Who::Sam)
    }

    /// Asks for something that it may see.
    pub async fn ask<T: serde::de::DeserializeOwned>(
        &self,
        baton: &Baton,
        function: &str,
        arguments: &str,
    ) -> T {
        let answer = baton.call_in(&self.session, function, arguments).await;
        serde_json::from_str(&answer.body).unwrap_or_else(|error| panic!("{error}: {answer:?}"))
    }

    /// Does so many things, one after another.
    pub async fn work(self, baton: Arc<Baton>, deeds: usize) -> Vec<Deed> {
        let mut hand = Hand {
            baton: &baton,
            browser: &self,
            random: StdRng::seed_from_u64(self.seed),
        };
        let mut done = Vec::new();
        for number in 0..deeds {
            let mark = format!("[{}/{number}]", self.seed);
            done.push(hand.something(mark).await);
        }
        done
    }
}

struct Hand<'a> {
    baton: &'a Baton,
    browser: &'a Browser,
    random: StdRng,
}

impl Hand<'_> {
    async fn something(&mut self, mark: String) -> Deed {
        if self.browser.is_client() {
            return self.move_job(mark).await;
        }
        let cards = self.browser.view.lock().unwrap().open();
        let accepted = self.browser.view.lock().unwrap().all();
        let card = self.one_of(&cards).clone();
        match self.random.random_range(0..100) {
            0..36 => self.move_card(mark, &card).await,
            36..48 => self.place(mark, &card, &cards).await,
            48..58 => self.fill(mark, &card).await,
            58..68 => {
                let any = self.one_of(&accepted).clone();
                self.take_back(mark, &any).await
            }
            68..76 => self.comment(mark, &card).await,
            76..84 => self.move_together(mark, &cards).await,
            84..86 => self.limit(mark, &card).await,
            86..89 => self.answer(mark, &card).await,
            _ => self.move_job(mark).await,
        }
    }

    fn one_of<'c, T>(&mut self, choices: &'c [T]) -> &'c T {
        choices.choose(&mut self.random).expect("nothing to choose")
    }

    async fn call(&self, function: &str, arguments: &str) -> Answer {
        self.baton
            .call_in(&self.browser.session, function, arguments)
            .await
    }

    /// A move to a stage that is likely to be next, with what may be asked of it.
    fn a_move(&mut self, mark: &str, card: &HandoffCard) -> MoveHandoff {
        let next: Vec<Stage> = Stage::ALL
            .iter()
            .copied()
            .filter(|to| event_between(card.stage, *to).is_some())
            .collect();
        let to = match self.random.random_range(0..10) {
            0 => *self.one_of(Stage::ALL),
            _ => *self.one_of(&next),
        };
        let said = |often: bool| often.then(|| format!("Because {mark}"));
        let judged = card.kind == HandoffKind::GenerativeToProduction && to == Stage::Accepted;
        let marks = match judged && self.random.random_bool(0.8) {
            true => every_line_passed(),
            false => Vec::new(),
        };
        let place = self.random.random_bool(0.2).then_some(Place::First);
        MoveHandoff {
            waive: said(self.random.random_bool(0.8)),
            reason: said(self.random.random_bool(0.8)),
            marks,
            over_limit: said(self.random.random_bool(0.6)),
            pod: Some(PodId(self.baton.agency.id("core"))),
            case_study: to == Stage::Accepted && self.random.random_bool(0.3),
            place,
            ..MoveHandoff::plain(card.id, card.version, to)
        }
    }

    async fn move_card(&mut self, mark: String, card: &HandoffCard) -> Deed {
        let asked = self.a_move(&mark, card);
        let told = ("handoff", told_of(card.stage, asked.to));
        let asked = serde_json::json!({ "asked": asked }).to_string();
        let answer = self.call("send_move", &asked).await;
        Deed::of(mark, told, &answer)
    }

    async fn place(&mut self, mark: String, card: &HandoffCard, cards: &[HandoffCard]) -> Deed {
        let neighbour = self.one_of(cards).id;
        let place = match self.random.random_bool(0.3) {
            true => Place::First,
            false => Place::After(neighbour),
        };
        let asked = MoveHandoff {
            place: Some(place),
            ..MoveHandoff::plain(card.id, card.version, card.stage)
        };
        let asked = serde_json::json!({ "asked": asked }).to_string();
        let answer = self.call("send_move", &asked).await;
        Deed::of(mark, ("handoff", "arranged"), &answer)
    }

    async fn fill(&mut self, mark: String, card: &HandoffCard) -> Deed {
        let (item, _) = *self.one_of(&card.items);
        let (id, version, item) = (card.id, card.version, item.name());
        let back = self.random.random_bool(0.2);
        let answer = if back {
            let asked = format!("id={id}&version={version}&item={item}");
            self.call("take_back_text", &asked).await
        } else {
            let asked = format!("id={id}&version={version}&item={item}&body=Written+{mark}");
            self.call("save_item", &asked).await
        };
        Deed::of(mark, ("handoff", "prepared"), &answer)
    }

    async fn take_back(&self, mark: String, card: &HandoffCard) -> Deed {
        let asked = format!("id={}&version={}", card.id, card.version);
        let answer = self.call("take_back_move", &asked).await;
        Deed::of(mark, ("handoff", "took back a move of"), &answer)
    }

    async fn comment(&self, mark: String, card: &HandoffCard) -> Deed {
        let asked = format!("about=handoff:{}&text=Hello+{mark}", card.id);
        let answer = self.call("write_comment", &asked).await;
        Deed::of(mark, ("comment", "commented on"), &answer)
    }

    async fn move_together(&mut self, mark: String, cards: &[HandoffCard]) -> Deed {
        let count = self.random.random_range(2..5);
        let some: Vec<HandoffCard> = cards
            .choose_multiple(&mut self.random, count)
            .cloned()
            .collect();
        let asked: Vec<MoveHandoff> = some.iter().map(|card| self.a_move(&mark, card)).collect();
        let sent = serde_json::json!({ "asked": asked }).to_string();
        let answer = self.call("send_moves", &sent).await;
        assert!(is_an_answer(answer.status), "{mark}: {answer:?}");
        let moved: Vec<Moved> = serde_json::from_str(&answer.body).unwrap();
        let went = some.iter().zip(&asked).zip(&moved);
        let went = went.filter(|(_, moved)| moved.refused.is_none());
        Deed {
            mark,
            told: went
                .map(|((card, asked), _)| ("handoff", told_of(card.stage, asked.to)))
                .collect(),
            // The others' texts bear the same mark.
            refused: moved.iter().all(|moved| moved.refused.is_some()),
        }
    }

    async fn limit(&mut self, mark: String, card: &HandoffCard) -> Deed {
        let most = self.random.random_range(1..9);
        let hard = self.random.random_bool(0.3);
        let (kind, stage) = (card.kind.number(), Stage::Submitted.name());
        let asked = format!("kind={kind}&stage={stage}&most={most}&hard={hard}");
        let answer = self.call("limit_column", &asked).await;
        Deed::of(mark, ("board_limit", "limited"), &answer)
    }

    async fn answer(&self, mark: String, card: &HandoffCard) -> Deed {
        let (id, version) = (card.id, card.version);
        let asked = format!("id={id}&version={version}&answer=Free+{mark}");
        let answer = self.call("answer_request", &asked).await;
        Deed::of(mark, ("handoff", "answered"), &answer)
    }

    async fn move_job(&mut self, mark: String) -> Deed {
        let jobs = self.jobs().await;
        let (id, version) = self.one_of(&jobs).clone();
        // What is rare in an agency is rare here as well: jobs that are over are no work any more.
        let event = match self.random.random_range(0..40) {
            0 => JobEventKind::Cancelled,
            1 => JobEventKind::Declined,
            _ => *self.one_of(JobEventKind::ALL),
        };
        let name = event.name();
        let asked = format!("id={id}&version={version}&event={name}&reason=Since+{mark}");
        let answer = self.call("move_job", &asked).await;
        Deed::of(mark, ("job", job_verb(event)), &answer)
    }

    async fn jobs(&self) -> Vec<(String, i64)> {
        if !self.browser.is_client() {
            let list: JobList = self.browser.ask(self.baton, "load_jobs", ALL_JOBS).await;
            let jobs = list.cards.into_iter();
            return jobs.map(|job| (job.id.to_string(), job.version)).collect();
        }
        let home = r#"{"past":0}"#;
        let home: domain::job::PortalHome = self.browser.ask(self.baton, "load_home", home).await;
        let asked = home.needs_you.into_iter().map(|(card, _)| card);
        let past = home.past.into_iter().map(|(card, _)| card);
        let all = asked.chain(home.in_progress).chain(past);
        all.map(|card| (card.id.to_string(), card.version))
            .collect()
    }
}

/// QC's verdict by the usual checklist, which all workflows of `tests/data` have.
fn every_line_passed() -> Vec<Mark> {
    let lines = Checklist::usual().lines.into_iter();
    let mark = |line: QcLine| Mark {
        line: line.id,
        passed: true,
        note: String::new(),
    };
    lines.map(mark).collect()
}

/// As the log says it.
fn told_of(from: Stage, to: Stage) -> &'static str {
    match event_between(from, to) {
        Some(HandoffEventKind::Submitted) => "submitted",
        Some(HandoffEventKind::InReview) => "took into review",
        Some(HandoffEventKind::Accepted) => "accepted",
        Some(HandoffEventKind::Returned) => "returned",
        _ => "arranged",
    }
}

fn job_verb(event: JobEventKind) -> &'static str {
    match event {
        JobEventKind::Accepted => "accepted",
        JobEventKind::Declined => "declined",
        JobEventKind::Production => "took into production",
        JobEventKind::Qc => "took to QC",
        JobEventKind::Delivered => "delivered",
        JobEventKind::ChangesRequested => "asked for changes to",
        JobEventKind::Approved => "approved",
        JobEventKind::Held => "put on hold",
        JobEventKind::Resumed => "resumed",
        JobEventKind::Cancelled => "cancelled",
    }
}
