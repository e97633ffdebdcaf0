-- The quality of deliverables: checklists, versions with the maker's own check, and QC's verdicts.

-- The QC checklist of a workflow; one without lines has the usual list.
CREATE TABLE qc_line (
    workflow BLOB NOT NULL REFERENCES workflow (id),
    -- 1, 2, 3, … in the order in which they are looked at.
    seq INTEGER NOT NULL,
    id BLOB NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (workflow, seq)
) STRICT;

CREATE TABLE deliverable_version (
    id BLOB PRIMARY KEY,
    handoff BLOB NOT NULL REFERENCES handoff (id),
    -- 1, 2, 3, … in each job.
    number INTEGER NOT NULL,
    maker BLOB REFERENCES person (id),
    -- The account that began it; unset where it was imported.
    made_by BLOB REFERENCES user_account (id),
    made_at TEXT NOT NULL,
    link TEXT NOT NULL,
    note TEXT NOT NULL,
    -- The checklist with the maker's own check, as JSON.
    checks TEXT NOT NULL,
    -- Unset while it is being made; one of a handoff at a time is.
    submitted_at TEXT
) STRICT;
CREATE INDEX deliverable_version_handoff ON deliverable_version (handoff);

CREATE TABLE deliverable_file (
    file BLOB PRIMARY KEY REFERENCES file (id),
    version BLOB NOT NULL REFERENCES deliverable_version (id)
) STRICT;
CREATE INDEX deliverable_file_version ON deliverable_file (version);

CREATE TABLE qc_verdict (
    id BLOB PRIMARY KEY,
    version BLOB NOT NULL REFERENCES deliverable_version (id),
    -- When its handoff was accepted or returned.
    at TEXT NOT NULL,
    -- A retake otherwise.
    accepted INTEGER NOT NULL,
    reason TEXT NOT NULL,
    actor_person BLOB REFERENCES person (id),
    actor_user BLOB REFERENCES user_account (id),
    -- When it was taken back; it does not count since.
    taken_back_at TEXT
) STRICT;
CREATE INDEX qc_verdict_version ON qc_verdict (version);

-- What a verdict says of the lines of the checklist, as they read then.
CREATE TABLE qc_mark (
    verdict BLOB NOT NULL REFERENCES qc_verdict (id),
    seq INTEGER NOT NULL,
    line BLOB NOT NULL,
    words TEXT NOT NULL,
    passed INTEGER NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (verdict, seq)
) STRICT;
