-- Money, an axis of its own: what a dossier costs as it was at its submission, and how far the word of the citizen or the portal goes.
CREATE TABLE payment (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (seq),
  state TEXT NOT NULL CHECK (state IN ('none', 'owed', 'declared', 'confirmed')),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  declared_at TEXT
);
