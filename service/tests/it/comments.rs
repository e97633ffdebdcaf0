//! Comments: who writes, changes, deletes and hears of them.

use crate::{agency::Agency, database::on_both};
use chrono::TimeDelta;
use domain::{
    comment::{Comment, EditComment, Subject},
    handoff::HandoffKind,
    ids::{CommentId, HandoffId, JobId},
    policy::Actor,
};
use service::{Error, Result, comments, db::rows::UserRow, live};
use uuid::Uuid;

async fn write(agency: &Agency, who: &Actor, about: Subject, text: &str) -> Result<Comment> {
    comments::write(&agency.service, who, about, text).await
}

async fn handoff(agency: &Agency) -> Subject {
    Subject::Handoff(agency.card(HandoffKind::SalesToProduction).await.id)
}

#[tokio::test]
async fn all_of_the_agency_talk_about_everything() {
    on_both(|agency| async move {
        let job = Subject::Job(agency.request().await);
        let subjects = [
            handoff(&agency).await,
            job,
            Subject::Engagement(agency.engagement),
        ];
        let staff = [
            &agency.sales,
            &agency.producer,
            &agency.generative,
            &agency.executive,
            &agency.admin,
        ];
        for about in subjects {
            for who in staff {
                write(&agency, who, about, "Seen.").await.unwrap();
                agency.later(TimeDelta::seconds(1));
            }
            let thread = comments::thread(&agency.service, &agency.sales, about)
                .await
                .unwrap();
            let authors: Vec<&str> = thread
                .comments
                .iter()
                .map(|one| one.by.name.as_str())
                .collect();
            assert_eq!(
                authors,
                [
                    "Sam Sales",
                    "Pia Producer",
                    "Gus Generative",
                    "Eve Executive",
                    "Ada Admin"
                ]
            );
            assert_eq!(thread.me, agency.sales.user);
            assert_eq!(thread.seq, agency.changes().await);
        }
    })
    .await;
}

#[tokio::test]
async fn clients_neither_see_nor_hear_of_comments() {
    on_both(|agency| async move {
        let about = Subject::Job(agency.request().await);
        let before = agency.changes().await;
        write(&agency, &agency.producer, about, "Between us.")
            .await
            .unwrap();
        for client in [&agency.client, &agency.stranger] {
            let read = comments::thread(&agency.service, client, about).await;
            assert!(matches!(read, Err(Error::Refused(_))), "{read:?}");
            let written = write(&agency, client, about, "Hello").await;
            assert!(matches!(written, Err(Error::Refused(_))), "{written:?}");
            let people = comments::mentionable(&agency.service, client, about).await;
            assert!(matches!(people, Err(Error::Refused(_))), "{people:?}");
            let heard = live::since(&agency.service, client, before, 10)
                .await
                .unwrap();
            assert!(heard.is_empty(), "{heard:?}");
        }
        let heard = live::since(&agency.service, &agency.sales, before, 10)
            .await
            .unwrap();
        assert_eq!(heard.len(), 1);
        assert_eq!(
            (heard[0].entity.as_str(), heard[0].action.as_str()),
            ("comment", "commented on")
        );
        assert_eq!(heard[0].client, None);
    })
    .await;
}

