-- The whole store. The same statements run on SQLite and PostgreSQL; ${blob} differs, and ${clustered}
-- keeps the rows of a roll-up in the order of its key where the database can.
-- Money and other decimals: whole millionths. Days: ISO text. Instants: epoch milliseconds UTC.
-- workspace_id is the first key column of every business table.

-- One row: a known value sealed by the keys that this data belongs to.
CREATE TABLE key_seal (id INTEGER PRIMARY KEY, known ${blob} NOT NULL, name TEXT NOT NULL);

CREATE TABLE workspace (
  id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, zone TEXT NOT NULL, currency TEXT NOT NULL,
  settings_hash TEXT NOT NULL DEFAULT '');

CREATE TABLE account (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, name TEXT NOT NULL, connector TEXT NOT NULL,
  zone TEXT NOT NULL, currency TEXT NOT NULL,
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, name));

CREATE TABLE stream (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, account_id BIGINT NOT NULL, name TEXT NOT NULL,
  complete_through TEXT, restated_days INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, account_id, name));

-- A slice that owns its facts has an origin of its own (its id); all others share origin 0.
CREATE TABLE slice (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, stream_id BIGINT NOT NULL, name TEXT NOT NULL,
  origin BIGINT NOT NULL, fingerprint TEXT, reading_fingerprint TEXT, state TEXT NOT NULL,
  cursor TEXT, next_seq INTEGER NOT NULL DEFAULT 0, version BIGINT NOT NULL DEFAULT 0,
  loaded_at BIGINT, facts BIGINT NOT NULL DEFAULT 0, complete_through TEXT,
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, stream_id, name));

CREATE TABLE sync_run (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, stream_id BIGINT NOT NULL, scheduled_for BIGINT NOT NULL,
  attempt INTEGER NOT NULL, status TEXT NOT NULL, fence BIGINT NOT NULL, started_at BIGINT NOT NULL, ended_at BIGINT,
  records BIGINT NOT NULL DEFAULT 0, facts BIGINT NOT NULL DEFAULT 0, changed BIGINT NOT NULL DEFAULT 0,
  removed BIGINT NOT NULL DEFAULT 0, quarantined BIGINT NOT NULL DEFAULT 0, filtered BIGINT NOT NULL DEFAULT 0,
  error_kind TEXT, error TEXT,
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, stream_id, scheduled_for));

CREATE TABLE stream_lease (
  workspace_id BIGINT NOT NULL, stream_id BIGINT NOT NULL, owner TEXT NOT NULL, fence BIGINT NOT NULL,
  expires_at BIGINT NOT NULL, PRIMARY KEY (workspace_id, stream_id));

-- One row per committed request: the page ledger, the way back from a fact, and the raw body while it is kept.
CREATE TABLE page (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, run_id BIGINT NOT NULL, slice_id BIGINT NOT NULL,
  fingerprint TEXT NOT NULL, seq INTEGER NOT NULL, request TEXT NOT NULL, sha256 TEXT NOT NULL,
  records BIGINT NOT NULL, facts BIGINT NOT NULL, quarantined BIGINT NOT NULL, filtered BIGINT NOT NULL,
  bytes BIGINT NOT NULL, media_type TEXT NOT NULL, landed_until BIGINT, body ${blob},
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, slice_id, fingerprint, seq));

-- Facts of a slice that is not complete yet; nobody reads them until they are swapped in.
CREATE TABLE staged_page (
  workspace_id BIGINT NOT NULL, slice_id BIGINT NOT NULL, seq INTEGER NOT NULL, page_id BIGINT NOT NULL,
  persons ${blob} NOT NULL, body ${blob} NOT NULL, PRIMARY KEY (workspace_id, slice_id, seq));

CREATE TABLE quarantine (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, stream_id BIGINT NOT NULL, slice_id BIGINT NOT NULL,
  page_id BIGINT NOT NULL, at TEXT NOT NULL, field TEXT NOT NULL, reason TEXT NOT NULL,
  value ${blob} NOT NULL, raw ${blob} NOT NULL, first_seen BIGINT NOT NULL, status TEXT NOT NULL,
  PRIMARY KEY (workspace_id, id));
CREATE INDEX quarantine_slice ON quarantine (workspace_id, slice_id);

-- Facts. Common columns: account, key, origin, version (an older one never overwrites), hash of the content,
-- page and place in it, live (0 where another origin of the account gives the same key in a newer version).
CREATE TABLE fact_traffic_day (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, key TEXT NOT NULL, origin BIGINT NOT NULL,
  version BIGINT NOT NULL, hash BIGINT NOT NULL, page_id BIGINT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL,
  day TEXT NOT NULL, scope TEXT NOT NULL, channel TEXT NOT NULL, source TEXT NOT NULL, medium TEXT NOT NULL,
  campaign TEXT NOT NULL, sessions BIGINT NOT NULL, engaged_sessions BIGINT NOT NULL, users BIGINT NOT NULL,
  new_users BIGINT NOT NULL, key_events BIGINT NOT NULL, quality TEXT NOT NULL,
  UNIQUE (workspace_id, account_id, key, origin));
