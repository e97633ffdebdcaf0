use super::hand::{By, Carry, Did, Hand, Then, neighbour};
use domain::{handoff::Stage, ids::HandoffId};
use uuid::Uuid;

const ID: HandoffId = HandoffId(Uuid::from_u128(7));
const FROM: Stage = Stage::Preparing;

fn press(touch: bool) -> Did {
    Did::Press {
        id: ID,
        from: FROM,
        at: (100.0, 100.0),
        touch,
    }
}

/// What comes of the last of these.
fn last(steps: &[Did]) -> (Hand, Then) {
    steps
        .iter()
        .fold((Hand::Empty, Then::Nothing), |(hand, _), did| {
            hand.after(*did)
        })
}

fn carry(by: By, over: Option<Stage>) -> Carry {
    Carry {
        id: ID,
        from: FROM,
        over,
        by,
    }
}

#[test]
fn a_mouse_lifts_a_card_by_moving() {
    assert_eq!(
        last(&[press(false), Did::Move((102.0, 101.0))]).1,
        Then::Nothing
    );
    let lifted = carry(By::Pointer, Some(FROM));
    assert_eq!(
        last(&[press(false), Did::Move((104.0, 100.0))]),
        (Hand::Carries(lifted), Then::Lifted(lifted))
    );
}

#[test]
fn a_click_is_no_move() {
    assert_eq!(
        last(&[press(false), Did::Move((101.0, 100.0)), Did::Release]),
        (Hand::Empty, Then::Nothing)
    );
}

#[test]
fn a_finger_lifts_a_card_by_resting() {
    let lifted = carry(By::Pointer, Some(FROM));
    let steps = [press(true), Did::Move((104.0, 103.0)), Did::Rest];
    assert_eq!(last(&steps).1, Then::Lifted(lifted));
}

#[test]
fn a_swipe_scrolls() {
    let steps = [press(true), Did::Move((100.0, 130.0)), Did::Rest];
    assert_eq!(last(&steps), (Hand::Empty, Then::Nothing));
    assert_eq!(
        last(&[press(true), Did::Cancel, Did::Rest]),
        (Hand::Empty, Then::Nothing)
    );
}

#[test]
fn a_mouse_that_rests_lifts_nothing() {
    assert_eq!(last(&[press(false), Did::Rest]).1, Then::Nothing);
}

#[test]
fn a_card_is_dropped_where_it_hovers() {
    let steps = [
        press(false),
        Did::Move((200.0, 100.0)),
        Did::Over(Some(Stage::Submitted)),
        Did::Release,
    ];
    let carried = carry(By::Pointer, Some(Stage::Submitted));
    assert_eq!(
        last(&steps),
        (Hand::Empty, Then::Dropped(carried, Stage::Submitted))
    );
}

#[test]
fn beside_its_lane_or_at_home_it_is_put_back() {
    for over in [None, Some(FROM)] {
        let steps = [
            press(false),
            Did::Move((200.0, 100.0)),
            Did::Over(Some(Stage::Accepted)),
            Did::Over(over),
            Did::Release,
        ];
        assert_eq!(
            last(&steps),
            (Hand::Empty, Then::PutBack(carry(By::Pointer, over)))
        );
    }
}

#[test]
fn hovering_is_told_once_a_column() {
    let over = Did::Over(Some(Stage::Submitted));
    let steps = [press(false), Did::Move((200.0, 100.0)), over];
    assert!(matches!(last(&steps).1, Then::Hovers(_)));
    assert_eq!(last(&[steps[0], steps[1], over, over]).1, Then::Nothing);
}

#[test]
fn keys_pick_up_carry_and_drop() {
    let steps = [
        Did::PickUp(ID, FROM),
        Did::Step(1),
        Did::Step(1),
        Did::Step(-1),
        Did::Drop,
    ];
    let carried = carry(By::Keys, Some(Stage::Submitted));
    assert_eq!(
        last(&steps),
        (Hand::Empty, Then::Dropped(carried, Stage::Submitted))
    );
}

#[test]
fn escape_puts_it_back() {
    let steps = [Did::PickUp(ID, FROM), Did::Step(1), Did::Cancel];
    let carried = carry(By::Keys, Some(Stage::Submitted));
    assert_eq!(last(&steps), (Hand::Empty, Then::PutBack(carried)));
}

#[test]
fn the_outermost_columns_end_the_way() {
    assert_eq!(neighbour(Stage::Preparing, -1), Stage::Preparing);
    assert_eq!(neighbour(Stage::Accepted, 1), Stage::Accepted);
    assert_eq!(neighbour(Stage::Submitted, 1), Stage::InReview);
}

#[test]
fn a_click_elsewhere_drops_nothing_that_the_keys_carry() {
    let steps = [
        Did::PickUp(ID, FROM),
        Did::Step(1),
        Did::Over(Some(Stage::Accepted)),
        Did::Release,
    ];
    assert_eq!(
        last(&steps),
        (
            Hand::Carries(carry(By::Keys, Some(Stage::Submitted))),
            Then::Nothing
        )
    );
}

#[test]
fn a_second_press_does_not_disturb_a_carried_card() {
    let steps = [Did::PickUp(ID, FROM), press(false)];
    assert_eq!(last(&steps).0, Hand::Carries(carry(By::Keys, Some(FROM))));
}
