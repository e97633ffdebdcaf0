-- The agency: its settings, people, clients, pods, engagements and their workflows.

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE holiday (
    date DATE PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE person (
    id UUID PRIMARY KEY,
    key TEXT COLLATE "C" NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    department TEXT,
    title TEXT NOT NULL,
    hired_on DATE,
    independent_on DATE,
    left_on DATE,
    monthly_cost BIGINT,
    weekly_hours BIGINT,
    version BIGINT NOT NULL
);

CREATE TABLE client (
    id UUID PRIMARY KEY,
    key TEXT COLLATE "C" NOT NULL UNIQUE,
    name TEXT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE contact (
    id UUID PRIMARY KEY,
    key TEXT COLLATE "C" NOT NULL UNIQUE,
    client UUID NOT NULL REFERENCES client (id),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX contact_client ON contact (client);

CREATE TABLE pod (
    id UUID PRIMARY KEY,
    key TEXT COLLATE "C" NOT NULL UNIQUE,
    name TEXT NOT NULL,
    core BOOLEAN NOT NULL,
    account_manager UUID REFERENCES person (id),
    producer UUID REFERENCES person (id),
    backup UUID REFERENCES person (id),
    version BIGINT NOT NULL
);

CREATE TABLE pod_member (
    pod UUID NOT NULL REFERENCES pod (id),
    seq BIGINT NOT NULL,
    person UUID NOT NULL REFERENCES person (id),
    PRIMARY KEY (pod, seq)
);
CREATE INDEX pod_member_person ON pod_member (person);

CREATE TABLE engagement (
    id UUID PRIMARY KEY,
    key TEXT COLLATE "C" NOT NULL UNIQUE,
    client UUID NOT NULL REFERENCES client (id),
    name TEXT NOT NULL,
    sow_signed_at TIMESTAMPTZ NOT NULL,
    monthly_fee BIGINT NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE,
    account_manager UUID REFERENCES person (id),
    producer UUID REFERENCES person (id),
    backup UUID REFERENCES person (id),
    pod UUID REFERENCES pod (id),
    version BIGINT NOT NULL
);
CREATE INDEX engagement_client ON engagement (client);
CREATE INDEX engagement_ends ON engagement (ends_on);

CREATE TABLE workflow (
    id UUID PRIMARY KEY,
    key TEXT COLLATE "C" NOT NULL UNIQUE,
    engagement UUID NOT NULL REFERENCES engagement (id),
    name TEXT NOT NULL,
    sla TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX workflow_engagement ON workflow (engagement);
