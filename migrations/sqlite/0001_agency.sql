-- The agency: its settings, people, clients, pods, engagements and their workflows.

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE holiday (
    date TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE person (
    id BLOB PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    department TEXT,
    title TEXT NOT NULL,
    hired_on TEXT,
    independent_on TEXT,
    left_on TEXT,
    monthly_cost INTEGER,
    weekly_hours INTEGER,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE client (
    id BLOB PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE contact (
    id BLOB PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    client BLOB NOT NULL REFERENCES client (id),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_client ON contact (client);

CREATE TABLE pod (
    id BLOB PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    core INTEGER NOT NULL,
    account_manager BLOB REFERENCES person (id),
    producer BLOB REFERENCES person (id),
    backup BLOB REFERENCES person (id),
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE pod_member (
    pod BLOB NOT NULL REFERENCES pod (id),
    seq INTEGER NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    PRIMARY KEY (pod, seq)
) STRICT;
CREATE INDEX pod_member_person ON pod_member (person);

CREATE TABLE engagement (
    id BLOB PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    client BLOB NOT NULL REFERENCES client (id),
    name TEXT NOT NULL,
    sow_signed_at TEXT NOT NULL,
    monthly_fee INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    account_manager BLOB REFERENCES person (id),
    producer BLOB REFERENCES person (id),
    backup BLOB REFERENCES person (id),
    pod BLOB REFERENCES pod (id),
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX engagement_client ON engagement (client);
CREATE INDEX engagement_ends ON engagement (ends_on);

CREATE TABLE workflow (
    id BLOB PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    engagement BLOB NOT NULL REFERENCES engagement (id),
    name TEXT NOT NULL,
    sla TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX workflow_engagement ON workflow (engagement);
