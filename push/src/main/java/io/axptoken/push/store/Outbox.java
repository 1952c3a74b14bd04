package io.axptoken.push.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What is to be sent, a row for each event and device. Rows are leased: whoever holds a lease may
 * send, and when the lease ends before the row is settled, any instance may take it over. Safe for
 * use by many threads and instances; every call blocks, and has taken effect when it returns.
 */
public final class Outbox {
  private static final RowMapper<Parcel> PARCEL =
      (row, _) ->
          new Parcel(
              row.getString("id"),
              row.getString("config_id"),
              row.getString("device_token"),
              row.getString("platform"),
              row.getString("data"),
              row.getInt("attempts"),
              row.getString("lease"),
              Instant.ofEpochMilli(row.getLong("lease_until")),
              Instant.ofEpochMilli(row.getLong("deadline")),
              Instant.ofEpochMilli(row.getLong("accepted_at")));

  private static final String ACCEPT =
      """
      INSERT INTO outbox (id, config_id, event_id, device_token, platform, data, state, due,
        deadline, accepted_at, changed_at)
      SELECT :id || '.' || d.rank, d.config_id, :event, d.device_token, d.platform, :data,
        'pending', :now, :deadline, :now, :now
      FROM (SELECT device.*, row_number() OVER (ORDER BY device_token) AS rank FROM device
            WHERE session_id = :session AND state = 'active') d
      JOIN push_config c ON c.config_id = d.config_id
      WHERE true
      ON CONFLICT (config_id, event_id, device_token) DO NOTHING
      """;

  private static final String CLAIM =
      """
      UPDATE outbox SET lease = :lease, lease_until = :until, due = :until,
        attempts = attempts + 1, changed_at = :now
      WHERE id IN (
        SELECT o.id FROM outbox o JOIN push_config c ON c.config_id = o.config_id
        WHERE o.state = 'pending' AND o.due <= :now AND c.paused_until <= :now
        ORDER BY o.due LIMIT :limit
      """;

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final String claim;

  /** That of a database. */
  public Outbox(Database database, InstantSource clock) {
    this.jdbi = database.jdbi();
    this.clock = clock;
    this.claim = CLAIM + database.skipLocked() + ") RETURNING *";
  }

  /**
   * Keeps events for all active devices of their sessions, in one commit. One that is known for a
   * device is kept once.
   *
   * @param use for how long they are of use
   * @return how many rows are new
   */
  public int accept(List<Arrival> arrivals, Duration use) {
    return jdbi.inTransaction(handle -> {
      PreparedBatch batch = handle.prepareBatch(ACCEPT);
      Instant now = clock.instant();
      for (Arrival arrival : arrivals) {
        batch
            .bind("id", UUID.randomUUID().toString().substring(0, 32))
            .bind("event", arrival.eventId())
            .bind("session", arrival.sessionId())
            .bind("data", arrival.data())
            .bind("now", now.toEpochMilli())
            .bind("deadline", now.plus(use).toEpochMilli())
            .add();
      }
      int rows = 0;
      for (int count : batch.execute()) {
        rows += Math.max(0, count);
      }
      return rows;
    });
  }

  /** Leases rows that are due, the oldest first, but none of a configuration that waits. */
  public List<Parcel> claim(int limit, Duration lease) {
    Instant now = clock.instant();
    return jdbi.inTransaction(handle ->
        handle
            .createQuery(claim)
            .bind("lease", UUID.randomUUID().toString())
            .bind("until", now.plus(lease).toEpochMilli())
            .bind("now", now.toEpochMilli())
            .bind("limit", limit)
            .map(PARCEL)
            .list());
  }

