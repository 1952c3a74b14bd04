package io.axptoken.service.process;

import io.vertx.core.dns.AddressResolverOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How names are looked up, so that a platform that moves is followed: no address is believed for
 * longer than half a minute, whatever its record says, and a name without one is asked for again.
 */
public final class NameLookup {
  static final Duration LONGEST_BELIEVED = Duration.ofSeconds(30);

  /** A name server that is silent leaves time for another within one attempt. */
  private static final Duration QUERY_TIMEOUT = Duration.ofMillis(1500);

  private static final Duration HOSTS_FILE_READ = Duration.ofSeconds(10);

  private NameLookup() {}

  /** The options for a Vert.x whose transports are to follow moving platforms. */
  public static AddressResolverOptions options() {
    var options = new AddressResolverOptions();
    options.setCacheMaxTimeToLive((int) LONGEST_BELIEVED.toSeconds());
    options.setCacheNegativeTimeToLive(0);
    options.setQueryTimeout(QUERY_TIMEOUT.toMillis());
    options.setHostsRefreshPeriod((int) HOSTS_FILE_READ.toSeconds());
    return options.setHostsRefreshPeriodUnit(TimeUnit.SECONDS);
  }
}
