//! Accounts, signing in and sessions.

use crate::{agency::Agency, database::on_both};
use chrono::TimeDelta;
use domain::{ids::UserId, people::AccessRole};
use service::{
    Error,
    access::{self, NewUser, StoredSession},
    db::rows::LoginAttemptRow,
};

const PASSWORD: &str = "three blind mice";

fn new_user() -> NewUser {
    NewUser {
        email: " Nia@Agency.example ".into(),
        name: "Nia New".into(),
        password: PASSWORD.into(),
        role: AccessRole::Producer,
        person: None,
        contact: None,
    }
}

async fn nia(agency: &Agency) -> UserId {
    access::create_user(&agency.service, &agency.admin, new_user())
        .await
        .unwrap()
}

async fn try_it(agency: &Agency, source: &str, password: &str) -> Result<(), String> {
    let outcome = access::sign_in(&agency.service, source, "nia@agency.example", password).await;
    outcome.map(drop).map_err(|error| error.to_string())
}

#[tokio::test]
async fn whoever_has_the_password_is_who_they_are() {
    on_both(|agency| async move {
        let id = nia(&agency).await;
        let actor = access::sign_in(&agency.service, "here", "NIA@agency.example", PASSWORD)
            .await
            .unwrap();
        assert_eq!(
            (actor.user, actor.role, actor.name.as_str()),
            (Some(id), AccessRole::Producer, "Nia New")
        );
        let wrong = try_it(&agency, "here", "three blind rats").await;
        let unknown =
            access::sign_in(&agency.service, "here", "nobody@agency.example", PASSWORD).await;
        assert_eq!(wrong.unwrap_err(), unknown.unwrap_err().to_string());
        access::set_disabled(&agency.service, &agency.admin, id, true)
            .await
            .unwrap();
        assert!(try_it(&agency, "here", PASSWORD).await.is_err());
        assert_eq!(access::actor(&agency.service, id).await, Ok(None));
    })
    .await;
}

#[tokio::test]
async fn only_an_admin_makes_accounts_and_each_address_has_one() {
    on_both(|agency| async move {
        let refused = access::create_user(&agency.service, &agency.producer, new_user()).await;
        assert!(matches!(refused, Err(Error::Refused(_))));
        nia(&agency).await;
        let again = access::create_user(&agency.service, &agency.admin, new_user()).await;
        assert!(matches!(again, Err(Error::Invalid { field: "email", .. })));
        let client = NewUser {
            email: "c@client.example".into(),
            role: AccessRole::Client,
            ..new_user()
        };
        let homeless = access::create_user(&agency.service, &agency.admin, client).await;
        assert!(matches!(
            homeless,
            Err(Error::Invalid {
                field: "contact",
                ..
            })
        ));
    })
    .await;
}

#[tokio::test]
async fn guessing_is_limited_by_source_and_the_owner_still_gets_in() {
    on_both(|agency| async move {
        nia(&agency).await;
        try_it(&agency, "home", PASSWORD).await.unwrap();
        for _ in 0..5 {
            try_it(&agency, "elsewhere", "a wrong guess")
                .await
                .unwrap_err();
        }
        let limited = try_it(&agency, "elsewhere", PASSWORD).await.unwrap_err();
        assert!(
            limited.starts_with("There were too many attempts"),
            "{limited}"
        );
        try_it(&agency, "home", PASSWORD).await.unwrap();
        agency.later(TimeDelta::minutes(16));
        try_it(&agency, "elsewhere", PASSWORD).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_noisy_network_does_not_keep_its_known_people_out() {
    on_both(|agency| async move {
        nia(&agency).await;
        try_it(&agency, "office", PASSWORD).await.unwrap();
        let failure = |_| LoginAttemptRow {
            id: agency.service.id(),
            at: agency.service.now(),
            account: "others@agency.example".into(),
            source: "office".into(),
            succeeded: false,
        };
        let failures: Vec<_> = (0..30).map(failure).collect();
        let mut tx = agency.service.db().write_apart().await.unwrap();
        LoginAttemptRow::insert(&mut tx, &failures).await.unwrap();
        tx.commit().await.unwrap();
        try_it(&agency, "office", PASSWORD).await.unwrap();
        let unknown =
            access::sign_in(&agency.service, "office", "new@agency.example", PASSWORD).await;
        let refused = unknown.unwrap_err().to_string();
        assert!(
            refused.starts_with("There were too many attempts"),
            "{refused}"
        );
    })
    .await;
}

fn session(agency: &Agency, user: UserId, hash: u8) -> StoredSession {
    let now = agency.service.now();
    StoredSession {
        token_hash: vec![hash; 32],
        user: Some(user),
        created_at: now,
        last_seen_at: now,
        expires_at: now + TimeDelta::days(1),
        user_agent: "Firefox".into(),
        data: "{}".into(),
    }
}

#[tokio::test]
async fn sessions_are_listed_ended_and_forgotten() {
    on_both(|agency| async move {
        let (service, me) = (&agency.service, agency.producer.user.unwrap());
        for hash in [1, 2] {
            service
                .create_session(session(&agency, me, hash))
                .await
                .unwrap();
        }
        assert_eq!(
            access::sessions(service, &agency.producer)
                .await
                .unwrap()
                .len(),
            2
        );
        let foreign = access::revoke_session(service, &agency.sales, &[1; 32]).await;
        assert_eq!(foreign, Err(Error::NotFound("session")));
        access::revoke_session(service, &agency.producer, &[1; 32])
            .await
            .unwrap();
        assert_eq!(service.session(&[1; 32]).await, Ok(None));
        service.save_session(session(&agency, me, 1)).await.unwrap();
        assert_eq!(
            service.session(&[1; 32]).await,
            Ok(None),
            "what was ended stays away"
        );
        agency.later(TimeDelta::days(2));
        assert_eq!(service.session(&[2; 32]).await, Ok(None));
        assert_eq!(access::purge_sessions(service).await, Ok(1));
    })
    .await;
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    on_both(|agency| async move {
        let id = nia(&agency).await;
        let actor = access::actor(&agency.service, id).await.unwrap().unwrap();
        for hash in [1, 2] {
            agency
                .service
                .create_session(session(&agency, id, hash))
                .await
                .unwrap();
        }
        let wrong = access::change_password(
            &agency.service,
            &actor,
            "not it",
            "four calling birds",
            &[1; 32],
        )
        .await;
        assert!(matches!(wrong, Err(Error::Invalid { field: "old", .. })));
        access::change_password(
            &agency.service,
            &actor,
            PASSWORD,
            "four calling birds",
            &[1; 32],
        )
        .await
        .unwrap();
        let left = access::sessions(&agency.service, &actor).await.unwrap();
        assert_eq!(
            left.iter()
                .map(|session| session.token_hash[0])
                .collect::<Vec<_>>(),
            [1]
        );
        try_it(&agency, "home", "four calling birds").await.unwrap();
    })
    .await;
}
