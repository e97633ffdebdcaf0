-- The work: jobs and handoffs with their histories. State, stage and the clock columns are what the
-- history makes of them, kept so that a board need not read every history.

CREATE TABLE job (
    id BLOB PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    workflow BLOB NOT NULL REFERENCES workflow (id),
    title TEXT NOT NULL,
    brief TEXT NOT NULL,
    submitted_at TEXT NOT NULL,
    submitted_by BLOB REFERENCES contact (id),
    -- As promised when it was submitted.
    sla TEXT NOT NULL,
    state TEXT NOT NULL,
    -- The state that a hold interrupted; set while on hold.
    before_hold TEXT,
    -- Its clock, as JSON; the due time once more, to be asked for. Unset while on hold.
    clock TEXT NOT NULL,
    due_at TEXT,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX job_workflow ON job (workflow);
CREATE INDEX job_state ON job (state);
CREATE INDEX job_submitted ON job (submitted_at);

CREATE TABLE job_event (
    job BLOB NOT NULL REFERENCES job (id),
    -- 1, 2, 3, … in order of time.
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    actor_person BLOB REFERENCES person (id),
    actor_contact BLOB REFERENCES contact (id),
    -- The account that entered it; unset where it was imported or happened by itself.
    actor_user BLOB REFERENCES user_account (id),
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (job, seq)
) STRICT;

CREATE TABLE handoff (
    id BLOB PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    -- 1 to 4.
    kind INTEGER NOT NULL,
    engagement BLOB NOT NULL REFERENCES engagement (id),
    job BLOB REFERENCES job (id),
    needed_on TEXT,
    stage TEXT NOT NULL,
    -- Its clock, as JSON; the due time once more, to be asked for. Unset where there is none.
    clock TEXT NOT NULL,
    due_at TEXT,
    answered_at TEXT,
    accepted_at TEXT,
    returns INTEGER NOT NULL,
    case_study INTEGER NOT NULL,
    -- A fractional index: where the card stands in its cell of the board.
    position TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX handoff_engagement ON handoff (engagement);
CREATE INDEX handoff_job ON handoff (job);
CREATE INDEX handoff_open ON handoff (stage, kind, position) WHERE stage <> 'accepted';
CREATE INDEX handoff_accepted ON handoff (accepted_at) WHERE stage = 'accepted';

CREATE TABLE handoff_item (
    handoff BLOB NOT NULL REFERENCES handoff (id),
    item TEXT NOT NULL,
    -- missing, filled or waived
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    filled_at TEXT,
    filled_by BLOB REFERENCES user_account (id),
    PRIMARY KEY (handoff, item)
) STRICT;

CREATE TABLE handoff_event (
    handoff BLOB NOT NULL REFERENCES handoff (id),
    -- 1, 2, 3, … in order of time.
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- The names of the waived items, separated by ';'.
    waived TEXT NOT NULL,
    case_study INTEGER NOT NULL,
    reason TEXT NOT NULL,
    actor_person BLOB REFERENCES person (id),
    actor_contact BLOB REFERENCES contact (id),
    actor_user BLOB REFERENCES user_account (id),
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (handoff, seq)
) STRICT;

CREATE TABLE message (
    id BLOB PRIMARY KEY,
    job BLOB NOT NULL REFERENCES job (id),
    at TEXT NOT NULL,
    author BLOB NOT NULL REFERENCES user_account (id),
    body TEXT NOT NULL,
    -- A question of the agency; an answer or remark otherwise.
    is_question INTEGER NOT NULL
) STRICT;
CREATE INDEX message_job ON message (job, at);

CREATE TABLE file (
    id BLOB PRIMARY KEY,
    job BLOB REFERENCES job (id),
    handoff BLOB REFERENCES handoff (id),
    name TEXT NOT NULL,
    -- Bytes.
    size INTEGER NOT NULL,
    -- Where the object store keeps it.
    path TEXT NOT NULL UNIQUE,
    uploaded_by BLOB REFERENCES user_account (id),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX file_job ON file (job);
CREATE INDEX file_handoff ON file (handoff);
