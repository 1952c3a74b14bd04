package io.axptoken.server.edge;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * How many connections there may be, in all and from one address, so that no single client takes
 * them all. Safe for use by many threads.
 */
final class ConnectionLimit {
  private static final int MAX_IN_ALL = 10_000;
  private static final int MAX_PER_ADDRESS = 1_000;

  private final AtomicInteger inAll = new AtomicInteger();
  private final ConcurrentMap<String, Integer> perAddress = new ConcurrentHashMap<>();
  private final Predicate<String> isTrustedProxy;

  /** Trusted proxies speak for many clients, so that only the limit in all holds for them. */
  ConnectionLimit(Predicate<String> isTrustedProxy) {
    this.isTrustedProxy = isTrustedProxy;
  }

  /** Counts a connection in; whatever the answer, it is to be counted out when it ends. */
  boolean enter(String address) {
    int all = inAll.incrementAndGet();
    int same = perAddress.merge(AddressKey.of(address).host(), 1, Integer::sum);
    return all <= MAX_IN_ALL && (same <= MAX_PER_ADDRESS || isTrustedProxy.test(address));
  }

  /** Counts a connection out. */
  void leave(String address) {
    inAll.decrementAndGet();
    perAddress.computeIfPresent(
        AddressKey.of(address).host(), (_, count) -> count == 1 ? null : count - 1);
  }
}
