-- What the agency's people say to each other about a handoff, a job or an engagement, and what of their feed they
-- have read. The feed itself is made of the histories that there are.

CREATE TABLE comment (
    id UUID PRIMARY KEY,
    -- What it is about: one of the three.
    handoff UUID REFERENCES handoff (id),
    job UUID REFERENCES job (id),
    engagement UUID REFERENCES engagement (id),
    at TIMESTAMPTZ NOT NULL,
    author UUID NOT NULL REFERENCES user_account (id),
    -- Empty once it is deleted: what it said is in the change log.
    body TEXT NOT NULL,
    edited_at TIMESTAMPTZ,
    deleted_at TIMESTAMPTZ,
    version BIGINT NOT NULL
);
CREATE INDEX comment_handoff ON comment (handoff, at);
CREATE INDEX comment_job ON comment (job, at);
CREATE INDEX comment_engagement ON comment (engagement, at);

CREATE TABLE comment_mention (
    comment UUID NOT NULL REFERENCES comment (id),
    user_id UUID NOT NULL REFERENCES user_account (id),
    PRIMARY KEY (comment, user_id)
);
CREATE INDEX comment_mention_user ON comment_mention (user_id);

CREATE TABLE feed_read (
    user_id UUID NOT NULL REFERENCES user_account (id),
    -- The item's key: what happened to what.
    item TEXT COLLATE "C" NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (user_id, item)
);

CREATE INDEX handoff_event_recorded ON handoff_event (recorded_at);
