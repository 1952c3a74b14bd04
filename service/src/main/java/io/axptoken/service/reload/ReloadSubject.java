package io.axptoken.service.reload;

import java.util.Locale;

/** What is read again while a server runs; health and metrics call it by its label. */
public enum ReloadSubject {
  /** The server's certificate and key. */
  TLS,
  /** A file that holds a secret. */
  SECRET,
  /** Trust anchors and public keys. */
  TRUST,
  /** The configuration. */
  CONFIG;

  /** Such as {@code tls}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
