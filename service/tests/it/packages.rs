//! What packages contain: saved section by section, begun from templates, carried over, answered.

use crate::{
    agency::{Agency, day, plain},
    database::on_both,
};
use chrono::TimeDelta;
use domain::{
    board::HandoffCard,
    engagement::CorrectSignature,
    handoff::{HandoffKind::*, Item, Stage, gate::ItemState},
    ids::PersonId,
    money::Cents,
    package::*,
    policy::Actor,
};
use service::{Error, engagements, handoffs, packages};

async fn save(
    agency: &Agency,
    actor: &Actor,
    card: &HandoffCard,
    content: Content,
) -> service::Result<HandoffCard> {
    let command = SavePackage {
        id: card.id,
        version: card.version,
        content,
    };
    packages::save_section(&agency.service, actor, command).await
}

async fn shown(agency: &Agency, actor: &Actor, card: &HandoffCard) -> Box<PackagePage> {
    let page = handoffs::page(&agency.service, actor, card.id)
        .await
        .unwrap();
    page.package.unwrap()
}

fn state(card: &HandoffCard, item: Item) -> ItemState {
    card.items
        .iter()
        .find(|(known, _)| *known == item)
        .unwrap()
        .1
}

fn milestone(name: &str, on: &str, owner: Option<PersonId>) -> Milestone {
    Milestone {
        name: name.parse().unwrap(),
        day: day(on),
        owner,
    }
}

fn two_milestones(agency: &Agency) -> Content {
    Content::Milestones(vec![
        milestone("Launch", "2026-06-01", agency.producer.person),
        milestone("Kick-off", "2026-03-16", agency.sales.person),
    ])
}

#[tokio::test]
async fn a_section_is_saved_as_a_whole_and_settles_its_items() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let card = save(&agency, &agency.sales, &card, two_milestones(&agency))
            .await
            .unwrap();
        assert_eq!(state(&card, Item::Milestones), ItemState::Filled);
        assert_eq!(state(&card, Item::Timeline), ItemState::Filled);
        let page = shown(&agency, &agency.sales, &card).await;
        let names: Vec<_> = page
            .package
            .milestones
            .iter()
            .map(|one| one.name.as_str())
            .collect();
        assert_eq!(names, ["Kick-off", "Launch"], "in the order of their days");
        assert_eq!(page.name(agency.sales.person.unwrap()), "Sam Sales");

        let unowned = Content::Milestones(vec![milestone("Launch", "2026-07-01", None)]);
        let card = save(&agency, &agency.sales, &card, unowned).await.unwrap();
        assert_eq!(state(&card, Item::Milestones), ItemState::Missing);
        let page = shown(&agency, &agency.sales, &card).await;
        assert_eq!(
            page.gaps_of(Item::Timeline).len(),
            2,
            "one day only, and after the end"
        );
        let card = save(
            &agency,
            &agency.sales,
            &card,
            Content::Milestones(Vec::new()),
        )
        .await
        .unwrap();
        assert_eq!(state(&card, Item::Timeline), ItemState::Missing);
    })
    .await;
}

#[tokio::test]
async fn every_section_is_read_as_it_was_written() {
    on_both(|agency| async move {
        let mut card = agency.card(SalesToProduction).await;
        let staffing = StaffingLine {
            title: "Preditor".parse().unwrap(),
            person: agency.generative.person,
            hours: WeeklyHours::try_from(1_250).unwrap(),
            from: day("2026-03-16"),
            to: Some(day("2026-06-30")),
        };
        let budget = BudgetLine {
            category: BudgetCategory::Compute,
            note: "Rendering".parse().unwrap(),
            amount: Cents(123_456),
        };
        let contents = [
            Content::Sow(Sow {
                file: None,
                value: Some(Cents(10_500_000)),
            }),
            Content::Staffing(vec![
                staffing.clone(),
                StaffingLine {
                    person: None,
                    to: None,
                    ..staffing
                },
            ]),
            Content::Budget(vec![budget.clone(), budget]),
        ];
        for content in contents {
            card = save(&agency, &agency.sales, &card, content.clone())
                .await
                .unwrap();
            let page = shown(&agency, &agency.sales, &card).await;
            assert_eq!(page.package.content(content.section()), content);
        }
        assert_eq!(
            state(&card, Item::SignedSow),
            ItemState::Missing,
            "the document lacks"
        );
        assert_eq!(state(&card, Item::Budget), ItemState::Filled);
        let hidden = shown(&agency, &agency.generative, &card).await;
        assert!(
            hidden.package.budget.is_empty()
                && hidden.package.sow.value.is_none()
                && hidden.fee.is_none()
        );
    })
    .await;
}