  /** Writes down what became of parcels, in one commit; those that others took over are theirs. */
  public void settle(List<Settled> all) {
    jdbi.useTransaction(handle -> {
      PreparedBatch rows =
          handle.prepareBatch(
              """
              UPDATE outbox SET state = :state, due = :due, attempts = attempts - :uncounted,
                lease = '', lease_until = 0, last_error = :error, changed_at = :now
              WHERE id = :id AND lease = :lease AND state = 'pending'
              """);
      for (Settled one : all) {
        rows.bind("state", one.state().label())
            .bind("due", one.due().toEpochMilli())
            .bind("uncounted", one.counts() ? 0 : 1)
            .bind("error", one.error())
            .bind("now", clock.millis())
            .bind("id", one.parcel().id())
            .bind("lease", one.parcel().lease())
            .add();
      }
      rows.execute();
      for (Settled one : all) {
        settleRest(handle, one);
      }
    });
  }

  private void settleRest(Handle handle, Settled one) {
    if (one.deadDevice() != null) {
      markDead(handle, one.parcel(), one.deadDevice());
    }
    if (one.pause() != null) {
      handle
          .createUpdate(
              "UPDATE push_config SET paused_until = :until, paused_for = :reason"
                  + " WHERE config_id = :id")
          .bind("until", one.pause().toEpochMilli())
          .bind("reason", one.error())
          .bind("id", one.parcel().configId())
          .execute();
    } else if (one.state() == Settled.State.SENT) {
      handle
          .createUpdate(
              "UPDATE push_config SET paused_until = 0, paused_for = ''"
                  + " WHERE config_id = :id AND paused_for <> ''")
          .bind("id", one.parcel().configId())
          .execute();
    }
  }

  /** A device that registered after the message was accepted may live again. */
  private void markDead(Handle handle, Parcel parcel, String reason) {
    int marked =
        handle
            .createUpdate(
                "UPDATE device SET state = 'dead', reason = :reason, state_at = :now"
                    + " WHERE device_token = :token AND config_id = :config"
                    + " AND registered_at <= :accepted")
            .bind("reason", reason)
            .bind("now", clock.millis())
            .bind("token", parcel.deviceToken())
            .bind("config", parcel.configId())
            .bind("accepted", parcel.acceptedAt().toEpochMilli())
            .execute();
    if (marked > 0) {
      handle
          .createUpdate(
              "UPDATE outbox SET state = 'failed', last_error = :reason, changed_at = :now"
                  + " WHERE device_token = :token AND config_id = :config AND state = 'pending'")
          .bind("reason", reason)
          .bind("now", clock.millis())
          .bind("token", parcel.deviceToken())
          .bind("config", parcel.configId())
          .execute();
    }
  }

  /** Gives back rows that were not tried: a stop, or no time left in the lease. */
  public void release(List<Parcel> parcels) {
    Instant now = clock.instant();
    settle(
        parcels.stream()
            .map(parcel -> new Settled(parcel, Settled.State.PENDING, now, false, "", null, null))
            .toList());
  }

  /** Ends what is past its deadline, and forgets what was done before the retention. */
  public int sweep(Duration retention) {
    return jdbi.inTransaction(handle -> {
      handle
          .createUpdate(
              "UPDATE outbox SET state = 'expired', changed_at = :now"
                  + " WHERE state = 'pending' AND deadline < :now AND lease_until <= :now")
          .bind("now", clock.millis())
          .execute();
      return handle
          .createUpdate("DELETE FROM outbox WHERE state <> 'pending' AND changed_at < :before")
          .bind("before", clock.instant().minus(retention).toEpochMilli())
          .execute();
    });
  }

  /** How many rows there are, by state. */
  public Map<String, Long> counts() {
    return jdbi.withHandle(handle -> Counts.by(handle, "SELECT state, count(*) FROM outbox"));
  }

  /** Since when the oldest row waits that is not sent. */
  public Optional<Instant> oldest() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery("SELECT min(accepted_at) FROM outbox WHERE state = 'pending'")
            .map((row, _) -> row.getLong(1) == 0 ? null : Instant.ofEpochMilli(row.getLong(1)))
            .findOne());
  }
}
