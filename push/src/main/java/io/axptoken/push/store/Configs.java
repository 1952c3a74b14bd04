package io.axptoken.push.store;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The push configurations. Safe for use by many threads; every call blocks. */
public final class Configs {
  private static final RowMapper<Config> CONFIG =
      (row, _) ->
          new Config(
              row.getString("config_id"),
              row.getString("project_id"),
              row.getString("client_email"),
              row.getString("fingerprint"),
              row.getString("key_id"),
              row.getString("sealed"));

  private final Jdbi jdbi;
  private final InstantSource clock;

  /** Those of a database. */
  public Configs(Database database, InstantSource clock) {
    this.jdbi = database.jdbi();
    this.clock = clock;
  }

  /** Keeps one in place of what was there; whatever it waited for is tried anew. */
  public void put(Config config) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO push_config
                  (config_id, project_id, client_email, fingerprint, key_id, sealed, changed_at)
                VALUES (:id, :project, :email, :fingerprint, :keyId, :sealed, :now)
                ON CONFLICT (config_id) DO UPDATE SET
                  project_id = excluded.project_id, client_email = excluded.client_email,
                  fingerprint = excluded.fingerprint, key_id = excluded.key_id,
                  sealed = excluded.sealed, changed_at = excluded.changed_at,
                  paused_until = 0, paused_for = ''
                """)
            .bind("id", config.configId())
            .bind("project", config.projectId())
            .bind("email", config.clientEmail())
            .bind("fingerprint", config.fingerprint())
            .bind("keyId", config.keyId())
            .bind("sealed", config.sealed())
            .bind("now", clock.millis())
            .execute());
  }

  /** Seals one anew, unless it was changed meanwhile. */
  public void reseal(Config before, String keyId, String sealed) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                "UPDATE push_config SET key_id = :keyId, sealed = :sealed"
                    + " WHERE config_id = :id AND sealed = :before")
            .bind("keyId", keyId)
            .bind("sealed", sealed)
            .bind("id", before.configId())
            .bind("before", before.sealed())
            .execute());
  }

  /** One of them. */
  public Optional<Config> find(String configId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM push_config WHERE config_id = :id")
            .bind("id", configId)
            .map(CONFIG)
            .findOne());
  }

  /** All of them. */
  public List<Config> all() {
    return jdbi.withHandle(handle ->
        handle.createQuery("SELECT * FROM push_config ORDER BY config_id").map(CONFIG).list());
  }

  /** Why some wait, by name. */
  public List<Paused> paused() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT config_id, paused_for FROM push_config WHERE paused_for <> ''"
                    + " ORDER BY config_id")
            .map((row, _) -> new Paused(row.getString(1), row.getString(2)))
            .list());
  }

  /**
   * One that FCM refuses as a whole.
   *
   * @param reason why
   */
  public record Paused(String configId, String reason) {}

  /** Forgets one; what was to be sent through it fails. */
  public void delete(String configId) {
    jdbi.useTransaction(handle -> delete(handle, configId));
  }

  private void delete(Handle handle, String configId) {
    handle
        .createUpdate("DELETE FROM push_config WHERE config_id = :id")
        .bind("id", configId)
        .execute();
    handle
        .createUpdate(
            "UPDATE outbox SET state = 'failed', last_error = 'CONFIG_DELETED', changed_at = :now"
                + " WHERE config_id = :id AND state = 'pending'")
        .bind("id", configId)
        .bind("now", clock.millis())
        .execute();
  }
}