#[tokio::test]
async fn a_comment_is_changed_and_deleted_by_its_author_alone() {
    on_both(|agency| async move {
        let about = handoff(&agency).await;
        let first = write(&agency, &agency.producer, about, " First. ")
            .await
            .unwrap();
        assert_eq!(first.body, "First.");
        let change = |version, text: &str| EditComment {
            id: first.id,
            version,
            text: text.into(),
        };
        for other in [&agency.sales, &agency.admin] {
            let edited = comments::edit(&agency.service, other, change(1, "Mine")).await;
            assert!(
                matches!(&edited, Err(Error::Refused(why)) if why.contains("Pia Producer")),
                "{edited:?}"
            );
            let deleted = comments::delete(&agency.service, other, first.id, 1).await;
            assert!(matches!(deleted, Err(Error::Refused(_))), "{deleted:?}");
        }
        let second = comments::edit(&agency.service, &agency.producer, change(1, "Second."))
            .await
            .unwrap();
        assert_eq!((second.body.as_str(), second.version), ("Second.", 2));
        assert!(second.edited_at.is_some());
        let late = comments::edit(&agency.service, &agency.producer, change(1, "Third.")).await;
        assert!(
            matches!(&late, Err(Error::Conflict { now, .. }) if now["body"] == "Second."),
            "{late:?}"
        );
        let empty = comments::edit(&agency.service, &agency.producer, change(2, "  ")).await;
        assert!(
            matches!(empty, Err(Error::Invalid { field: "text", .. })),
            "{empty:?}"
        );
        let gone = comments::delete(&agency.service, &agency.producer, first.id, 2)
            .await
            .unwrap();
        assert!(gone.deleted_at.is_some() && gone.body.is_empty());
        let again = comments::edit(&agency.service, &agency.producer, change(3, "Back")).await;
        assert!(matches!(again, Err(Error::Refused(_))), "{again:?}");
        let thread = comments::thread(&agency.service, &agency.sales, about)
            .await
            .unwrap();
        assert_eq!(thread.comments, [gone], "its place stays");
        let log = live::since(&agency.service, &agency.admin, 0, 100)
            .await
            .unwrap();
        let log: Vec<_> = log.iter().filter(|row| row.entity == "comment").collect();
        assert_eq!(log.len(), 3);
        assert!(log[0].body.contains("First.") && !log[2].body.contains("Second."));
    })
    .await;
}

#[tokio::test]
async fn whoever_may_see_it_can_be_mentioned() {
    on_both(|agency| async move {
        let about = handoff(&agency).await;
        let text = "@Gus Generative and @sam sales: see above, @Gus Generative.";
        let comment = write(&agency, &agency.producer, about, text).await.unwrap();
        let mut names: Vec<&str> = comment
            .mentioned
            .iter()
            .map(|who| who.name.as_str())
            .collect();
        names.sort_unstable();
        assert_eq!(names, ["Gus Generative", "Sam Sales"]);
        let edit = EditComment {
            id: comment.id,
            version: 1,
            text: "@Ada Admin instead".into(),
        };
        let comment = comments::edit(&agency.service, &agency.producer, edit)
            .await
            .unwrap();
        assert_eq!(comment.mentioned.len(), 1);
        assert_eq!(Some(comment.mentioned[0].id), agency.admin.user);
        let people = comments::mentionable(&agency.service, &agency.producer, about)
            .await
            .unwrap();
        let names: Vec<&str> = people.iter().map(|who| who.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "Ada Admin",
                "Eve Executive",
                "Gus Generative",
                "Pia Producer",
                "Sam Sales"
            ]
        );
    })
    .await;
}

#[tokio::test]
async fn whoever_may_not_see_it_is_refused_with_a_sentence() {
    on_both(|agency| async move {
        let about = handoff(&agency).await;
        disable(&agency, &agency.generative).await;
        for (text, why) in [
            (
                "@Cleo Client, please look",
                "Cleo Client is a client's contact",
            ),
            (
                "@Gus Generative, please look",
                "Gus Generative has no account to sign in with",
            ),
        ] {
            let refused = write(&agency, &agency.producer, about, text).await;
            let sentence = match refused {
                Err(Error::Invalid {
                    field: "text",
                    sentence,
                }) => sentence,
                other => panic!("{other:?}"),
            };
            assert!(sentence.starts_with(why), "{sentence}");
        }
        let thread = comments::thread(&agency.service, &agency.producer, about)
            .await
            .unwrap();
        assert!(thread.comments.is_empty(), "nothing was written");
    })
    .await;
}

async fn disable(agency: &Agency, who: &Actor) {
    let mut tx = agency.service.db().write().await.unwrap();
    let mut row = UserRow::by_id(&mut tx, who.user.unwrap().0)
        .await
        .unwrap()
        .unwrap();
    row.disabled = true;
    row.save(&mut tx).await.unwrap();
    agency.service.commit(tx).await.unwrap();
}

#[tokio::test]
async fn there_is_no_talking_about_nothing() {
    on_both(|agency| async move {
        for about in [
            Subject::Handoff(HandoffId(Uuid::nil())),
            Subject::Job(JobId(Uuid::nil())),
        ] {
            let written = write(&agency, &agency.producer, about, "Hello").await;
            assert!(matches!(written, Err(Error::NotFound(_))), "{written:?}");
        }
        let none =
            comments::delete(&agency.service, &agency.producer, CommentId(Uuid::nil()), 1).await;
        assert!(matches!(none, Err(Error::NotFound("comment"))), "{none:?}");
    })
    .await;
}
