-- The quality of deliverables: checklists, versions with the maker's own check, and QC's verdicts.

-- The QC checklist of a workflow; one without lines has the usual list.
CREATE TABLE qc_line (
    workflow UUID NOT NULL REFERENCES workflow (id),
    -- 1, 2, 3, … in the order in which they are looked at.
    seq BIGINT NOT NULL,
    id UUID NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (workflow, seq)
);

CREATE TABLE deliverable_version (
    id UUID PRIMARY KEY,
    handoff UUID NOT NULL REFERENCES handoff (id),
    -- 1, 2, 3, … in each job.
    number BIGINT NOT NULL,
    maker UUID REFERENCES person (id),
    -- The account that began it; unset where it was imported.
    made_by UUID REFERENCES user_account (id),
    made_at TIMESTAMPTZ NOT NULL,
    link TEXT NOT NULL,
    note TEXT NOT NULL,
    -- The checklist with the maker's own check, as JSON.
    checks TEXT NOT NULL,
    -- Unset while it is being made; one of a handoff at a time is.
    submitted_at TIMESTAMPTZ
);
CREATE INDEX deliverable_version_handoff ON deliverable_version (handoff);

CREATE TABLE deliverable_file (
    file UUID PRIMARY KEY REFERENCES file (id),
    version UUID NOT NULL REFERENCES deliverable_version (id)
);
CREATE INDEX deliverable_file_version ON deliverable_file (version);

CREATE TABLE qc_verdict (
    id UUID PRIMARY KEY,
    version UUID NOT NULL REFERENCES deliverable_version (id),
    -- When its handoff was accepted or returned.
    at TIMESTAMPTZ NOT NULL,
    -- A retake otherwise.
    accepted BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    actor_person UUID REFERENCES person (id),
    actor_user UUID REFERENCES user_account (id),
    -- When it was taken back; it does not count since.
    taken_back_at TIMESTAMPTZ
);
CREATE INDEX qc_verdict_version ON qc_verdict (version);

-- What a verdict says of the lines of the checklist, as they read then.
CREATE TABLE qc_mark (
    verdict UUID NOT NULL REFERENCES qc_verdict (id),
    seq BIGINT NOT NULL,
    line UUID NOT NULL,
    words TEXT NOT NULL,
    passed BOOLEAN NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (verdict, seq)
);
