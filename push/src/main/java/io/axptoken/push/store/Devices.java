package io.axptoken.push.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The registered devices. Safe for use by many threads; every call blocks. */
public final class Devices {
  private static final RowMapper<Device> DEVICE =
      (row, _) ->
          new Device(
              row.getString("device_token"),
              row.getString("config_id"),
              row.getString("session_id"),
              row.getString("platform"),
              row.getString("body"));

  private final Jdbi jdbi;
  private final InstantSource clock;

  /** Those of a database. */
  public Devices(Database database, InstantSource clock) {
    this.jdbi = database.jdbi();
    this.clock = clock;
  }

  /**
   * Registers a device, which leaves the session that it had, and lives again.
   *
   * @return whether there is such a configuration
   */
  public boolean register(Device device) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO device (device_token, config_id, session_id, platform, body,
                  state, registered_at, state_at)
                SELECT :token, c.config_id, :session, :platform, :body, 'active', :now, :now
                  FROM push_config c WHERE c.config_id = :config
                ON CONFLICT (device_token) DO UPDATE SET
                  config_id = excluded.config_id, session_id = excluded.session_id,
                  platform = excluded.platform, body = excluded.body, state = 'active',
                  reason = '', registered_at = excluded.registered_at,
                  state_at = excluded.state_at
                """)
            .bind("token", device.token())
            .bind("config", device.configId())
            .bind("session", device.sessionId())
            .bind("platform", device.platform())
            .bind("body", device.body())
            .bind("now", clock.millis())
            .execute())
        > 0;
  }

  /** One of them. */
  public Optional<Device> find(String token) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT * FROM device WHERE device_token = :token")
            .bind("token", token)
            .map(DEVICE)
            .findOne());
  }

  /** The one of a session that registered last. */
  public Optional<Device> findBySession(String sessionId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT * FROM device WHERE session_id = :session"
                    + " ORDER BY registered_at DESC, device_token LIMIT 1")
            .bind("session", sessionId)
            .map(DEVICE)
            .findOne());
  }

  /** All of them. */
  public List<Device> all() {
    return jdbi.withHandle(handle ->
        handle.createQuery("SELECT * FROM device ORDER BY registered_at").map(DEVICE).list());
  }

  /** Forgets one, and whether there was one; what was to be sent to it is not. */
  public boolean delete(String token) {
    return jdbi.inTransaction(handle -> {
      handle
          .createUpdate(
              "UPDATE outbox SET state = 'failed', last_error = 'DEVICE_DELETED', changed_at = :now"
                  + " WHERE device_token = :token AND state = 'pending'")
          .bind("token", token)
          .bind("now", clock.millis())
          .execute();
      return handle
              .createUpdate("DELETE FROM device WHERE device_token = :token")
              .bind("token", token)
              .execute()
          > 0;
    });
  }

  /** Marks those that have not registered for so long. */
  public int markStale(Duration age) {
    return jdbi.withHandle(handle ->
        handle
            .createUpdate(
                "UPDATE device SET state = 'stale', reason = 'STALE', state_at = :now"
                    + " WHERE state = 'active' AND registered_at < :before")
            .bind("now", clock.millis())
            .bind("before", clock.instant().minus(age).toEpochMilli())
            .execute());
  }

  /** How many there are, by state. */
  public Map<String, Long> counts() {
    return jdbi.withHandle(handle -> Counts.by(handle, "SELECT state, count(*) FROM device"));
  }
}
