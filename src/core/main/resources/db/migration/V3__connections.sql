-- One credential at one provider. Its secrets lie sealed in connection_secret, each to its place: table, row, name.
-- ends_at: when someone must reconnect anyway, where it is known. made counts how often someone connected.
-- token_version counts renewals: whoever saw an older one does not overwrite. renewing_by and renewing_until are written
-- before the provider is asked, so that one process asks, and so that a crash in between is seen afterwards.
-- refusal: NONE as far as is known; REFUSED by the source; MADE_AFTER_REFUSAL when it replaces a refused token.
CREATE TABLE connection (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, name TEXT NOT NULL, provider TEXT NOT NULL, way TEXT NOT NULL,
  client_id TEXT, scopes TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, made INTEGER NOT NULL DEFAULT 1,
  made_at BIGINT NOT NULL, ends_at BIGINT, token_version BIGINT NOT NULL DEFAULT 0, token_expires_at BIGINT,
  renewed_at BIGINT, refusal TEXT NOT NULL DEFAULT 'NONE', renewing_by TEXT, renewing_until BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, name));

CREATE TABLE connection_secret (
  workspace_id BIGINT NOT NULL, connection_id BIGINT NOT NULL, name TEXT NOT NULL, sealed ${blob} NOT NULL,
  PRIMARY KEY (workspace_id, connection_id, name));
