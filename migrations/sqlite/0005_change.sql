-- The one history: every change, in the transaction that made it.

CREATE TABLE change (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    -- Unset where it happened by itself or from the command line.
    actor BLOB REFERENCES user_account (id),
    actor_name TEXT NOT NULL,
    -- The client whose contacts may see it as well; unset for what is the agency's own.
    client BLOB REFERENCES client (id),
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    action TEXT NOT NULL,
    -- What the entity is now, as JSON.
    body TEXT NOT NULL
) STRICT;
CREATE INDEX change_entity ON change (entity, entity_id, seq);
CREATE INDEX change_client ON change (client, seq);
