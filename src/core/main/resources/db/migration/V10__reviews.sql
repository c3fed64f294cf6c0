-- What a team decided about its KPIs when it reviewed a month. The rules of V1 hold. Rows are added, never changed.
-- decision: keep, target, replace, drop; what takes effect stands in nhip.yaml. value, target, reached and judged: how the
-- KPI stood when it was decided. new_target, successor: what came instead. Numbers and successor are empty where there is none.
CREATE TABLE kpi_review (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, month TEXT NOT NULL, kpi TEXT NOT NULL, decision TEXT NOT NULL,
  reason TEXT NOT NULL, value TEXT NOT NULL, target TEXT NOT NULL, reached INTEGER NOT NULL, judged INTEGER NOT NULL,
  new_target TEXT NOT NULL, successor TEXT NOT NULL, who TEXT NOT NULL, at BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, id));
CREATE INDEX kpi_review_month ON kpi_review (workspace_id, month);
