-- What the packages of H1 and H2 contain, as rows. Lines count from 1 in the order in which they are shown.

CREATE TABLE sow (
    handoff BLOB PRIMARY KEY REFERENCES handoff (id),
    file BLOB REFERENCES file (id),
    -- Cents over the whole term.
    value INTEGER
) STRICT;

CREATE TABLE milestone (
    handoff BLOB NOT NULL REFERENCES handoff (id),
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    day TEXT NOT NULL,
    owner BLOB REFERENCES person (id),
    PRIMARY KEY (handoff, seq)
) STRICT;

CREATE TABLE staffing_line (
    handoff BLOB NOT NULL REFERENCES handoff (id),
    seq INTEGER NOT NULL,
    title TEXT NOT NULL,
    -- Open where unset.
    person BLOB REFERENCES person (id),
    -- Hundredths of an hour a week.
    hours INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    -- To the end of the engagement where unset.
    to_day TEXT,
    PRIMARY KEY (handoff, seq)
) STRICT;
CREATE INDEX staffing_line_person ON staffing_line (person);

CREATE TABLE budget_line (
    handoff BLOB NOT NULL REFERENCES handoff (id),
    seq INTEGER NOT NULL,
    category TEXT NOT NULL,
    note TEXT NOT NULL,
    -- Cents over the whole term.
    amount INTEGER NOT NULL,
    PRIMARY KEY (handoff, seq)
) STRICT;

CREATE TABLE pod_role (
    handoff BLOB NOT NULL REFERENCES handoff (id),
    seq INTEGER NOT NULL,
    title TEXT NOT NULL,
    -- Hundredths of an hour a week.
    hours INTEGER NOT NULL,
    from_day TEXT NOT NULL,
    to_day TEXT,
    PRIMARY KEY (handoff, seq)
) STRICT;

-- Generative's answer to each pod role: a person from a day on with so many percent of a week, or nobody before a day.
CREATE TABLE role_answer (
    handoff BLOB NOT NULL REFERENCES handoff (id),
    -- The role's seq.
    seq INTEGER NOT NULL,
    person BLOB REFERENCES person (id),
    from_day TEXT NOT NULL,
    -- Percent, 1 to 100; unset where nobody is.
    load INTEGER,
    PRIMARY KEY (handoff, seq)
) STRICT;
CREATE INDEX role_answer_person ON role_answer (person);

CREATE TABLE deliverable_spec (
    handoff BLOB NOT NULL REFERENCES handoff (id),
    seq INTEGER NOT NULL,
    format TEXT NOT NULL,
    size TEXT NOT NULL,
    count INTEGER NOT NULL,
    duration TEXT NOT NULL,
    notes TEXT NOT NULL,
    PRIMARY KEY (handoff, seq)
) STRICT;

CREATE TABLE brand_context (
    handoff BLOB PRIMARY KEY REFERENCES handoff (id),
    body TEXT NOT NULL,
    -- One a line.
    links TEXT NOT NULL
) STRICT;

-- How the time of an SOW's signature was corrected.
CREATE TABLE signature_correction (
    engagement BLOB NOT NULL REFERENCES engagement (id),
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    -- The account that corrected it.
    actor_user BLOB REFERENCES user_account (id),
    was TEXT NOT NULL,
    becomes TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (engagement, seq)
) STRICT;
