-- What the numbers need beyond the work: money spent, NPS answers, the plan and its milestones.

CREATE TABLE cost (
    id UUID PRIMARY KEY,
    key TEXT COLLATE "C" NOT NULL UNIQUE,
    engagement UUID NOT NULL REFERENCES engagement (id),
    date DATE NOT NULL,
    -- A person with hundredths of an hour, or an amount in cents.
    person UUID REFERENCES person (id),
    hours BIGINT,
    amount BIGINT,
    note TEXT NOT NULL
);
CREATE INDEX cost_engagement ON cost (engagement);

CREATE TABLE survey (
    id UUID PRIMARY KEY,
    key TEXT COLLATE "C" NOT NULL UNIQUE,
    client UUID NOT NULL REFERENCES client (id),
    engagement UUID REFERENCES engagement (id),
    level TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    -- 0 to 10.
    score BIGINT NOT NULL,
    comment TEXT NOT NULL
);
CREATE INDEX survey_client ON survey (client);

CREATE TABLE milestone_done (
    outcome TEXT COLLATE "C" PRIMARY KEY,
    done_on DATE NOT NULL
);

CREATE TABLE plan (
    year BIGINT NOT NULL,
    department TEXT NOT NULL,
    -- The plan as JSON.
    body TEXT NOT NULL,
    PRIMARY KEY (year, department)
);
