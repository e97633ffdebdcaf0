use super::{Ask, Asking, Draft, Verdict, verdict};
use crate::pages::board::sample::{card, of_kind};
use domain::{
    board::HandoffCard,
    handoff::{HandoffKind, Item, Stage, answer_clock, gate::ItemState},
    ids::PodId,
    people::AccessRole,
    quality::Checklist,
    time::Instant,
};
use leptos::prelude::*;
use uuid::Uuid;

fn lacking(items: &[Item]) -> HandoffCard {
    let mut card = card(1, 3, Stage::Preparing);
    for (item, state) in &mut card.items {
        if items.contains(item) {
            *state = ItemState::Missing;
        }
    }
    card
}

fn asking(card: &HandoffCard, to: Stage, role: AccessRole) -> Asking {
    let Verdict::Goes(ask) = verdict(card, to, role) else {
        panic!("the move is not there")
    };
    let mut draft = Draft::default();
    draft.prepare(card);
    Asking::new(card.clone(), to, ask, draft)
}

#[test]
fn a_gate_asks_for_exactly_what_is_missing() {
    let card = lacking(&[Item::Budget, Item::Milestones]);
    let asked = verdict(&card, Stage::Submitted, AccessRole::Sales);
    assert_eq!(
        asked,
        Verdict::Goes(Ask::Items(vec![Item::Milestones, Item::Budget]))
    );
    assert_eq!(asked.hint().as_deref(), Some("Asks for 2 items"));
}

#[test]
fn who_may_not_is_told_who_may() {
    let Verdict::Refused(why) = verdict(&lacking(&[]), Stage::Submitted, AccessRole::Generative)
    else {
        panic!("Generative submitted a SOW package");
    };
    assert!(why.contains("Sales"), "{why}");
}

#[test]
fn accepting_asks_what_its_kind_needs() {
    let of = |kind| of_kind(kind, 1, 3, Stage::InReview);
    let request = of(HandoffKind::ProductionToGenerative);
    let asked = |card: &HandoffCard| verdict(card, Stage::Accepted, AccessRole::Admin);
    assert_eq!(asked(&request), Verdict::Unanswered);
    let answered = HandoffCard {
        next_clock: Some(answer_clock(Instant::UNIX_EPOCH, Some(Instant::UNIX_EPOCH))),
        ..request
    };
    assert_eq!(asked(&answered), Verdict::Goes(Ask::Pod));
    let has_pod = HandoffCard {
        pod: Some(PodId(Uuid::nil())),
        ..answered
    };
    assert_eq!(asked(&has_pod), Verdict::Goes(Ask::Nothing));
    assert_eq!(
        asked(&of(HandoffKind::ProductionToSales)),
        Verdict::Goes(Ask::CaseStudy)
    );
    assert_eq!(
        asked(&of(HandoffKind::SalesToProduction)),
        Verdict::Goes(Ask::Nothing)
    );
    assert_eq!(
        verdict(&has_pod, Stage::InReview, AccessRole::Admin),
        Verdict::Stays
    );
}

#[test]
fn a_deliverable_is_accepted_once_every_line_passed() {
    Owner::new().with(|| {
        let card = of_kind(HandoffKind::GenerativeToProduction, 1, 3, Stage::Submitted);
        let mut asked = asking(&card, Stage::Accepted, AccessRole::Producer);
        assert_eq!(asked.ask, Ask::Qc);
        let list = Checklist::usual().lines;
        let named = list.iter().map(|line| (line.id, line.words.to_string()));
        asked.draft.lines.set(named.collect());
        let (last, most) = list.split_last().unwrap();
        asked
            .draft
            .passed
            .set(most.iter().map(|line| line.id).collect());
        let (field, why) = asked.answered().unwrap_err();
        assert_eq!(field, "marks");
        assert!(why.contains(last.words.as_str()), "{why}");
        asked.draft.passed.update(|passed| passed.push(last.id));
        let marks = asked.answered().unwrap().marks;
        assert!(marks.len() == list.len() && marks.iter().all(|mark| mark.passed));
        asked.draft.prepare(&HandoffCard { version: 5, ..card });
        assert!(asked.answered().is_err(), "another version is judged anew");
    });
}

#[test]
fn what_is_typed_goes_with_the_move_and_the_rest_is_waived_or_refused() {
    Owner::new().with(|| {
        let asked = asking(
            &lacking(&[Item::Budget, Item::Timeline]),
            Stage::Submitted,
            AccessRole::Sales,
        );
        asked
            .draft
            .item(Item::Budget)
            .set("  https://example.com/budget ".into());
        assert_eq!(asked.answered().map_err(|(field, _)| field), Err("waive"));
        asked.draft.waive.set("The client sets it".into());
        let sent = asked.answered().unwrap();
        assert_eq!(
            sent.items,
            [(Item::Budget, "https://example.com/budget".to_owned())]
        );
        assert_eq!(sent.waive.as_deref(), Some("The client sets it"));
        assert_eq!((sent.version, sent.to), (3, Stage::Submitted));
    });
}

#[test]
fn a_whole_package_waives_nothing() {
    Owner::new().with(|| {
        let asked = asking(
            &lacking(&[Item::Budget]),
            Stage::Submitted,
            AccessRole::Sales,
        );
        asked.draft.item(Item::Budget).set("42".into());
        assert_eq!(asked.answered().map(|sent| sent.waive), Ok(None));
    });
}

#[test]
fn a_return_says_why() {
    Owner::new().with(|| {
        let card = card(1, 3, Stage::Submitted);
        let asked = asking(&card, Stage::Preparing, AccessRole::Producer);
        assert_eq!(asked.ask, Ask::Reason);
        asked.draft.reason.set("   ".into());
        assert_eq!(asked.answered().map_err(|(field, _)| field), Err("reason"));
        asked.draft.reason.set("The budget is last year's".into());
        assert_eq!(
            asked.answered().unwrap().reason.as_deref(),
            Some("The budget is last year's")
        );
    });
}

#[test]
fn what_was_typed_stays_when_more_is_missing() {
    Owner::new().with(|| {
        let mut draft = Draft::default();
        draft.prepare(&lacking(&[Item::Budget]));
        draft.item(Item::Budget).set("42".into());
        draft.prepare(&lacking(&[Item::Budget, Item::Timeline]));
        assert_eq!(draft.item(Item::Budget).get_untracked(), "42");
        assert_eq!(draft.items.len(), 2);
    });
}
