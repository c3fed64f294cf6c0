-- Products by day as one row for each metric and day (see vn.nhip.metric.DayParts); persons' keys clustered; which kinds
-- of fact a stream gives, each after a comma and before one; none where it is not known. The rules of V1 hold.

ALTER TABLE stream ADD COLUMN facts TEXT NOT NULL DEFAULT '';

CREATE TABLE metric_day_parts (
  workspace_id BIGINT NOT NULL, metric TEXT NOT NULL, day TEXT NOT NULL, account_id BIGINT NOT NULL,
  dimension TEXT NOT NULL, currency TEXT NOT NULL, parts TEXT NOT NULL,
  PRIMARY KEY (workspace_id, metric, dimension, day, account_id, currency));
DELETE FROM metric_day WHERE dimension = 'product';
INSERT INTO dirty_day (workspace_id, kind, day) SELECT id, '*', '*' FROM workspace WHERE 1 = 1 ON CONFLICT DO NOTHING;

CREATE TABLE person_key_clustered (
  workspace_id BIGINT NOT NULL, key_hash TEXT NOT NULL, person_id BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, key_hash, person_id)) ${clustered};
INSERT INTO person_key_clustered SELECT workspace_id, key_hash, person_id FROM person_key;
DROP TABLE person_key;
ALTER TABLE person_key_clustered RENAME TO person_key;

DROP INDEX person_customer;
CREATE INDEX person_customer ON person (workspace_id, customer_id) WHERE customer_id IS NOT NULL;
