-- What leaves the house by itself, and what was handed out. The rules of V1 hold.
-- export_feed: an address under which others read; only its SHA-256 is kept. form: excel, sheets. scope: totals, all.
-- export_log: a file that was made; mark is the last restatement that it knows.
-- morning_reader: who gets the numbers by mail. sent_day: the morning of the last mail, or of joining; waiting_day: the
-- morning whose mail is still to go, not before not_before.
CREATE TABLE export_feed (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, token TEXT NOT NULL, name TEXT NOT NULL, form TEXT NOT NULL,
  scope TEXT NOT NULL, language TEXT NOT NULL, made_by TEXT NOT NULL, made_at BIGINT NOT NULL, read_at BIGINT,
  PRIMARY KEY (workspace_id, id), UNIQUE (token));

CREATE TABLE export_log (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, at BIGINT NOT NULL, who TEXT NOT NULL, name TEXT NOT NULL,
  first_day TEXT NOT NULL, last_day TEXT NOT NULL, mark BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, id));

CREATE TABLE morning_reader (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, address TEXT NOT NULL, language TEXT NOT NULL, cadence TEXT NOT NULL,
  made_by TEXT NOT NULL, sent_day TEXT NOT NULL, waiting_day TEXT, not_before BIGINT NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0, failure TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, address));

-- A KPI's page lists its last restatements, and a value its own; there may be as many as there are values.
CREATE INDEX kpi_restatement_headline ON kpi_restatement (workspace_id, kpi, grain, dimension, id);
CREATE INDEX kpi_restatement_period ON kpi_restatement (workspace_id, kpi, grain, start);
