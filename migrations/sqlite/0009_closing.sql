-- Closing reports, and Sales' loop after them.

CREATE TABLE closing_report (
    handoff BLOB PRIMARY KEY REFERENCES handoff (id),
    summary TEXT NOT NULL,
    -- One a paragraph.
    use_cases TEXT NOT NULL,
    -- The numbers as they were when the report was last saved, as JSON.
    numbers TEXT NOT NULL
) STRICT;

-- The files that the case study shows.
CREATE TABLE closing_visual (
    handoff BLOB NOT NULL REFERENCES handoff (id),
    seq INTEGER NOT NULL,
    file BLOB NOT NULL REFERENCES file (id),
    PRIMARY KEY (handoff, seq)
) STRICT;

-- What Sales does after an accepted closing report.
CREATE TABLE follow_up (
    handoff BLOB PRIMARY KEY REFERENCES handoff (id),
    nps_asked_of BLOB REFERENCES contact (id),
    nps_asked_at TEXT,
    -- expansion, renewal or none; unset while it is not decided.
    re_engagement TEXT,
    next_step TEXT NOT NULL,
    next_on TEXT,
    closed_at TEXT
) STRICT;
