-- Who may open the screen. The rules of V1 hold.
-- Passwords lie as Argon2id with their parameters; session tokens and invitation codes only as their SHA-256.
-- role: viewer, editor, admin. state: active, off. An invitation without a name is the first one: whoever accepts it names
-- themselves. audit: who did what, to what; kept apart from logs.
CREATE TABLE login_user (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, password TEXT NOT NULL,
  state TEXT NOT NULL, made_at BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, id), UNIQUE (workspace_id, name));

CREATE TABLE login_session (
  workspace_id BIGINT NOT NULL, token TEXT NOT NULL, user_id BIGINT NOT NULL, made_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, token));

CREATE TABLE login_invitation (
  workspace_id BIGINT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, good_until BIGINT NOT NULL,
  PRIMARY KEY (workspace_id, code));

CREATE TABLE audit (
  workspace_id BIGINT NOT NULL, id BIGINT NOT NULL, at BIGINT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
  about TEXT NOT NULL,
  PRIMARY KEY (workspace_id, id));
