-- What requests are asked for: the request form of a workflow, and what clients answered.

-- A workflow without fields asks for title, brief and files alone.
CREATE TABLE request_field (
    workflow BLOB NOT NULL REFERENCES workflow (id),
    -- 1, 2, 3, … in the order in which they are asked for.
    seq INTEGER NOT NULL,
    id BLOB NOT NULL,
    -- text or file
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    -- A request cannot be sent without.
    needed INTEGER NOT NULL,
    PRIMARY KEY (workflow, seq)
) STRICT;

-- As it was asked when the request was sent.
CREATE TABLE job_answer (
    job BLOB NOT NULL REFERENCES job (id),
    -- 1, 2, 3, … in the order of the form; each file has a row of its own.
    seq INTEGER NOT NULL,
    words TEXT NOT NULL,
    -- Empty for a file.
    body TEXT NOT NULL,
    file BLOB REFERENCES file (id),
    PRIMARY KEY (job, seq)
) STRICT;
