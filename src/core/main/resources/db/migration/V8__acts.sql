-- What moved, and what is done about it. The rules of V1 hold.
-- incident: cause is what the guide's actions wait for (drop, rise, below-target, rise-without-result). From start to
-- last_start the KPI was off; value, expected, low, high and score are those of the period furthest off, by version rule of
-- the method. state: open, closed. ending: why it closed (calm, new-level, restated, not-watched, set-aside).
CREATE TABLE incident (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, kpi TEXT NOT NULL, grain TEXT NOT NULL, cause TEXT NOT NULL,
  start TEXT NOT NULL, last_start TEXT NOT NULL, severe INTEGER NOT NULL, value TEXT NOT NULL, expected TEXT NOT NULL,
  low TEXT NOT NULL, high TEXT NOT NULL, score TEXT NOT NULL, rule INTEGER NOT NULL, state TEXT NOT NULL,
  ending TEXT NOT NULL, opened_at BIGINT NOT NULL, changed_at BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, id));
CREATE INDEX incident_kpi ON incident (workspace_id, kpi, state);

-- state: to-do, done, dropped. due: a day, empty while nobody set one. The text stays as it was when the incident opened.
CREATE TABLE incident_task (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, incident_id BIGINT NOT NULL, vi TEXT NOT NULL, en TEXT NOT NULL,
  owner TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL, outcome TEXT NOT NULL, ended_on TEXT NOT NULL,
  PRIMARY KEY (workspace_id, id));
CREATE INDEX incident_task_incident ON incident_task (workspace_id, incident_id);