#[tokio::test]
async fn only_the_sender_writes_and_only_while_preparing() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let before = agency.changes().await;
        let by_others = save(&agency, &agency.producer, &card, two_milestones(&agency))
            .await
            .unwrap_err();
        assert_eq!(by_others.to_string(), "Only Sales can prepare this.");
        let roles = save(&agency, &agency.sales, &card, Content::PodRoles(Vec::new()))
            .await
            .unwrap_err();
        assert_eq!(
            roles.to_string(),
            "`pod roles` is not part of the SOW package."
        );
        let unknown = Content::Milestones(vec![milestone(
            "Launch",
            "2026-06-01",
            Some(PersonId(agency.pod.0)),
        )]);
        let unknown = save(&agency, &agency.sales, &card, unknown)
            .await
            .unwrap_err();
        assert_eq!(unknown, Error::NotFound("person"));
        assert_eq!(agency.changes().await, before, "nothing of it was kept");

        let sent = agency.submit(&agency.sales, &card).await.unwrap();
        let late = save(&agency, &agency.sales, &sent, two_milestones(&agency))
            .await
            .unwrap_err();
        assert_eq!(
            late.to_string(),
            "The SOW package is submitted: its items can be changed once it is returned."
        );
        let stale = save(&agency, &agency.sales, &card, two_milestones(&agency))
            .await
            .unwrap_err();
        assert!(matches!(stale, Error::Conflict { .. }), "{stale}");
    })
    .await;
}

#[tokio::test]
async fn what_is_emptied_after_a_return_is_missing_again() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let sent = agency.submit(&agency.sales, &card).await.unwrap();
        let back = handoffs::move_handoff(
            &agency.service,
            &agency.producer,
            domain::board::MoveHandoff {
                reason: Some("Budget lacks a month".into()),
                ..plain(&sent, Stage::Preparing)
            },
        );
        let card = save(
            &agency,
            &agency.sales,
            &back.await.unwrap(),
            Content::Budget(Vec::new()),
        )
        .await
        .unwrap();
        assert_eq!(state(&card, Item::Budget), ItemState::Missing);
        assert_eq!(
            state(&card, Item::StaffingPlan),
            ItemState::Filled,
            "its text stays"
        );
        let refused = agency
            .push(&agency.sales, &card, Stage::Submitted)
            .await
            .unwrap_err();
        assert!(
            refused.to_string().contains("budget is missing"),
            "{refused}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_template_fills_what_is_empty_and_a_pod_request_takes_over_what_is_known() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let own = Content::Budget(vec![BudgetLine {
            category: BudgetCategory::People,
            note: "Our own line".parse().unwrap(),
            amount: Cents(1_000_000),
        }]);
        let card = save(&agency, &agency.sales, &card, own.clone())
            .await
            .unwrap();
        let usual = Some(EngagementType::Campaign);
        let fill = |card: HandoffCard| {
            let agency = agency.clone();
            async move {
                packages::fill_usual(&agency.service, &agency.sales, card.id, card.version, usual)
                    .await
            }
        };
        let card = fill(card).await.unwrap();
        let page = shown(&agency, &agency.sales, &card).await;
        assert_eq!(
            page.package.content(Section::Budget),
            own,
            "what was written stays"
        );
        assert_eq!(page.package.milestones.len(), 5);
        let again = fill(card.clone()).await.unwrap_err();
        assert!(matches!(again, Error::Refused(_)), "{again}");

        let command = domain::board::MoveHandoff {
            waive: Some("The document follows".into()),
            ..plain(&card, Stage::Submitted)
        };
        let sent = handoffs::move_handoff(&agency.service, &agency.sales, command)
            .await
            .unwrap();
        agency
            .push(&agency.producer, &sent, Stage::Accepted)
            .await
            .unwrap();
        let request = agency.card(ProductionToGenerative).await;
        assert_eq!(state(&request, Item::PodRoles), ItemState::Filled);
        assert_eq!(
            state(&request, Item::Timeline),
            ItemState::Filled,
            "it is needed when the engagement starts"
        );
        assert_eq!(state(&request, Item::DeliverableSpecs), ItemState::Missing);
        let page = shown(&agency, &agency.producer, &request).await;
        assert_eq!(
            page.package.roles.len(),
            4,
            "the makers of the staffing plan"
        );
        let scope = engagements::page(&agency.service, &agency.producer, agency.engagement)
            .await
            .unwrap()
            .scope
            .unwrap();
        assert_eq!(scope.package.milestones, page.package.milestones);
    })
    .await;
}

