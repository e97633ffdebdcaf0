//! What workflows ask for with a request: who writes it, what is refused without, and what the job tells of it.

use crate::{agency::Agency, database::on_both};
use bytes::Bytes;
use domain::{
    ids::{JobId, RequestFieldId},
    job::{RequestForm, SaveRequestForm},
    policy::Actor,
};
use service::{
    Error, Result, engagements, files,
    jobs::{self, Sent, SubmitJob},
};

const FORM: &str = "needed text: Which sizes?\nneeded file: Photos\ntext: Anything else?";

async fn write(agency: &Agency, actor: &Actor, version: i64, text: &str) -> Result<i64> {
    let command = SaveRequestForm {
        workflow: agency.workflow,
        version,
        text: text.into(),
    };
    jobs::save_request_form(&agency.service, actor, command).await
}

/// The form that the client is asked to fill in.
async fn asked(agency: &Agency) -> RequestForm {
    let promises = jobs::promises(&agency.service, &agency.client).await;
    let mut promises = promises.unwrap().into_iter();
    let own = promises.find(|promise| promise.workflow.id == agency.workflow);
    own.unwrap().form
}

async fn file(agency: &Agency, field: Option<RequestFieldId>, name: &str) -> Sent {
    let bytes = Bytes::from_static(b"a photo");
    let file = files::take_in(&agency.service, name, bytes).await.unwrap();
    Sent { field, file }
}

async fn send(
    agency: &Agency,
    answers: Vec<(RequestFieldId, String)>,
    files: Vec<Sent>,
) -> Result<JobId> {
    let command = SubmitJob {
        workflow: agency.workflow,
        title: "A film".into(),
        brief: String::new(),
        answers,
        files,
    };
    jobs::submit(&agency.service, &agency.client, command).await
}

#[tokio::test]
async fn a_request_needs_what_its_workflow_asks_for() {
    on_both(|agency| async move {
        assert!(asked(&agency).await.fields.is_empty());
        write(&agency, &agency.producer, 1, FORM).await.unwrap();
        let form = asked(&agency).await;
        assert_eq!(form.text(), FORM);
        let [sizes, photos, _] = form.fields.as_slice() else {
            panic!("{form:?}");
        };
        let nothing = send(&agency, vec![], vec![]).await.unwrap_err();
        let Error::BadAnswer(bad) = &nothing else {
            panic!("{nothing:?}");
        };
        assert_eq!(bad.field, sizes.id);
        let answer = vec![(sizes.id, " 1:1 and 4:5 ".to_owned())];
        let without = send(&agency, answer.clone(), vec![]).await.unwrap_err();
        assert_eq!(
            without.to_string(),
            "“Photos” is missing: this kind of work cannot begin without. Choose a file."
        );
        let besides = file(&agency, None, "besides.txt").await;
        assert!(send(&agency, answer.clone(), vec![besides]).await.is_err());

        let files = vec![
            file(&agency, Some(photos.id), "front.png").await,
            file(&agency, None, "besides.txt").await,
            file(&agency, Some(photos.id), "back.png").await,
        ];
        let id = send(&agency, answer, files).await.unwrap();
        let page = jobs::page(&agency.service, &agency.producer, id)
            .await
            .unwrap();
        let told: Vec<_> = page
            .answers
            .iter()
            .map(|it| (it.words.as_str(), it.text.as_str()))
            .collect();
        assert_eq!(told, [("Which sizes?", "1:1 and 4:5"), ("Photos", "")]);
        let names: Vec<_> = page.answers[1]
            .files
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        assert_eq!(names, ["front.png", "back.png"]);
        assert_eq!(page.files.len(), 3);
        let own = jobs::portal_job(&agency.service, &agency.client, id)
            .await
            .unwrap();
        assert_eq!(own.answers, page.answers);
    })
    .await;
}

#[tokio::test]
async fn what_was_answered_stays_as_it_was_asked() {
    on_both(|agency| async move {
        write(&agency, &agency.producer, 1, "needed text: Which sizes?")
            .await
            .unwrap();
        let before = asked(&agency).await;
        let answer = vec![(before.fields[0].id, "1:1".to_owned())];
        let id = send(&agency, answer.clone(), vec![]).await.unwrap();
        write(&agency, &agency.producer, 2, "needed text: Which formats?")
            .await
            .unwrap();
        let page = jobs::page(&agency.service, &agency.producer, id)
            .await
            .unwrap();
        assert_eq!(page.answers[0].words, "Which sizes?");
        assert!(
            send(&agency, answer, vec![]).await.is_err(),
            "an answer to another form answers nothing"
        );
        write(&agency, &agency.producer, 3, "").await.unwrap();
        assert!(send(&agency, vec![], vec![]).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn production_writes_a_form_and_nobody_over_anothers() {
    on_both(|agency| async move {
        for actor in [&agency.client, &agency.generative] {
            let refused = write(&agency, actor, 1, FORM).await.unwrap_err();
            assert_eq!(
                refused,
                Error::Refused("Only Production can write a request form.".into())
            );
        }
        assert_eq!(write(&agency, &agency.producer, 1, FORM).await, Ok(2));
        let late = write(&agency, &agency.producer, 1, "text: Late")
            .await
            .unwrap_err();
        assert!(matches!(late, Error::Conflict { .. }), "{late:?}");
        let bad = write(&agency, &agency.producer, 2, "Photos")
            .await
            .unwrap_err();
        assert!(
            matches!(bad, Error::Invalid { field: "text", .. }),
            "{bad:?}"
        );
        let page = engagements::page(&agency.service, &agency.producer, agency.engagement)
            .await
            .unwrap();
        let shown = page
            .forms
            .iter()
            .find(|form| form.workflow == agency.workflow)
            .unwrap();
        assert_eq!((shown.form.text().as_str(), shown.version), (FORM, 2));
    })
    .await;
}
