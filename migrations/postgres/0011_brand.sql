-- What the bytes of a file are, as a media type; unset until they were looked at.
ALTER TABLE file ADD COLUMN found TEXT;
-- The media type that its sender gave.
ALTER TABLE file ADD COLUMN said TEXT;

-- What is known of a client's brand.
CREATE TABLE brand_page (
    -- The client's.
    id UUID PRIMARY KEY REFERENCES client (id),
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    voice TEXT NOT NULL,
    dos TEXT NOT NULL,
    donts TEXT NOT NULL,
    -- One a line: a name, if it has one, and an address.
    links TEXT NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    written_by UUID REFERENCES user_account (id)
);

-- The client on whose brand page a file stands, and when it was taken off it; copies of the page keep it.
ALTER TABLE file ADD COLUMN brand UUID REFERENCES client (id);
ALTER TABLE file ADD COLUMN taken_off_at TIMESTAMPTZ;
CREATE INDEX file_brand ON file (brand);

ALTER TABLE brand_context ADD COLUMN voice TEXT NOT NULL DEFAULT '';
ALTER TABLE brand_context ADD COLUMN dos TEXT NOT NULL DEFAULT '';
ALTER TABLE brand_context ADD COLUMN donts TEXT NOT NULL DEFAULT '';
-- The version of the brand page that it was carried over from, and when.
ALTER TABLE brand_context ADD COLUMN from_version BIGINT;
ALTER TABLE brand_context ADD COLUMN from_at TIMESTAMPTZ;

-- The files of a brand context: those of the handoff itself, and of the brand page.
CREATE TABLE brand_context_file (
    handoff UUID NOT NULL REFERENCES handoff (id),
    seq BIGINT NOT NULL,
    file UUID NOT NULL REFERENCES file (id),
    PRIMARY KEY (handoff, seq)
);
