package io.axptoken.service.http.connection;

import io.vertx.core.http.HttpConnection;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Counts the frames of HTTP/2 that ask for an answer and serve no request, PING and SETTINGS, and
 * ends a connection that floods us with them (CVE-2019-9512, CVE-2019-9515). To be used on the
 * connection's event loop alone.
 */
public final class ControlFrames {
  private static final Logger LOG = System.getLogger(ControlFrames.class.getName());
  private static final int MAX_PER_WINDOW = 100;
  private static final Duration WINDOW = Duration.ofSeconds(10);

  /** HTTP/2's code for a peer that is too busy (RFC 9113, 7). */
  private static final long ENHANCE_YOUR_CALM = 0xb;

  private final HttpConnection connection;
  private long since = System.nanoTime();
  private int frames;

  private ControlFrames(HttpConnection connection) {
    this.connection = connection;
  }

  /** Begins to count the frames of a connection of HTTP/2. */
  public static void watch(HttpConnection connection) {
    ControlFrames counted = new ControlFrames(connection);
    connection.pingHandler(_ -> counted.count());
    connection.remoteSettingsHandler(_ -> counted.count());
  }

  private void count() {
    long now = System.nanoTime();
    if (now - since > WINDOW.toNanos()) {
      since = now;
      frames = 0;
    }
    frames++;
    if (frames == MAX_PER_WINDOW + 1) {
      LOG.log(Level.DEBUG, "connection ended: too many control frames");
      end();
    }
  }

  // Deprecated without a successor that could name a reason.
  @SuppressWarnings("deprecation")
  private void end() {
    connection.goAway(ENHANCE_YOUR_CALM);
    connection.close();
  }
}
