-- Spreadsheets in the cloud into which the numbers are written. The rules of V1 hold.
-- export_sheet: one of them, with the connection that may change it. scope: totals, all. title: as it was last seen.
-- due_at: when it is to be written next, empty where nothing waits; failure: the id of what kept the last writing off.
CREATE TABLE export_sheet (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, spreadsheet TEXT NOT NULL, connection TEXT NOT NULL,
  scope TEXT NOT NULL, language TEXT NOT NULL, made_by TEXT NOT NULL, made_at BIGINT NOT NULL,
  title TEXT NOT NULL DEFAULT '', written_at BIGINT, due_at BIGINT, attempts INTEGER NOT NULL DEFAULT 0,
  failure TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, spreadsheet));
