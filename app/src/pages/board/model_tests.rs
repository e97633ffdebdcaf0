use super::{
    model::{Model, Touched},
    sample::{KIND, card, id},
};
use domain::{
    board::{Board, BoardFilter, Changed, HandoffCard, LiveChange, Place},
    handoff::Stage,
    ids::HandoffId,
    time::Instant,
};

const ME: &str = "Me";

fn board(seq: i64, cards: Vec<HandoffCard>) -> Board {
    Board {
        seq,
        cards,
        accepted: vec![(KIND, 3)],
        pods: Vec::new(),
        limits: Vec::new(),
    }
}

fn loaded() -> Model {
    let mut model = Model::default();
    model.load(&board(
        10,
        vec![
            card(1, 1, Stage::Preparing),
            card(2, 1, Stage::Preparing),
            card(3, 4, Stage::Submitted),
        ],
    ));
    model
}

fn change(seq: i64, by: &str, card: HandoffCard) -> LiveChange {
    let what = Changed::Handoff(Box::new(card));
    LiveChange {
        seq,
        at: Instant::UNIX_EPOCH,
        actor_name: by.into(),
        action: "submitted".into(),
        what,
    }
}

fn column(model: &Model, stage: Stage) -> Vec<HandoffId> {
    model.cell(
        (KIND, stage),
        &BoardFilter::default(),
        None,
        Instant::UNIX_EPOCH,
    )
}

#[test]
fn a_change_touches_one_card_and_says_who() {
    let mut model = loaded();
    let touched = model.hear(change(11, "Ana", card(1, 2, Stage::Submitted)), ME);
    assert_eq!(
        touched,
        Touched {
            cards: vec![id(1)],
            places: true
        }
    );
    assert_eq!(model.entry(id(1)).unwrap().moved_by.as_deref(), Some("Ana"));
    assert_eq!(column(&model, Stage::Preparing), [id(2)]);
    assert_eq!(column(&model, Stage::Submitted), [id(1), id(3)]);
    assert_eq!(model.seq(), 11);
}

#[test]
fn an_item_filled_in_moves_nothing() {
    let mut model = loaded();
    let touched = model.hear(change(11, "Ana", card(1, 2, Stage::Preparing)), ME);
    assert_eq!(
        touched,
        Touched {
            cards: vec![id(1)],
            places: false
        }
    );
    assert_eq!(model.entry(id(1)).unwrap().moved_by, None);
}

#[test]
fn old_and_repeated_news_change_nothing() {
    let mut model = loaded();
    assert_eq!(
        model.hear(change(9, "Ana", card(3, 4, Stage::Preparing)), ME),
        Touched::default()
    );
    assert_eq!(
        model.hear(change(8, "Ana", card(3, 3, Stage::Preparing)), ME),
        Touched::default()
    );
    assert_eq!(model.entry(id(3)).unwrap().card.stage, Stage::Submitted);
    assert_eq!(model.seq(), 10);
}

#[test]
fn an_own_move_is_shown_at_once_and_settled_by_its_answer() {
    let mut model = loaded();
    model.move_ahead(id(2), Stage::Submitted, None);
    assert_eq!(
        column(&model, Stage::Submitted),
        [id(3), id(2)],
        "on its way, it is last"
    );
    assert_eq!(model.under_way(), 1);
    model.settle(card(2, 2, Stage::Submitted));
    assert_eq!(model.under_way(), 0);
    let echo = model.hear(change(11, ME, card(2, 2, Stage::Submitted)), ME);
    assert_eq!(
        echo,
        Touched::default(),
        "the echo after the answer is no second move"
    );
}

#[test]
fn an_own_move_is_settled_by_its_echo_without_a_highlight() {
    let mut model = loaded();
    model.move_ahead(id(2), Stage::Submitted, None);
    model.hear(change(11, ME, card(2, 2, Stage::Submitted)), ME);
    let entry = model.entry(id(2)).unwrap();
    assert_eq!((entry.pending, entry.moved_by.as_deref()), (None, None));
    model.settle(card(2, 2, Stage::Submitted));
    assert_eq!(column(&model, Stage::Submitted), [id(2), id(3)]);
}

#[test]
fn a_refused_move_stands_where_it_stood() {
    let mut model = loaded();
    model.move_ahead(id(2), Stage::Submitted, None);
    model.take_back(id(2));
    assert_eq!(column(&model, Stage::Preparing), [id(1), id(2)]);
}

#[test]
fn news_wait_while_a_pointer_carries_a_card() {
    let mut model = loaded();
    model.hold_back();
    assert_eq!(
        model.hear(change(11, "Ana", card(1, 2, Stage::Submitted)), ME),
        Touched::default()
    );
    assert_eq!(column(&model, Stage::Preparing), [id(1), id(2)]);
    let touched = model.let_through(ME);
    assert_eq!(
        touched,
        Touched {
            cards: vec![id(1)],
            places: true
        }
    );
    assert_eq!(column(&model, Stage::Submitted), [id(1), id(3)]);
}