fn pod_role(title: &str) -> PodRole {
    PodRole {
        title: title.parse().unwrap(),
        hours: WeeklyHours::whole(20),
        from: day("2026-03-16"),
        to: None,
    }
}

async fn sent_request(agency: &Agency) -> HandoffCard {
    let h1 = agency.card(SalesToProduction).await;
    let h1 = agency.submit(&agency.sales, &h1).await.unwrap();
    agency
        .push(&agency.producer, &h1, Stage::Accepted)
        .await
        .unwrap();
    let card = agency.card(ProductionToGenerative).await;
    let roles = Content::PodRoles(vec![pod_role("Preditor"), pod_role("AI Generalist")]);
    let card = save(agency, &agency.producer, &card, roles).await.unwrap();
    let command = domain::board::MoveHandoff {
        waive: Some("Later".into()),
        ..plain(&card, Stage::Submitted)
    };
    handoffs::move_handoff(&agency.service, &agency.producer, command)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_request_is_answered_role_by_role_and_its_acceptance_ends_onboarding() {
    on_both(|agency| async move {
        let card = sent_request(&agency).await;
        let free = AnswerFields {
            person: agency.generative.person.unwrap().to_string(),
            from: "2026-03-16".into(),
            load: "50".into(),
        };
        let busy = AnswerFields { from: "2026-04-01".into(), ..AnswerFields::default() };
        let answer = |lines: Vec<AnswerFields>| AnswerRoles { id: card.id, version: card.version, lines, remark: "Tight".into() };
        let short = packages::answer_roles(&agency.service, &agency.generative, answer(vec![free.clone()])).await;
        assert!(short.unwrap_err().to_string().contains("2 roles"));
        let others = packages::answer_roles(&agency.service, &agency.producer, answer(vec![free.clone(), busy.clone()])).await;
        assert!(matches!(others.unwrap_err(), Error::Refused(_)));
        let card = packages::answer_roles(&agency.service, &agency.generative, answer(vec![free, busy])).await.unwrap();
        let page = handoffs::page(&agency.service, &agency.generative, card.id).await.unwrap();
        let said = &page.history.last().unwrap().reason;
        assert_eq!(
            said,
            "Preditor: Gus Generative from 2026-03-16 on, 50 % of the week\nAI Generalist: nobody before 2026-04-01\nTight"
        );
        let package = page.package.unwrap();
        assert_eq!(package.answers.len(), 2);
        let weeks = &package.load.iter().find(|one| Some(one.person) == agency.generative.person).unwrap().weeks;
        assert_eq!(weeks[..4], [0, 0, 50, 50], "from the third week on half of it is taken");

        agency.later(TimeDelta::days(3));
        let command = domain::board::MoveHandoff { pod: Some(agency.pod), ..plain(&card, Stage::Accepted) };
        let card = handoffs::move_handoff(&agency.service, &agency.generative, command).await.unwrap();
        let page = shown(&agency, &agency.generative, &card).await;
        assert_eq!(page.onboarding_seconds, Some(3 * 86_400));
    })
    .await;
}

#[tokio::test]
async fn a_request_is_accepted_on_no_path_before_each_role_is_answered() {
    on_both(|agency| async move {
        let card = sent_request(&agency).await;
        let accept = |card: &HandoffCard| domain::board::MoveHandoff {
            pod: Some(agency.pod),
            ..plain(card, Stage::Accepted)
        };
        let wanted = "Nobody has said yet who takes Preditor and AI Generalist:";
        for who in [&agency.generative, &agency.admin] {
            let refused = handoffs::move_handoff(&agency.service, who, accept(&card))
                .await
                .unwrap_err();
            assert!(refused.to_string().starts_with(wanted), "{refused}");
            let together = handoffs::move_together(&agency.service, who, vec![accept(&card)])
                .await
                .unwrap();
            assert!(
                together[0].refused.as_ref().unwrap().starts_with(wanted),
                "{together:?}"
            );
        }
        assert!(!card.readiness().answered, "its card knows it as well");

        // Words alone do not name who takes which role.
        let card = agency.answer(&card).await;
        let refused = handoffs::move_handoff(&agency.service, &agency.generative, accept(&card))
            .await
            .unwrap_err();
        assert!(refused.to_string().starts_with(wanted), "{refused}");
        let card = answered(&agency, &card, 2).await;

        // A role that is asked for otherwise is answered anew; one that stays as it was keeps its answer.
        let command = domain::board::MoveHandoff {
            reason: Some("Three roles".into()),
            ..plain(&card, Stage::Preparing)
        };
        let card = handoffs::move_handoff(&agency.service, &agency.generative, command)
            .await
            .unwrap();
        let roles = Content::PodRoles(vec![pod_role("Workflow Engineer"), pod_role("Preditor")]);
        let card = save(&agency, &agency.producer, &card, roles).await.unwrap();
        let card = agency
            .push(&agency.producer, &card, Stage::Submitted)
            .await
            .unwrap();
        let refused = handoffs::move_handoff(&agency.service, &agency.generative, accept(&card))
            .await
            .unwrap_err();
        assert!(
            refused
                .to_string()
                .starts_with("Nobody has said yet who takes Workflow Engineer:"),
            "{refused}"
        );
        let card = answered(&agency, &card, 2).await;
        let card = handoffs::move_handoff(&agency.service, &agency.generative, accept(&card))
            .await
            .unwrap();
        assert_eq!((card.stage, card.pod), (Stage::Accepted, Some(agency.pod)));
    })
    .await;
}

/// Nobody is free before April, for any of so many roles.
async fn answered(agency: &Agency, card: &HandoffCard, roles: usize) -> HandoffCard {
    let line = AnswerFields {
        from: "2026-04-01".into(),
        ..AnswerFields::default()
    };
    let command = AnswerRoles {
        id: card.id,
        version: card.version,
        lines: vec![line; roles],
        remark: String::new(),
    };
    packages::answer_roles(&agency.service, &agency.generative, command)
        .await
        .unwrap()
}

#[tokio::test]
async fn the_clock_follows_a_corrected_signature_and_the_history_says_so() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let row = engagements::page(&agency.service, &agency.sales, agency.engagement)
            .await
            .unwrap()
            .row;
        let earlier = row.sow_signed_at - TimeDelta::hours(5);
        let command = |signed_at| CorrectSignature {
            id: row.id,
            version: row.version,
            signed_at,
            reason: "The scan came late".into(),
        };
        let correct = |actor: Actor, signed_at| {
            let (agency, command) = (agency.clone(), command(signed_at));
            async move { engagements::correct_signature(&agency.service, &actor, command).await }
        };
        let later = correct(
            agency.sales.clone(),
            row.sow_signed_at + TimeDelta::hours(1),
        )
        .await
        .unwrap_err();
        assert!(
            matches!(
                later,
                Error::Invalid {
                    field: "signed_at",
                    ..
                }
            ),
            "{later}"
        );
        let others = correct(agency.producer.clone(), earlier).await.unwrap_err();
        assert!(matches!(others, Error::Refused(_)), "{others}");
        correct(agency.sales.clone(), earlier).await.unwrap();
        let now = agency.card(SalesToProduction).await;
        assert_eq!(
            now.clock.due_at,
            card.clock.due_at.map(|due| due - TimeDelta::hours(5))
        );
        assert!(
            now.version > card.version,
            "what was typed on the old one meets a conflict"
        );
        let page = shown(&agency, &agency.producer, &now).await;
        let said = &page.corrections[0];
        assert_eq!(
            (said.was, said.becomes, said.reason.as_str()),
            (row.sow_signed_at, earlier, "The scan came late")
        );
        let stale = correct(agency.sales.clone(), earlier - TimeDelta::hours(1))
            .await
            .unwrap_err();
        assert!(matches!(stale, Error::Conflict { .. }), "{stale}");
    })
    .await;
}

