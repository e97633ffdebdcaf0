-- Engagements that were ended before their term.

CREATE TABLE engagement_ending (
    engagement UUID PRIMARY KEY REFERENCES engagement (id),
    at TIMESTAMPTZ NOT NULL,
    actor_user UUID REFERENCES user_account (id),
    -- The last day before; unset where it was open-ended.
    was DATE,
    last_day DATE NOT NULL,
    reason TEXT NOT NULL
);

-- Nobody needs it any more, since its engagement was ended: it is off the board, and counts as it did.
ALTER TABLE handoff ADD COLUMN stopped BOOLEAN NOT NULL DEFAULT FALSE;
