-- Engagements that were ended before their term.

CREATE TABLE engagement_ending (
    engagement BLOB PRIMARY KEY REFERENCES engagement (id),
    at TEXT NOT NULL,
    actor_user BLOB REFERENCES user_account (id),
    -- The last day before; unset where it was open-ended.
    was TEXT,
    last_day TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

-- Nobody needs it any more, since its engagement was ended: it is off the board, and counts as it did.
ALTER TABLE handoff ADD COLUMN stopped INTEGER NOT NULL DEFAULT 0;
