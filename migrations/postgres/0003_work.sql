-- The work: jobs and handoffs with their histories. State, stage and the clock columns are what the
-- history makes of them, kept so that a board need not read every history.

CREATE TABLE job (
    id UUID PRIMARY KEY,
    key TEXT COLLATE "C" NOT NULL UNIQUE,
    workflow UUID NOT NULL REFERENCES workflow (id),
    title TEXT NOT NULL,
    brief TEXT NOT NULL,
    submitted_at TIMESTAMPTZ NOT NULL,
    submitted_by UUID REFERENCES contact (id),
    -- As promised when it was submitted.
    sla TEXT NOT NULL,
    state TEXT NOT NULL,
    -- The state that a hold interrupted; set while on hold.
    before_hold TEXT,
    -- Its clock, as JSON; the due time once more, to be asked for. Unset while on hold.
    clock TEXT NOT NULL,
    due_at TIMESTAMPTZ,
    version BIGINT NOT NULL
);
CREATE INDEX job_workflow ON job (workflow);
CREATE INDEX job_state ON job (state);
CREATE INDEX job_submitted ON job (submitted_at);

CREATE TABLE job_event (
    job UUID NOT NULL REFERENCES job (id),
    -- 1, 2, 3, … in order of time.
    seq BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    actor_person UUID REFERENCES person (id),
    actor_contact UUID REFERENCES contact (id),
    -- The account that entered it; unset where it was imported or happened by itself.
    actor_user UUID REFERENCES user_account (id),
    recorded_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (job, seq)
);

CREATE TABLE handoff (
    id UUID PRIMARY KEY,
    key TEXT COLLATE "C" NOT NULL UNIQUE,
    -- 1 to 4.
    kind BIGINT NOT NULL,
    engagement UUID NOT NULL REFERENCES engagement (id),
    job UUID REFERENCES job (id),
    needed_on DATE,
    stage TEXT NOT NULL,
    -- Its clock, as JSON; the due time once more, to be asked for. Unset where there is none.
    clock TEXT NOT NULL,
    due_at TIMESTAMPTZ,
    answered_at TIMESTAMPTZ,
    accepted_at TIMESTAMPTZ,
    returns BIGINT NOT NULL,
    case_study BOOLEAN NOT NULL,
    -- A fractional index: where the card stands in its cell of the board.
    position TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX handoff_engagement ON handoff (engagement);
CREATE INDEX handoff_job ON handoff (job);
CREATE INDEX handoff_open ON handoff (stage, kind, position) WHERE stage <> 'accepted';
CREATE INDEX handoff_accepted ON handoff (accepted_at) WHERE stage = 'accepted';

CREATE TABLE handoff_item (
    handoff UUID NOT NULL REFERENCES handoff (id),
    item TEXT NOT NULL,
    -- missing, filled or waived
    state TEXT NOT NULL,
    body TEXT NOT NULL,
    filled_at TIMESTAMPTZ,
    filled_by UUID REFERENCES user_account (id),
    PRIMARY KEY (handoff, item)
);

CREATE TABLE handoff_event (
    handoff UUID NOT NULL REFERENCES handoff (id),
    -- 1, 2, 3, … in order of time.
    seq BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    kind TEXT NOT NULL,
    -- The names of the waived items, separated by ';'.
    waived TEXT NOT NULL,
    case_study BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    actor_person UUID REFERENCES person (id),
    actor_contact UUID REFERENCES contact (id),
    actor_user UUID REFERENCES user_account (id),
    recorded_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (handoff, seq)
);

CREATE TABLE message (
    id UUID PRIMARY KEY,
    job UUID NOT NULL REFERENCES job (id),
    at TIMESTAMPTZ NOT NULL,
    author UUID NOT NULL REFERENCES user_account (id),
    body TEXT NOT NULL,
    -- A question of the agency; an answer or remark otherwise.
    is_question BOOLEAN NOT NULL
);
CREATE INDEX message_job ON message (job, at);

CREATE TABLE file (
    id UUID PRIMARY KEY,
    job UUID REFERENCES job (id),
    handoff UUID REFERENCES handoff (id),
    name TEXT NOT NULL,
    -- Bytes.
    size BIGINT NOT NULL,
    -- Where the object store keeps it.
    path TEXT NOT NULL UNIQUE,
    uploaded_by UUID REFERENCES user_account (id),
    at TIMESTAMPTZ NOT NULL
);
CREATE INDEX file_job ON file (job);
CREATE INDEX file_handoff ON file (handoff);
