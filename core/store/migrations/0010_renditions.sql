-- Smaller pictures that go before their originals. Each is a hidden paper with a content of its own, under the guard of all papers.
ALTER TABLE outbox_file ADD COLUMN rendition INTEGER NOT NULL DEFAULT 0 CHECK (rendition IN (0, 1)); -- 1: goes before the file of its name
ALTER TABLE receipt ADD COLUMN awaited TEXT NOT NULL DEFAULT ''; -- names of files whose originals are still to come, one a line
