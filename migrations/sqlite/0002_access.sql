-- Who signs in, with what sessions, and what was tried.

CREATE TABLE user_account (
    id BLOB PRIMARY KEY,
    -- Lower case.
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- A PHC string of argon2id.
    password_hash TEXT NOT NULL,
    role TEXT NOT NULL,
    person BLOB REFERENCES person (id),
    contact BLOB REFERENCES contact (id),
    disabled INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
    -- SHA-256 of the token; the token itself is nowhere.
    token_hash BLOB PRIMARY KEY,
    user_id BLOB REFERENCES user_account (id),
    created_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    -- What the web layer keeps in it, as JSON.
    data TEXT NOT NULL
) STRICT;
CREATE INDEX session_by_user ON session (user_id);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE login_attempt (
    id BLOB PRIMARY KEY,
    at TEXT NOT NULL,
    -- The e-mail address that was tried, lower case, whether or not there is such an account.
    account TEXT NOT NULL,
    -- The network address that it came from.
    source TEXT NOT NULL,
    succeeded INTEGER NOT NULL
) STRICT;
CREATE INDEX login_attempt_source ON login_attempt (source, at);
CREATE INDEX login_attempt_account ON login_attempt (account, at);