CREATE INDEX fact_traffic_day_day ON fact_traffic_day (workspace_id, day);

CREATE TABLE fact_traffic_users (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, key TEXT NOT NULL, origin BIGINT NOT NULL,
  version BIGINT NOT NULL, hash BIGINT NOT NULL, page_id BIGINT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL,
  day TEXT NOT NULL, grain TEXT NOT NULL, users BIGINT NOT NULL,
  UNIQUE (workspace_id, account_id, key, origin));
CREATE INDEX fact_traffic_users_day ON fact_traffic_users (workspace_id, day);

CREATE TABLE fact_ad_day (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, key TEXT NOT NULL, origin BIGINT NOT NULL,
  version BIGINT NOT NULL, hash BIGINT NOT NULL, page_id BIGINT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL,
  day TEXT NOT NULL, scope TEXT NOT NULL, campaign_id TEXT NOT NULL, campaign TEXT NOT NULL,
  attribution TEXT NOT NULL, impressions BIGINT NOT NULL, clicks BIGINT NOT NULL, currency TEXT NOT NULL,
  cost BIGINT NOT NULL, conversions BIGINT NOT NULL, conversion_value BIGINT NOT NULL,
  UNIQUE (workspace_id, account_id, key, origin));
CREATE INDEX fact_ad_day_day ON fact_ad_day (workspace_id, day);

CREATE TABLE fact_email_campaign (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, key TEXT NOT NULL, origin BIGINT NOT NULL,
  version BIGINT NOT NULL, hash BIGINT NOT NULL, page_id BIGINT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL,
  day TEXT NOT NULL, name TEXT NOT NULL, sent_at BIGINT NOT NULL, sent BIGINT NOT NULL, delivered BIGINT NOT NULL,
  bounces BIGINT NOT NULL, opens BIGINT NOT NULL, opens_without_proxies BIGINT, clickers BIGINT NOT NULL,
  human_clickers BIGINT, unsubscribes BIGINT NOT NULL,
  UNIQUE (workspace_id, account_id, key, origin));
CREATE INDEX fact_email_campaign_day ON fact_email_campaign (workspace_id, day);

CREATE TABLE fact_lead (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, key TEXT NOT NULL, origin BIGINT NOT NULL,
  version BIGINT NOT NULL, hash BIGINT NOT NULL, page_id BIGINT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL,
  day TEXT NOT NULL, created_at BIGINT NOT NULL, person_id BIGINT, lead_origin TEXT NOT NULL, channel TEXT NOT NULL,
  status TEXT NOT NULL,
  UNIQUE (workspace_id, account_id, key, origin));
CREATE INDEX fact_lead_day ON fact_lead (workspace_id, day);
CREATE INDEX fact_lead_person ON fact_lead (workspace_id, person_id);

CREATE TABLE fact_order (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, key TEXT NOT NULL, origin BIGINT NOT NULL,
  version BIGINT NOT NULL, hash BIGINT NOT NULL, page_id BIGINT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL,
  day TEXT NOT NULL, order_number TEXT NOT NULL, ordered_at BIGINT NOT NULL, paid_at BIGINT, delivered_at BIGINT,
  person_id BIGINT, status TEXT NOT NULL, channel TEXT NOT NULL, currency TEXT NOT NULL, gross BIGINT NOT NULL,
  discounts BIGINT NOT NULL, tax BIGINT NOT NULL, shipping BIGINT NOT NULL, lines TEXT NOT NULL,
  UNIQUE (workspace_id, account_id, key, origin));
CREATE INDEX fact_order_day ON fact_order (workspace_id, day);
CREATE INDEX fact_order_person ON fact_order (workspace_id, person_id);
CREATE INDEX fact_order_number ON fact_order (workspace_id, order_number);

CREATE TABLE fact_refund (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, key TEXT NOT NULL, origin BIGINT NOT NULL,
  version BIGINT NOT NULL, hash BIGINT NOT NULL, page_id BIGINT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL,
  day TEXT NOT NULL, order_id TEXT, refunded_at BIGINT NOT NULL, channel TEXT NOT NULL, currency TEXT NOT NULL,
  amount BIGINT NOT NULL,
  UNIQUE (workspace_id, account_id, key, origin));
CREATE INDEX fact_refund_day ON fact_refund (workspace_id, day);

-- day is the first day as a customer; active_until may be open.
CREATE TABLE fact_customer (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, key TEXT NOT NULL, origin BIGINT NOT NULL,
  version BIGINT NOT NULL, hash BIGINT NOT NULL, page_id BIGINT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL,
  day TEXT NOT NULL, person_id BIGINT NOT NULL, active_until TEXT,
  UNIQUE (workspace_id, account_id, key, origin));
CREATE INDEX fact_customer_day ON fact_customer (workspace_id, day);
CREATE INDEX fact_customer_person ON fact_customer (workspace_id, person_id);

CREATE TABLE fact_ledger_entry (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, key TEXT NOT NULL, origin BIGINT NOT NULL,
  version BIGINT NOT NULL, hash BIGINT NOT NULL, page_id BIGINT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL,
  day TEXT NOT NULL, category TEXT NOT NULL, currency TEXT NOT NULL, amount BIGINT NOT NULL,
  UNIQUE (workspace_id, account_id, key, origin));
