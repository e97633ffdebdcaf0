-- What the numbers need beyond the work: money spent, NPS answers, the plan and its milestones.

CREATE TABLE cost (
    id BLOB PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    engagement BLOB NOT NULL REFERENCES engagement (id),
    date TEXT NOT NULL,
    -- A person with hundredths of an hour, or an amount in cents.
    person BLOB REFERENCES person (id),
    hours INTEGER,
    amount INTEGER,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX cost_engagement ON cost (engagement);

CREATE TABLE survey (
    id BLOB PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    client BLOB NOT NULL REFERENCES client (id),
    engagement BLOB REFERENCES engagement (id),
    level TEXT NOT NULL,
    at TEXT NOT NULL,
    -- 0 to 10.
    score INTEGER NOT NULL,
    comment TEXT NOT NULL
) STRICT;
CREATE INDEX survey_client ON survey (client);

CREATE TABLE milestone_done (
    outcome TEXT PRIMARY KEY,
    done_on TEXT NOT NULL
) STRICT;

CREATE TABLE plan (
    year INTEGER NOT NULL,
    department TEXT NOT NULL,
    -- The plan as JSON.
    body TEXT NOT NULL,
    PRIMARY KEY (year, department)
) STRICT;
