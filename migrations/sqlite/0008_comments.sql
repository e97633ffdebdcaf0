-- What the agency's people say to each other about a handoff, a job or an engagement, and what of their feed they
-- have read. The feed itself is made of the histories that there are.

CREATE TABLE comment (
    id BLOB PRIMARY KEY,
    -- What it is about: one of the three.
    handoff BLOB REFERENCES handoff (id),
    job BLOB REFERENCES job (id),
    engagement BLOB REFERENCES engagement (id),
    at TEXT NOT NULL,
    author BLOB NOT NULL REFERENCES user_account (id),
    -- Empty once it is deleted: what it said is in the change log.
    body TEXT NOT NULL,
    edited_at TEXT,
    deleted_at TEXT,
    version INTEGER NOT NULL
) STRICT;
CREATE INDEX comment_handoff ON comment (handoff, at);
CREATE INDEX comment_job ON comment (job, at);
CREATE INDEX comment_engagement ON comment (engagement, at);

CREATE TABLE comment_mention (
    comment BLOB NOT NULL REFERENCES comment (id),
    user_id BLOB NOT NULL REFERENCES user_account (id),
    PRIMARY KEY (comment, user_id)
) STRICT;
CREATE INDEX comment_mention_user ON comment_mention (user_id);

CREATE TABLE feed_read (
    user_id BLOB NOT NULL REFERENCES user_account (id),
    -- The item's key: what happened to what.
    item TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (user_id, item)
) STRICT;

CREATE INDEX handoff_event_recorded ON handoff_event (recorded_at);
