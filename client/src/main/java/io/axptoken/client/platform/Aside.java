package io.axptoken.client.platform;

import java.util.concurrent.Executor;

/**
 * Where stages end that several wait for: each on a thread of its own, so that nobody is held up by
 * what another one does on hearing of it.
 */
final class Aside {
  static final Executor THREADS = task -> Thread.ofVirtual().name("axp-end").start(task);

  private Aside() {}
}
