package io.axptoken.server.observe.metrics;

import java.util.Locale;

/** Counts reloads of what changed while the server runs. Safe for use by many threads. */
public final class Reloads {
  private final Families families;

  Reloads(Families families) {
    this.families = families;
  }

  /** What was read again. */
  public enum What {
    /** The server's certificate and key. */
    TLS,
    /** A file that holds a secret. */
    SECRET,
    /** Trust anchors for the platform. */
    TRUST,
    /** The configuration. */
    CONFIG
  }

  /** The new one is in use. */
  public void succeeded(What what) {
    count(what, "success");
  }

  /** The new one cannot be used; the old one stays. */
  public void failed(What what) {
    count(what, "failure");
  }

  private void count(What what, String outcome) {
    families.reloads.of(nameOf(what), outcome).increment();
  }

  /** Has all of them stand at zero before the first one. */
  void expect() {
    for (What what : What.values()) {
      families.reloads.of(nameOf(what), "success");
      families.reloads.of(nameOf(what), "failure");
    }
  }

  private static String nameOf(What what) {
    return what.name().toLowerCase(Locale.ROOT);
  }
}