#[tokio::test]
async fn a_section_is_taken_back_to_what_it_said() {
    on_both(|agency| async move {
        let back = async |card: &HandoffCard, section| {
            let command = domain::board::TakeBack {
                id: card.id,
                version: card.version,
            };
            packages::take_back_section(&agency.service, &agency.sales, command, section).await
        };
        let one =
            || Content::Milestones(vec![milestone("Launch", "2026-06-01", agency.sales.person)]);
        let card = agency.card(SalesToProduction).await;
        let empty = shown(&agency, &agency.sales, &card).await.package;
        agency.later(TimeDelta::minutes(1));
        let first = save(&agency, &agency.sales, &card, one()).await.unwrap();
        let said = shown(&agency, &agency.sales, &first).await.package;
        let second = save(&agency, &agency.sales, &first, two_milestones(&agency))
            .await
            .unwrap();
        assert_eq!(state(&second, Item::Milestones), ItemState::Filled);
        let third = back(&second, Section::Milestones).await.unwrap();
        assert_eq!(shown(&agency, &agency.sales, &third).await.package, said);
        let fourth = back(&third, Section::Milestones).await.unwrap();
        assert_eq!(shown(&agency, &agency.sales, &fourth).await.package, empty);
        assert_eq!(state(&fourth, Item::Milestones), ItemState::Missing);
        let fifth = back(&fourth, Section::Milestones).await;
        assert!(matches!(fifth, Err(Error::Refused(_))), "{fifth:?}");
        let page = handoffs::page(&agency.service, &agency.sales, card.id)
            .await
            .unwrap();
        let told: Vec<_> = page
            .history
            .iter()
            .skip(1)
            .map(|entry| entry.what)
            .collect();
        let (wrote, took) = (
            domain::board::Happened::WroteSection(Section::Milestones),
            domain::board::Happened::TookBackSection(Section::Milestones),
        );
        assert_eq!(told, [wrote, wrote, took, took]);
    })
    .await;
}

