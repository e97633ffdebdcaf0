-- Working on the board: limits of its columns, moves that are taken back, views that are kept.

CREATE TABLE board_limit (
    -- The lane, 1 to 4.
    kind INTEGER NOT NULL,
    stage TEXT NOT NULL,
    most INTEGER NOT NULL,
    -- Held to, unless somebody says why not; otherwise it only warns.
    hard INTEGER NOT NULL,
    PRIMARY KEY (kind, stage)
) STRICT;

-- What opened it was taken back before anybody touched it: it is on no board and in no number.
ALTER TABLE handoff ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;

-- Why the card went beyond its column's limit; empty where it did not. An event of the kind 'undone' takes back the last
-- one before it that stands; both stay.
ALTER TABLE handoff_event ADD COLUMN over_limit TEXT NOT NULL DEFAULT '';

CREATE TABLE saved_view (
    id BLOB PRIMARY KEY,
    owner BLOB NOT NULL REFERENCES user_account (id),
    -- board, list or dashboard
    page TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What its address says after the question mark.
    query TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX saved_view_owner ON saved_view (owner);
