package io.axptoken.service.config.schema;

/**
 * Where a program listens if nobody says otherwise.
 *
 * @param server for everybody
 * @param management for probes
 */
public record DefaultPorts(int server, int management) {
  /** Those of a program that is the only one on its machine. */
  public static final DefaultPorts USUAL = new DefaultPorts(3000, 9090);
}
