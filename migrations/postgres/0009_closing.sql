-- Closing reports, and Sales' loop after them.

CREATE TABLE closing_report (
    handoff UUID PRIMARY KEY REFERENCES handoff (id),
    summary TEXT NOT NULL,
    -- One a paragraph.
    use_cases TEXT NOT NULL,
    -- The numbers as they were when the report was last saved, as JSON.
    numbers TEXT NOT NULL
);

-- The files that the case study shows.
CREATE TABLE closing_visual (
    handoff UUID NOT NULL REFERENCES handoff (id),
    seq BIGINT NOT NULL,
    file UUID NOT NULL REFERENCES file (id),
    PRIMARY KEY (handoff, seq)
);

-- What Sales does after an accepted closing report.
CREATE TABLE follow_up (
    handoff UUID PRIMARY KEY REFERENCES handoff (id),
    nps_asked_of UUID REFERENCES contact (id),
    nps_asked_at TIMESTAMPTZ,
    -- expansion, renewal or none; unset while it is not decided.
    re_engagement TEXT,
    next_step TEXT NOT NULL,
    next_on DATE,
    closed_at TIMESTAMPTZ
);
