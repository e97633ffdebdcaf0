//! The server functions.

use super::{CLIENTS, JUDGES, NOT_SALES, SIGNED_IN, STAFF, Told, ids};
use crate::support::{Baton, Who, name_of};
use leptos::server_fn::axum::server_fn_paths;
use std::collections::BTreeSet;

const EVERYBODY: &[Who] = &Who::ALL;
const SALES: &[Who] = &[Who::Sales, Who::Admin];
/// Whoever writes brand pages.
const BRAND: &[Who] = &[Who::Producer, Who::Sales, Who::Admin];
const PRODUCTION: &[Who] = &[Who::Producer, Who::Admin];
const GENERATIVE: &[Who] = &[Who::Generative, Who::Admin];

/// A server function: its name; its arguments, JSON or those of a form, `{id}` standing for what it is about; what that
/// is (a key of `tests/data` without its client); and who may call it.
type Listed = (
    &'static str,
    &'static str,
    Option<&'static str>,
    &'static [Who],
);

/// Every server function.
const LISTED: &[Listed] = &[
    ("answer", "query=", None, STAFF),
    (
        "answer_request",
        "id={id}&version=1&answer=Gus+from+Monday",
        Some("sent"),
        GENERATIVE,
    ),
    (
        "answer_roles",
        "id={id}&version=1&remark=None+yet",
        Some("sent"),
        GENERATIVE,
    ),
    (
        "ask_client",
        "id={id}&message=Which+logo%3F",
        Some("1"),
        PRODUCTION,
    ),
    (
        "bring_in_brand",
        "id={id}&version=1",
        Some("h2"),
        PRODUCTION,
    ),
    ("change_password", "old=wrong&new=wrong", None, SIGNED_IN),
    ("delete_view", VIEW, None, STAFF),
    (
        "correct_signature",
        "id={id}&version=1&signed_at=2026-02-20T09:00&reason=Misread",
        Some("2026"),
        SALES,
    ),
    (
        "end_engagement",
        "id={id}&version=1&last_day=2026-04-30&reason=Called+off",
        Some("2026"),
        SALES,
    ),
    (
        "fill_usual",
        "id={id}&version=1&usual=campaign",
        Some("h1"),
        SALES,
    ),
    (
        "give_verdict",
        "id={id}&version=1&to=preparing&looked_at=1&reason=Too+dark",
        Some("made"),
        PRODUCTION,
    ),
    (
        "limit_column",
        "kind=1&stage=submitted&most=5&hard=true",
        None,
        PRODUCTION,
    ),
    (
        "delete_comment",
        "id=01890000-0000-7000-8000-000000000000&version=1",
        None,
        STAFF,
    ),
    (
        "edit_comment",
        "id=01890000-0000-7000-8000-000000000000&version=1&text=Hello",
        None,
        STAFF,
    ),
    ("count_unread", "", None, STAFF),
    ("count_accepted", BOARD_FILTER, None, STAFF),
    ("load_accepted", ACCEPTED, None, STAFF),
    ("load_brand", r#"{"client":"{id}"}"#, Some(""), STAFF),
    ("load_choices", "", None, SALES),
    ("load_comments", "about=job:{id}", Some("1"), STAFF),
    ("load_compliance", "{}", None, STAFF),
    ("load_desk", "person={id}", Some("=pia"), NOT_SALES),
    ("load_engagement", "id={id}", Some("2026"), STAFF),
    ("load_engagements", "", None, STAFF),
    ("load_follow_ups", "{}", None, SALES),
    ("load_feed", "", None, STAFF),
    ("load_first_board", BOARD_FILTER, None, STAFF),
    ("load_handoff", "id={id}", Some("h1"), STAFF),
    ("load_home", r#"{"past":0}"#, None, CLIENTS),
    ("load_job", r#"{"id":"{id}"}"#, Some("1"), STAFF),
    ("load_job_choices", "{}", None, STAFF),
    ("load_jobs", JOB_FILTER, None, STAFF),
    ("load_limit_changes", "{}", None, STAFF),
    ("load_limits", "{}", None, STAFF),
    ("load_mentionable", "about=handoff:{id}", Some("h1"), STAFF),
    ("load_listed_board", "{}", None, STAFF),
    ("load_own_job", r#"{"id":"{id}"}"#, Some("1"), CLIENTS),
    ("load_promises", "{}", None, CLIENTS),
    ("load_qc_lines", r#"{"id":"{id}"}"#, Some("made"), STAFF),
    ("load_quality", r#"{"query":""}"#, None, JUDGES),
    ("load_report", r#"{"id":"{id}"}"#, Some("h4"), STAFF),
    ("load_views", "{}", None, STAFF),
    ("load_whole_board", "{}", None, STAFF),
    (
        "mark_milestone",
        "outcome=nothing&done_on=2026-03-01",
        None,
        PRODUCTION,
    ),
    (
        "move_job",
        "id={id}&version=1&event=accepted",
        Some("1"),
        PRODUCTION,
    ),
    ("numbers_source", "", None, STAFF),
    ("open_sessions", "", None, SIGNED_IN),
    (
        "remove_version_file",
        "id={id}&version=1&file=01890000-0000-7000-8000-000000000000",
        Some("h3"),
        GENERATIVE,
    ),
    ("rename_view", NAMED_VIEW, None, STAFF),
    (
        "save_brand",
        "id={id}&version=1&text=Calm&links=Guide+https://example.com",
        Some("h2"),
        PRODUCTION,
    ),
    (
        "save_brand_page",
        "client={id}&version=0&voice=Calm",
        Some(""),
        BRAND,
    ),
    (
        "save_budget",
        "id={id}&version=1&lines[0][category]=people&lines[0][note]=Hours&lines[0][amount]=90000",
        Some("h1"),
        SALES,
    ),
    (
        "save_checklist",
        "workflow={id}&version=1&text=Sharp",
        Some("cuts"),
        PRODUCTION,
    ),
    (
        "save_request_form",
        "workflow={id}&version=1&text=needed+file:+Logo",
        Some("cuts"),
        PRODUCTION,
    ),
    (
        "save_follow_up",
        "id={id}&nps_asked_on=&re_engagement=none",
        Some("closed"),
        SALES,
    ),
    (
        "pass_desk",
        "person={id}&seats[engagement:01890000-0000-7000-8000-000000000000:producer]={id}",
        Some("=pia"),
        NOT_SALES,
    ),
    ("read_all", "", None, STAFF),
    ("read_item", "key=nothing", None, STAFF),
    (
        "save_item",
        "id={id}&version=1&item=budget&body=Fifty+days",
        Some("h1"),
        SALES,
    ),
    (
        "save_milestones",
        "id={id}&version=1&lines[0][name]=Kick-off&lines[0][day]=2026-03-16&lines[0][owner]=",
        Some("h1"),
        SALES,
    ),
    (
        "save_needed_on",
        "id={id}&version=1&day=2026-04-15",
        Some("h2"),
        PRODUCTION,
    ),
    (
        "save_pod_roles",
        "id={id}&version=1&lines[0][title]=Preditor&lines[0][hours]=20&lines[0][from]=2026-03-16",
        Some("h2"),
        PRODUCTION,
    ),
    (
        "save_sow",
        "id={id}&version=1&value=90000",
        Some("h1"),
        SALES,
    ),
    (
        "save_specs",
        "id={id}&version=1&lines[0][format]=MP4&lines[0][count]=4",
        Some("h2"),
        PRODUCTION,
    ),
    (
        "save_staffing",
        "id={id}&version=1&lines[0][title]=Preditor&lines[0][hours]=20&lines[0][from]=2026-03-16",
        Some("h1"),
        SALES,
    ),
    (
        "save_report",
        "id={id}&version=1&summary=Six+films",
        Some("h4"),
        PRODUCTION,
    ),
    ("search", "text=film", None, STAFF),
    (
        "save_version",
        "id={id}&version=1&link=https://example.com/cut&ticked[0]=01890000-0000-7000-8000-000000000000",
        Some("h3"),
        GENERATIVE,
    ),
    (
        "save_view",
        "name=Mine&address=/board?mine%3D1",
        None,
        STAFF,
    ),
    ("send_move", MOVE, Some("h1"), SALES),
    (
        "send_plain_move",
        "id={id}&version=1&to=submitted&waive=Later",
        Some("h1"),
        SALES,
    ),
    ("send_moves", r#"{"asked":[]}"#, None, STAFF),
    ("set_looks", "theme=Dark&density=Compact", None, EVERYBODY),
    ("sign_engagement", SIGN, Some(""), SALES),
    ("sign_out", "", None, EVERYBODY),
    ("start_closing", "id={id}", Some("2026"), PRODUCTION),
    ("take_back_ending", "id={id}&version=1", Some("2026"), SALES),
    ("take_back_job", "id={id}&version=1", Some("1"), SIGNED_IN),
    ("take_back_limit", "seq=0", None, PRODUCTION),
    ("take_back_move", "id={id}&version=1", Some("h1"), STAFF),
    (
        "take_back_needed_on",
        "id={id}&version=1",
        Some("h2"),
        PRODUCTION,
    ),
    (
        "take_back_report",
        "id={id}&version=1",
        Some("h4"),
        PRODUCTION,
    ),
    (
        "take_back_section",
        "id={id}&version=1&section=budget",
        Some("h1"),
        SALES,
    ),
    (
        "take_back_text",
        "id={id}&version=1&item=budget",
        Some("h1"),
        SALES,
    ),
    (
        "take_off_file",
        "file=01890000-0000-7000-8000-000000000000",
        None,
        BRAND,
    ),
    ("whole_plan", "", None, STAFF),
    ("whole_team", "", None, NOT_SALES),
    (
        "write_comment",
        "about=engagement:{id}&text=Hello",
        Some("2026"),
        STAFF,
    ),
];

/// Told apart by what is sent rather than by who sends it; `sign_in` and `sessions` are about them.
const ELSEWHERE: &[&str] = &["revoke_session", "sign_in"];

const VIEW: &str = "id=01890000-0000-7000-8000-000000000000";
const NAMED_VIEW: &str = "id=01890000-0000-7000-8000-000000000000&name=Mine";
const BOARD_FILTER: &str =
    r#"{"filter":{"kinds":[],"clients":[],"producers":[],"mine":false,"at_risk":false,"text":""}}"#;
const ACCEPTED: &str = r#"{"kind":1,"filter":{"kinds":[],"clients":[],"producers":[],"mine":false,"at_risk":false,"text":""},"after":0}"#;
const JOB_FILTER: &str = r#"{"filter":{"states":[],"clients":[],"workflows":[],"producers":[],"at_risk":false,"text":""},"page":0}"#;
const MOVE: &str = r#"{"asked":{"id":"{id}","version":1,"to":"submitted","items":[],"waive":"Later","reason":null,"pod":null,"case_study":false}}"#;
const SIGN: &str = "client={id}&name=One+more&sow_signed_at=2026-03-01T09:00&monthly_fee=30000&starts_on=2026-03-09";

#[test]
fn every_server_function_is_listed() {
    let listed = LISTED
        .iter()
        .map(|(name, ..)| *name)
        .chain(ELSEWHERE.iter().copied());
    let there: BTreeSet<&str> = server_fn_paths().map(|(path, _)| name_of(path)).collect();
    assert_eq!(
        there,
        listed.collect::<BTreeSet<&str>>(),
        "a server function is missing in LISTED of tests/http/access/functions.rs: say who may"
    );
}

#[tokio::test]
async fn a_server_function_answers_those_who_may() {
    let mut wrong = Vec::new();
    let mut baton = Baton::start().await;
    for listed @ (name, arguments, ..) in LISTED {
        wrong.extend(faults(&baton, listed).await);
        if arguments.contains("version") || *name == "sign_out" {
            baton = Baton::start().await;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Whoever may not goes first, so that they meet things as they were.
async fn faults(baton: &Baton, (name, arguments, about, may): &Listed) -> Vec<String> {
    let [own, foreign, none] =
        about.map_or_else(Default::default, |thing| ids(&baton.agency, thing));
    let mut wrong = Vec::new();
    let (allowed, others): (Vec<Who>, Vec<Who>) =
        Who::ALL.into_iter().partition(|who| may.contains(who));
    for who in others.into_iter().chain(allowed) {
        let answer = baton
            .call(who, name, &arguments.replace("{id}", &own))
            .await;
        let told = Told::by(&answer);
        let expected = match who {
            Who::Sam if may.contains(&who) && about.is_some() => Told::Missing,
            _ if may.contains(&who) => Told::Yes,
            Who::Stranger => Told::SignIn,
            _ => Told::No,
        };
        // Without an id of ours the thing itself may be missing; another client's is so before roles are asked.
        let as_good = told == Told::Missing
            && ((expected == Told::Yes && about.is_none())
                || (expected == Told::No && about.is_some() && who == Who::Sam));
        if told != expected && !as_good {
            wrong.push(format!(
                "{who:?} calls {name}: {told:?}, not {expected:?}: {}",
                answer.body
            ));
        }
    }
    if about.is_some() {
        let foreign = baton
            .call(Who::Nora, name, &arguments.replace("{id}", &foreign))
            .await;
        let none = baton
            .call(Who::Nora, name, &arguments.replace("{id}", &none))
            .await;
        if Told::by(&foreign) == Told::Yes
            || (foreign.status, &foreign.body) != (none.status, &none.body)
        {
            wrong.push(format!(
                "{name} tells what another client has: {foreign:?}, not {none:?}"
            ));
        }
    }
    wrong
}
