-- What requests are asked for: the request form of a workflow, and what clients answered.

-- A workflow without fields asks for title, brief and files alone.
CREATE TABLE request_field (
    workflow UUID NOT NULL REFERENCES workflow (id),
    -- 1, 2, 3, … in the order in which they are asked for.
    seq BIGINT NOT NULL,
    id UUID NOT NULL,
    -- text or file
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    -- A request cannot be sent without.
    needed BOOLEAN NOT NULL,
    PRIMARY KEY (workflow, seq)
);

-- As it was asked when the request was sent.
CREATE TABLE job_answer (
    job UUID NOT NULL REFERENCES job (id),
    -- 1, 2, 3, … in the order of the form; each file has a row of its own.
    seq BIGINT NOT NULL,
    words TEXT NOT NULL,
    -- Empty for a file.
    body TEXT NOT NULL,
    file UUID REFERENCES file (id),
    PRIMARY KEY (job, seq)
);