CREATE INDEX fact_ledger_entry_day ON fact_ledger_entry (workspace_id, day);

CREATE TABLE fact_survey_answer (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, key TEXT NOT NULL, origin BIGINT NOT NULL,
  version BIGINT NOT NULL, hash BIGINT NOT NULL, page_id BIGINT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL,
  day TEXT NOT NULL, answered_at BIGINT NOT NULL, score INTEGER NOT NULL, scale_min INTEGER NOT NULL,
  scale_max INTEGER NOT NULL, survey TEXT NOT NULL,
  UNIQUE (workspace_id, account_id, key, origin));
CREATE INDEX fact_survey_answer_day ON fact_survey_answer (workspace_id, day);

-- rate is decimal text: it may need more than six decimals; through is the last day it holds for.
CREATE TABLE fact_exchange_rate (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, key TEXT NOT NULL, origin BIGINT NOT NULL,
  version BIGINT NOT NULL, hash BIGINT NOT NULL, page_id BIGINT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL,
  day TEXT NOT NULL, through TEXT NOT NULL, from_currency TEXT NOT NULL, to_currency TEXT NOT NULL, rate TEXT NOT NULL,
  UNIQUE (workspace_id, account_id, key, origin));
CREATE INDEX fact_exchange_rate_day ON fact_exchange_rate (workspace_id, from_currency, to_currency, day);

-- dimensions is a JSON object with sorted keys; currency is empty where the value is no money.
CREATE TABLE fact_metric_day (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, key TEXT NOT NULL, origin BIGINT NOT NULL,
  version BIGINT NOT NULL, hash BIGINT NOT NULL, page_id BIGINT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL,
  day TEXT NOT NULL, metric TEXT NOT NULL, dimensions TEXT NOT NULL, currency TEXT NOT NULL, value BIGINT NOT NULL,
  UNIQUE (workspace_id, account_id, key, origin));
CREATE INDEX fact_metric_day_day ON fact_metric_day (workspace_id, day);

-- A person is one distinct set of identity keys as a record gave it; keys are keyed hashes, sorted, joined by commas.
CREATE TABLE person (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, keys TEXT NOT NULL, customer_id BIGINT,
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, keys));
CREATE INDEX person_customer ON person (workspace_id, customer_id);
CREATE TABLE person_key (
  workspace_id BIGINT NOT NULL, key_hash TEXT NOT NULL, person_id BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, key_hash, person_id));

-- What a commit touched and the roll-ups have not taken in yet. kind is the fact kind; kind '*' means every kind.
CREATE TABLE dirty_day (
  workspace_id BIGINT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (workspace_id, kind, day));
CREATE TABLE dirty_person (
  workspace_id BIGINT NOT NULL, person_id BIGINT NOT NULL, PRIMARY KEY (workspace_id, person_id));

-- Roll-ups: by day, by customer, by the source's own or the calendar's period.
CREATE TABLE metric_day (
  workspace_id BIGINT NOT NULL, metric TEXT NOT NULL, day TEXT NOT NULL, account_id BIGINT NOT NULL,
  dimension TEXT NOT NULL, dimension_value TEXT NOT NULL, currency TEXT NOT NULL, value BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, metric, dimension, day, account_id, dimension_value, currency)) ${clustered};
CREATE TABLE metric_period (
  workspace_id BIGINT NOT NULL, metric TEXT NOT NULL, grain TEXT NOT NULL, start TEXT NOT NULL, value BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, metric, grain, start));
CREATE TABLE customer (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, first_day TEXT NOT NULL, days ${blob} NOT NULL,
  PRIMARY KEY (workspace_id, id));
-- What the last refresh went by: fingerprints of settings and how far each source reached.
CREATE TABLE rollup_mark (
  workspace_id BIGINT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (workspace_id, name));

-- One row per KPI, grain, period and dimension value. Numerator, denominator and value are exact decimal text.
CREATE TABLE kpi_value (
  workspace_id BIGINT NOT NULL, kpi TEXT NOT NULL, grain TEXT NOT NULL, start TEXT NOT NULL,
  dimension TEXT NOT NULL, dimension_value TEXT NOT NULL, version INTEGER NOT NULL, numerator TEXT, denominator TEXT,
  value TEXT, reason TEXT NOT NULL, state TEXT NOT NULL, complete_through TEXT, partial INTEGER NOT NULL,
  computed_at BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, kpi, grain, start, dimension, dimension_value)) ${clustered};
CREATE TABLE kpi_restatement (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, kpi TEXT NOT NULL, grain TEXT NOT NULL, start TEXT NOT NULL,
  dimension TEXT NOT NULL, dimension_value TEXT NOT NULL, old_value TEXT, new_value TEXT, old_version INTEGER NOT NULL,
  new_version INTEGER NOT NULL, cause TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (workspace_id, id));
CREATE INDEX kpi_restatement_kpi ON kpi_restatement (workspace_id, kpi, grain, start);

CREATE TABLE outbox (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, dedupe_key TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL,
  state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, next_at BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, dedupe_key));
