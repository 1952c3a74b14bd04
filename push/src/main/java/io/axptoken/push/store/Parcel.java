package io.axptoken.push.store;

import java.time.Instant;

/**
 * A row of the outbox that this instance may send until its lease ends.
 *
 * @param id of the row
 * @param lease who holds it; another one has taken it over if it is not the row's any more
 * @param attempts how often it was tried, this time included
 */
public record Parcel(
    String id,
    String configId,
    String deviceToken,
    String platform,
    String data,
    int attempts,
    String lease,
    Instant leaseUntil,
    Instant deadline,
    Instant acceptedAt) {
  /** Says nothing of the device or the data. */
  @Override
  public String toString() {
    return "Parcel[" + id + "]";
  }
}
