package io.axptoken.service.config;

/**
 * Section {@code audit}: the record of decisions.
 *
 * @param enabled whether it is written
 * @param addresses how much of a client's address it shows
 * @param hashKey the key of the hash that stands for a user, or an empty secret for one that lasts
 *     as long as the process
 */
public record AuditSettings(boolean enabled, Addresses addresses, Secret hashKey) {
  /** How much of a client's address is shown. */
  public enum Addresses {
    /** All of it. */
    FULL,
    /** Its network: /24 of IPv4, /48 of IPv6. */
    NETWORK,
    /** Nothing. */
    NONE
  }
}
