-- What people write beside the numbers. The rules of V1 hold.
-- note: of a day; kpi is empty where it stands beside all of them.
CREATE TABLE note (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, kpi TEXT NOT NULL, day TEXT NOT NULL, text TEXT NOT NULL,
  made_by TEXT NOT NULL, made_at BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, id));
CREATE INDEX note_day ON note (workspace_id, kpi, day);
