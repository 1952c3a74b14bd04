package io.axptoken.service.http.filter;

import io.axptoken.service.time.Throttle;
import io.axptoken.service.time.Ticker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Says which pages were refused for their origin, and which setting lists those that may. A browser
 * tells its developers nothing but that the request failed, so that the operator has to hear of it.
 */
final class RefusedOrigins {
  private static final Logger LOG = System.getLogger(RefusedOrigins.class.getName());
  private static final int MOST_LINES = 5;
  private static final Duration PERIOD = Duration.ofMinutes(1);

  /** Longer than any origin of a page that somebody made. */
  private static final int LONGEST = 200;

  private final Throttle throttle = new Throttle(MOST_LINES, PERIOD, Ticker.SYSTEM);
  private final String originsKey;
  private final Runnable preflights;

  /**
   * For the pages of one group.
   *
   * @param originsKey the setting that lists the origins
   * @param preflights counts them
   */
  RefusedOrigins(String originsKey, Runnable preflights) {
    this.originsKey = originsKey;
    this.preflights = preflights;
  }

  /** A preflight was answered without a permission: its browser sends nothing more. */
  void preflight(String origin) {
    preflights.run();
    tell("A browser asked", origin);
  }

  /** A request was refused, which its browser sent without asking first. */
  void request(String origin) {
    tell("A request came", origin);
  }

  private void tell(String what, String origin) {
    int before = throttle.admit(origin);
    if (before != Throttle.LEFT_OUT) {
      LOG.log(Level.WARNING, () -> line(what, origin, before));
    }
  }

  private String line(String what, String origin, int before) {
    return "%s for a page of %s, which may not use this server: if the page is yours, list its origin in %s.%s"
        .formatted(
            what,
            origin.length() > LONGEST ? origin.substring(0, LONGEST) + "…" : origin,
            originsKey,
            before == 0 ? "" : " (" + before + " more such requests since the last line)");
  }
}
