-- What sources send of their own accord. The rules of V1 hold.
-- delivery: the id under which the source repeats it; it stays when the body has expired, so that a late repetition is
-- known. day: of arrival, in the account's zone. body: sealed, null once expired.
CREATE TABLE inbox (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, account TEXT NOT NULL, delivery TEXT NOT NULL, day TEXT NOT NULL,
  received_at BIGINT NOT NULL, media_type TEXT NOT NULL, body ${blob},
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, account, delivery));
CREATE INDEX inbox_day ON inbox (workspace_id, account, day, id);
