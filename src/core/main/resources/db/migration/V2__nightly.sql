-- What unattended nights need beside the facts: what is still to be read, what waits, quotas, schedules, notices.
-- The rules of V1 hold.

-- settings_hash: what the stream's facts were read with; other settings mean that all of its days are read again.
-- owed_for: the run (its scheduled time) whose days are among those wanted.
ALTER TABLE stream ADD COLUMN settings_hash TEXT NOT NULL DEFAULT '';
ALTER TABLE stream ADD COLUMN owed_for BIGINT NOT NULL DEFAULT 0;

-- begun_at: when the present reading was opened. not_before: the source is asked for the slice again from then on. suspected_by: the run that did not believe it.
ALTER TABLE slice ADD COLUMN first_day TEXT;
ALTER TABLE slice ADD COLUMN last_day TEXT;
ALTER TABLE slice ADD COLUMN begun_at BIGINT;
ALTER TABLE slice ADD COLUMN not_before BIGINT;
ALTER TABLE slice ADD COLUMN suspected_by BIGINT;

ALTER TABLE sync_run ADD COLUMN waiting_until BIGINT;

-- Days that a stream still owes; a complete slice takes its days away.
CREATE TABLE stream_wanted (
  workspace_id BIGINT NOT NULL, stream_id BIGINT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
  PRIMARY KEY (workspace_id, stream_id, first_day));

-- What sources last said of their quotas, and which accounts draw on whose.
CREATE TABLE quota_level (
  workspace_id BIGINT NOT NULL, owner TEXT NOT NULL, name TEXT NOT NULL, remaining BIGINT NOT NULL, whole BIGINT,
  resets_at BIGINT NOT NULL, seen_at BIGINT NOT NULL, PRIMARY KEY (workspace_id, owner, name));
CREATE TABLE quota_use (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, owner TEXT NOT NULL,
  PRIMARY KEY (workspace_id, account_id, owner));

-- When each job is due next, by local date: of an account (subject), or of the workspace (no subject). Never rebuilt.
CREATE TABLE schedule (
  workspace_id BIGINT NOT NULL, job TEXT NOT NULL, subject TEXT NOT NULL, due_day TEXT NOT NULL, due_at BIGINT NOT NULL,
  done_day TEXT NOT NULL DEFAULT '', owner TEXT NOT NULL DEFAULT '', claimed_until BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, job, subject));

-- Periods whose numbers were published.
CREATE TABLE closing (
  workspace_id BIGINT NOT NULL, grain TEXT NOT NULL, start TEXT NOT NULL, closed_at BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, grain, start));

-- Days on which a source's parts do not add up to its own total. Amounts as in the fact table.
CREATE TABLE unbalanced_day (
  workspace_id BIGINT NOT NULL, account_id BIGINT NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL,
  measure TEXT NOT NULL, currency TEXT NOT NULL, total BIGINT NOT NULL, parts BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, account_id, kind, day, measure, currency));

ALTER TABLE outbox ADD COLUMN created_at BIGINT NOT NULL DEFAULT 0;
