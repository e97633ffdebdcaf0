-- Working on the board: limits of its columns, moves that are taken back, views that are kept.

CREATE TABLE board_limit (
    -- The lane, 1 to 4.
    kind BIGINT NOT NULL,
    stage TEXT NOT NULL,
    most BIGINT NOT NULL,
    -- Held to, unless somebody says why not; otherwise it only warns.
    hard BOOLEAN NOT NULL,
    PRIMARY KEY (kind, stage)
);

-- What opened it was taken back before anybody touched it: it is on no board and in no number.
ALTER TABLE handoff ADD COLUMN withdrawn BOOLEAN NOT NULL DEFAULT FALSE;

-- Why the card went beyond its column's limit; empty where it did not. An event of the kind 'undone' takes back the last
-- one before it that stands; both stay.
ALTER TABLE handoff_event ADD COLUMN over_limit TEXT NOT NULL DEFAULT '';

CREATE TABLE saved_view (
    id UUID PRIMARY KEY,
    owner UUID NOT NULL REFERENCES user_account (id),
    -- board, list or dashboard
    page TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What its address says after the question mark.
    query TEXT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX saved_view_owner ON saved_view (owner);
