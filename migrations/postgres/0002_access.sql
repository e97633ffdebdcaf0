-- Who signs in, with what sessions, and what was tried.

CREATE TABLE user_account (
    id UUID PRIMARY KEY,
    -- Lower case.
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- A PHC string of argon2id.
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    person UUID REFERENCES person (id),
    contact UUID REFERENCES contact (id),
    disabled BOOLEAN NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE session (
    -- SHA-256 of the token; the token itself is nowhere.
    token_hash BYTEA PRIMARY KEY,
    user_id UUID REFERENCES user_account (id),
    created_at TIMESTAMPTZ NOT NULL,
    last_seen_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    user_agent TEXT NOT NULL,
    -- What the web layer keeps in it, as JSON.
    data TEXT NOT NULL
);
CREATE INDEX session_by_user ON session (user_id);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE login_attempt (
    id UUID PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    -- The e-mail address that was tried, lower case, whether or not there is such an account.
    account TEXT NOT NULL,
    -- The network address that it came from.
    source TEXT NOT NULL,
    succeeded BOOLEAN NOT NULL
);
CREATE INDEX login_attempt_source ON login_attempt (source, at);
CREATE INDEX login_attempt_account ON login_attempt (account, at);