#[tokio::test]
async fn a_text_that_gave_way_to_lines_comes_back_and_submitted_lines_stay() {
    on_both(|agency| async move {
        let card = agency.card(SalesToProduction).await;
        let text = domain::board::FillItem {
            id: card.id,
            version: card.version,
            item: Item::Budget,
            body: "As last year".into(),
        };
        let card = handoffs::fill_item(&agency.service, &agency.sales, text)
            .await
            .unwrap();
        let lines = Content::Budget(vec![BudgetLine {
            category: BudgetCategory::ALL[0],
            note: "Hours".parse().unwrap(),
            amount: Cents(900_000),
        }]);
        let card = save(&agency, &agency.sales, &card, lines).await.unwrap();
        let command = |card: &HandoffCard| domain::board::TakeBack {
            id: card.id,
            version: card.version,
        };
        let back = async |who: &Actor, card: &HandoffCard| {
            let section = Section::Budget;
            packages::take_back_section(&agency.service, who, command(card), section).await
        };
        let refused = back(&agency.producer, &card).await;
        assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
        let card = back(&agency.sales, &card).await.unwrap();
        let page = handoffs::page(&agency.service, &agency.sales, card.id)
            .await
            .unwrap();
        let budget = page.items.iter().find(|item| item.item == Item::Budget);
        assert_eq!(budget.unwrap().body, "As last year");
        let sent = agency.submit(&agency.sales, &card).await.unwrap();
        let refused = back(&agency.sales, &sent).await;
        assert!(matches!(refused, Err(Error::Refused(_))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn an_item_that_is_taken_out_after_its_return_closes_the_gate_again() {
    on_both(|agency| async move {
        let empty = |card: &HandoffCard| domain::board::FillItem {
            id: card.id,
            version: card.version,
            item: Item::Budget,
            body: String::new(),
        };
        let card = agency.card(SalesToProduction).await;
        let sent = agency.submit(&agency.sales, &card).await.unwrap();
        let refused = handoffs::fill_item(&agency.service, &agency.sales, empty(&sent)).await;
        assert!(
            matches!(&refused, Err(Error::Refused(why)) if why.contains("once it is returned")),
            "{refused:?}"
        );
        let back = domain::board::MoveHandoff {
            reason: Some("The budget is last year's.".into()),
            ..plain(&sent, Stage::Preparing)
        };
        let back = handoffs::move_handoff(&agency.service, &agency.producer, back)
            .await
            .unwrap();
        let less = handoffs::fill_item(&agency.service, &agency.sales, empty(&back))
            .await
            .unwrap();
        assert_eq!(state(&less, Item::Budget), ItemState::Missing);
        let refused = agency.push(&agency.sales, &less, Stage::Submitted).await;
        assert!(
            matches!(&refused, Err(Error::Refused(why)) if why.contains("budget is missing")),
            "{refused:?}"
        );
        // What was submitted in time counts as it did, whatever is taken out later.
        let page = handoffs::page(&agency.service, &agency.sales, card.id)
            .await
            .unwrap();
        assert_eq!(page.first_submitted_at, sent.clock.met_at);
    })
    .await;
}
