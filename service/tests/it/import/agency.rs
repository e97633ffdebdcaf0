//! A small agency that has one of everything.

use service::import::format::Files;

const SMALL: [(&str, &str); 15] = [
    (
        "settings.csv",
        "name,value\ntimezone,America/Los_Angeles\ncurrency,USD\nopening,Mon-Fri 09:00-12:30;Mon-Fri 13:30-18:00\n",
    ),
    ("holidays.csv", "date,name\n2026-01-01,New Year's Day\n"),
    (
        "people.csv",
        "key,name,email,department,title,hired_on,independent_on,left_on,monthly_cost,weekly_hours\n\
         pia,Pia Sol,pia@agency.example,Production,Producer,2025-01-06,2025-02-03,,9000.00,40\n\
         sam,Sam Ode,sam@agency.example,Sales,Account Manager,2025-01-06,,,,\n\
         gil,Gil Ray,gil@agency.example,Generative,Workflow Engineer,2025-01-06,,,10400,40\n",
    ),
    ("clients.csv", "key,name\nhal,Halcyon\ntid,Tidewater\n"),
    (
        "contacts.csv",
        "key,client,name,email\nann,hal,Ann Roe,ann@halcyon.example\nbob,tid,Bob Fay,bob@tidewater.example\n",
    ),
    (
        "pods.csv",
        "key,name,core,account_manager,producer,backup,members\np1,Pod 1,true,sam,pia,,gil;pia\n",
    ),
    (
        "engagements.csv",
        "key,client,name,sow_signed_at,monthly_fee,starts_on,ends_on,account_manager,producer,backup,pod\n\
         e1,hal,Launch,2026-01-05T10:00:00-08:00,25000.00,2026-01-19,2026-03-31,sam,pia,,p1\n\
         e2,tid,Always on,2026-02-02T09:00:00-08:00,30000,2026-02-16,,sam,pia,,\n",
    ),
    (
        "workflows.csv",
        "key,engagement,name,sla\nw1,e1,Stills,3 business days\nw2,e2,Film,48 hours\n",
    ),
    (
        "jobs.csv",
        "key,workflow,title,brief,submitted_at,submitted_by\n\
         j1,w1,Lamp,\"Warm, please\",2026-01-20T10:00:00-08:00,ann\n\
         j2,w2,Spritz,,2026-02-20T10:00:00-08:00,bob\n",
    ),
    (
        "job_events.csv",
        "job,at,event,reason,actor,recorded_at\n\
         j1,2026-01-20T11:00:00-08:00,accepted,,pia,\n\
         j1,2026-01-20T12:00:00-08:00,production,,gil,\n\
         j1,2026-01-21T12:00:00-08:00,qc,,gil,2026-01-21T12:30:00-08:00\n\
         j1,2026-01-21T15:00:00-08:00,delivered,,pia,\n\
         j1,2026-01-22T09:00:00-08:00,approved,,ann,\n",
    ),
    (
        "handoffs.csv",
        "key,kind,engagement,job,needed_on\nh1,1,e1,,\nh2,2,e1,,2026-01-19\nh3,3,e1,j1,\nh4,4,e1,,\n",
    ),
    (
        "handoff_events.csv",
        "handoff,at,event,waived,case_study,reason,actor,recorded_at\n\
         h1,2026-01-05T10:00:00-08:00,opened,,,,sam,\n\
         h1,2026-01-06T10:00:00-08:00,submitted,budget;timeline,,On Friday,sam,\n\
         h1,2026-01-06T12:00:00-08:00,accepted,,,,pia,\n\
         h2,2026-01-07T10:00:00-08:00,submitted,,,,pia,\n\
         h2,2026-01-07T15:00:00-08:00,availability_answered,,,,gil,\n\
         h4,2026-04-02T10:00:00-07:00,submitted,,,,pia,\n\
         h4,2026-04-03T10:00:00-07:00,accepted,,true,,sam,\n",
    ),
    (
        "costs.csv",
        "key,engagement,date,person,hours,amount,note\nc1,e1,2026-01-21,pia,7.5,,\nc2,e1,2026-01-22,,,120.00,Music\n",
    ),
    (
        "surveys.csv",
        "key,client,engagement,level,at,score,comment\ns1,hal,e1,job,2026-01-23T09:00:00-08:00,9,\"Fast,\nand \"\"us\"\"\"\n",
    ),
    (
        "milestones.csv",
        "outcome,done_on\nproducer_job_description,2026-03-01\n",
    ),
];

/// The small agency's files.
pub fn small() -> Files {
    let files = SMALL
        .iter()
        .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
    Files(files.collect())
}

/// The small agency with another text for one file.
pub fn with(name: &str, text: impl AsRef<[u8]>) -> Files {
    let mut files = small();
    files.0.insert(name.to_owned(), text.as_ref().to_vec());
    files
}

/// The small agency with a row at the end of one file.
pub fn with_row(name: &str, row: &str) -> Files {
    let mut files = small();
    let text = files.0.entry(name.to_owned()).or_default();
    text.extend(row.as_bytes());
    text.push(b'\n');
    files
}
