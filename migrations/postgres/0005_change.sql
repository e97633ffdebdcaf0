-- The one history: every change, in the transaction that made it.

CREATE TABLE change (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    -- Unset where it happened by itself or from the command line.
    actor UUID REFERENCES user_account (id),
    actor_name TEXT NOT NULL,
    -- The client whose contacts may see it as well; unset for what is the agency's own.
    client UUID REFERENCES client (id),
    entity TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    action TEXT NOT NULL,
    -- What the entity is now, as JSON.
    body TEXT NOT NULL
);
CREATE INDEX change_entity ON change (entity, entity_id, seq);
CREATE INDEX change_client ON change (client, seq);
