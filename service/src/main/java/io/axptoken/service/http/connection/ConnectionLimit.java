package io.axptoken.service.http.connection;

import io.axptoken.service.limit.AddressKey;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * How many connections there may be: in all, from one address, and from one site of IPv6, so that
 * no single client takes them all. Safe for use by many threads.
 */
public final class ConnectionLimit {
  private static final int MAX_IN_ALL = 10_000;
  private static final int MAX_PER_ADDRESS = 1_000;

  /** Many customers may share a site, but one of them can have it all to himself. */
  private static final int MAX_PER_SITE = 4_000;

  private final AtomicInteger inAll = new AtomicInteger();
  private final ConcurrentMap<String, Integer> perKey = new ConcurrentHashMap<>();
  private final Predicate<String> isTrustedProxy;

  /** Trusted proxies speak for many clients, so that only the limit in all holds for them. */
  public ConnectionLimit(Predicate<String> isTrustedProxy) {
    this.isTrustedProxy = isTrustedProxy;
  }

  /** Counts a connection in; whatever the answer, it is to be counted out when it ends. */
  public boolean enter(String address) {
    int all = inAll.incrementAndGet();
    AddressKey key = AddressKey.of(address);
    boolean few = add(key.host()) <= MAX_PER_ADDRESS;
    if (key.site() != null) {
      few &= add(key.site()) <= MAX_PER_SITE;
    }
    return all <= MAX_IN_ALL && (few || isTrustedProxy.test(address));
  }

  /** Counts a connection out. */
  public void leave(String address) {
    inAll.decrementAndGet();
    AddressKey key = AddressKey.of(address);
    remove(key.host());
    if (key.site() != null) {
      remove(key.site());
    }
  }

  private int add(String key) {
    return perKey.merge(key, 1, Integer::sum);
  }

  private void remove(String key) {
    perKey.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
  }
}
