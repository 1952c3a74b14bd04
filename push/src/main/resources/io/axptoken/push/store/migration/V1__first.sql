-- The same on PostgreSQL and SQLite. Times are milliseconds since 1970.
CREATE TABLE push_config (
  config_id    VARCHAR(200) NOT NULL PRIMARY KEY,
  project_id   VARCHAR(200) NOT NULL,
  client_email VARCHAR(320) NOT NULL,
  fingerprint  VARCHAR(64)  NOT NULL,
  key_id       VARCHAR(16)  NOT NULL,
  sealed       TEXT         NOT NULL,
  paused_until BIGINT       NOT NULL DEFAULT 0,
  paused_for   VARCHAR(100) NOT NULL DEFAULT '',
  changed_at   BIGINT       NOT NULL
);

CREATE TABLE device (
  device_token  VARCHAR(4096) NOT NULL PRIMARY KEY,
  config_id     VARCHAR(200)  NOT NULL,
  session_id    VARCHAR(200)  NOT NULL,
  platform      VARCHAR(20)   NOT NULL,
  body          TEXT          NOT NULL,
  state         VARCHAR(20)   NOT NULL,
  reason        VARCHAR(100)  NOT NULL DEFAULT '',
  registered_at BIGINT        NOT NULL,
  state_at      BIGINT        NOT NULL
);

CREATE INDEX device_session ON device (session_id);
CREATE INDEX device_registered ON device (state, registered_at);

CREATE TABLE outbox (
  id           VARCHAR(36)   NOT NULL PRIMARY KEY,
  config_id    VARCHAR(200)  NOT NULL,
  event_id     VARCHAR(200)  NOT NULL,
  device_token VARCHAR(4096) NOT NULL,
  platform     VARCHAR(20)   NOT NULL,
  data         TEXT          NOT NULL,
  state        VARCHAR(20)   NOT NULL,
  due          BIGINT        NOT NULL,
  attempts     INTEGER       NOT NULL DEFAULT 0,
  lease        VARCHAR(36)   NOT NULL DEFAULT '',
  lease_until  BIGINT        NOT NULL DEFAULT 0,
  deadline     BIGINT        NOT NULL,
  last_error   VARCHAR(200)  NOT NULL DEFAULT '',
  accepted_at  BIGINT        NOT NULL,
  changed_at   BIGINT        NOT NULL,
  UNIQUE (config_id, event_id, device_token)
);

CREATE INDEX outbox_due ON outbox (due) WHERE state = 'pending';
CREATE INDEX outbox_done ON outbox (changed_at) WHERE state <> 'pending';