#[test]
fn loading_the_rest_does_not_undo_what_was_heard_meanwhile() {
    let mut model = loaded();
    model.hear(change(12, "Ana", card(1, 2, Stage::Submitted)), ME);
    model.load(&board(
        11,
        vec![card(1, 1, Stage::Preparing), card(4, 1, Stage::Preparing)],
    ));
    assert_eq!(model.entry(id(1)).unwrap().card.stage, Stage::Submitted);
    assert_eq!(column(&model, Stage::Preparing), [id(2), id(4)]);
    assert_eq!(model.seq(), 12);
}

#[test]
fn reloading_drops_what_is_no_longer_there_but_not_what_is_under_way() {
    let mut model = loaded();
    model.move_ahead(id(2), Stage::Submitted, None);
    model.reload(&board(40, vec![card(3, 5, Stage::InReview)]));
    assert_eq!(model.entry(id(1)), None);
    assert!(model.entry(id(2)).is_some());
    assert_eq!(column(&model, Stage::InReview), [id(3)]);
}

#[test]
fn accepting_counts_once() {
    let mut model = loaded();
    assert_eq!(model.accepted(KIND), 3);
    model.hear(change(11, "Ana", card(3, 5, Stage::Accepted)), ME);
    model.settle(card(3, 5, Stage::Accepted));
    assert_eq!(model.accepted(KIND), 4);
    model.add(vec![card(9, 7, Stage::Accepted)]);
    assert_eq!(
        model.accepted(KIND),
        4,
        "one that was accepted before is counted already"
    );
}

#[test]
fn what_is_accepted_while_one_looks_on_is_on_top() {
    let mut model = loaded();
    model.add(vec![
        card(9, 7, Stage::Accepted),
        card(8, 7, Stage::Accepted),
    ]);
    model.hear(change(11, "Ana", card(3, 5, Stage::Accepted)), ME);
    model.move_ahead(id(2), Stage::Accepted, None);
    assert_eq!(
        column(&model, Stage::Accepted),
        [id(2), id(3), id(9), id(8)]
    );
}

#[test]
fn a_new_handoff_appears() {
    let mut model = loaded();
    let touched = model.hear(change(11, "Ana", card(8, 1, Stage::Preparing)), ME);
    assert_eq!(
        touched,
        Touched {
            cards: vec![id(8)],
            places: true
        }
    );
    assert_eq!(column(&model, Stage::Preparing), [id(1), id(2), id(8)]);
}

#[test]
fn others_jobs_are_none_of_the_boards() {
    let mut model = loaded();
    let news = LiveChange {
        what: Changed::Other("setting".into()),
        ..change(11, "Ana", card(1, 1, Stage::Preparing))
    };
    assert_eq!(model.hear(news, ME), Touched::default());
    assert_eq!(model.seq(), 11);
}

#[test]
fn a_card_under_way_stands_where_it_was_dropped() {
    let mut model = loaded();
    model.add(vec![card(4, 1, Stage::Preparing)]);
    model.move_ahead(id(4), Stage::Preparing, Some(Place::After(id(1))));
    assert_eq!(column(&model, Stage::Preparing), [id(1), id(4), id(2)]);
    model.move_ahead(id(4), Stage::Preparing, Some(Place::First));
    assert_eq!(column(&model, Stage::Preparing), [id(4), id(1), id(2)]);
    // Whoever it was to go below has gone: the end it is.
    model.move_ahead(id(4), Stage::Preparing, Some(Place::After(id(99))));
    assert_eq!(column(&model, Stage::Preparing), [id(1), id(2), id(4)]);
    // The server's word on it is its position.
    let mut settled = card(4, 2, Stage::Preparing);
    settled.position = "a0015".into();
    model.settle(settled);
    assert_eq!(column(&model, Stage::Preparing), [id(1), id(4), id(2)]);
}

#[test]
fn what_is_withdrawn_leaves_the_board() {
    let mut model = loaded();
    let gone = HandoffCard {
        withdrawn: true,
        ..card(1, 2, Stage::Preparing)
    };
    let touched = model.hear(change(11, "Ana", gone), ME);
    assert!(touched.places);
    assert_eq!(column(&model, Stage::Preparing), [id(2)]);
    assert_eq!(model.there((KIND, Stage::Preparing)), 1);
}

#[test]
fn an_acceptance_that_is_taken_back_counts_no_more() {
    let mut model = loaded();
    model.hear(change(11, "Ana", card(3, 5, Stage::Accepted)), ME);
    assert_eq!(model.accepted(KIND), 4);
    model.hear(change(12, "Ana", card(3, 6, Stage::Submitted)), ME);
    assert_eq!(model.accepted(KIND), 3);
}

#[test]
fn what_surrounds_a_card_changes_it_without_a_version() {
    let mut model = loaded();
    let passed_on = HandoffCard {
        producer_name: Some("Petra".into()),
        ..card(1, 1, Stage::Preparing)
    };
    model.hear(change(12, "Ana", passed_on.clone()), ME);
    assert_eq!(model.entry(id(1)).unwrap().card, passed_on);
    // What the feed told before that, and a board from before, come too late.
    model.hear(change(11, "Ana", card(1, 1, Stage::Preparing)), ME);
    model.load(&board(10, vec![card(1, 1, Stage::Preparing)]));
    assert_eq!(model.entry(id(1)).unwrap().card, passed_on);
    model.load(&board(13, vec![card(1, 1, Stage::Preparing)]));
    assert_ne!(model.entry(id(1)).unwrap().card, passed_on);
}
