-- What the packages of H1 and H2 contain, as rows. Lines count from 1 in the order in which they are shown.

CREATE TABLE sow (
    handoff UUID PRIMARY KEY REFERENCES handoff (id),
    file UUID REFERENCES file (id),
    -- Cents over the whole term.
    value BIGINT
);

CREATE TABLE milestone (
    handoff UUID NOT NULL REFERENCES handoff (id),
    seq BIGINT NOT NULL,
    name TEXT NOT NULL,
    day DATE NOT NULL,
    owner UUID REFERENCES person (id),
    PRIMARY KEY (handoff, seq)
);

CREATE TABLE staffing_line (
    handoff UUID NOT NULL REFERENCES handoff (id),
    seq BIGINT NOT NULL,
    title TEXT NOT NULL,
    -- Open where unset.
    person UUID REFERENCES person (id),
    -- Hundredths of an hour a week.
    hours BIGINT NOT NULL,
    from_day DATE NOT NULL,
    -- To the end of the engagement where unset.
    to_day DATE,
    PRIMARY KEY (handoff, seq)
);
CREATE INDEX staffing_line_person ON staffing_line (person);

CREATE TABLE budget_line (
    handoff UUID NOT NULL REFERENCES handoff (id),
    seq BIGINT NOT NULL,
    category TEXT NOT NULL,
    note TEXT NOT NULL,
    -- Cents over the whole term.
    amount BIGINT NOT NULL,
    PRIMARY KEY (handoff, seq)
);

CREATE TABLE pod_role (
    handoff UUID NOT NULL REFERENCES handoff (id),
    seq BIGINT NOT NULL,
    title TEXT NOT NULL,
    -- Hundredths of an hour a week.
    hours BIGINT NOT NULL,
    from_day DATE NOT NULL,
    to_day DATE,
    PRIMARY KEY (handoff, seq)
);

-- Generative's answer to each pod role: a person from a day on with so many percent of a week, or nobody before a day.
CREATE TABLE role_answer (
    handoff UUID NOT NULL REFERENCES handoff (id),
    -- The role's seq.
    seq BIGINT NOT NULL,
    person UUID REFERENCES person (id),
    from_day DATE NOT NULL,
    -- Percent, 1 to 100; unset where nobody is.
    load BIGINT,
    PRIMARY KEY (handoff, seq)
);
CREATE INDEX role_answer_person ON role_answer (person);

CREATE TABLE deliverable_spec (
    handoff UUID NOT NULL REFERENCES handoff (id),
    seq BIGINT NOT NULL,
    format TEXT NOT NULL,
    size TEXT NOT NULL,
    count BIGINT NOT NULL,
    duration TEXT NOT NULL,
    notes TEXT NOT NULL,
    PRIMARY KEY (handoff, seq)
);

CREATE TABLE brand_context (
    handoff UUID PRIMARY KEY REFERENCES handoff (id),
    body TEXT NOT NULL,
    -- One a line.
    links TEXT NOT NULL
);

-- How the time of an SOW's signature was corrected.
CREATE TABLE signature_correction (
    engagement UUID NOT NULL REFERENCES engagement (id),
    seq BIGINT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    -- The account that corrected it.
    actor_user UUID REFERENCES user_account (id),
    was TIMESTAMPTZ NOT NULL,
    becomes TIMESTAMPTZ NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (engagement, seq)
);
