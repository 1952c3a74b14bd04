package io.axptoken.service.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nobody takes all connections by coming from many networks of one site of IPv6. */
class SiteConnectionsTest {
  private static final int PER_SITE = 4_000;

  private final ConnectionLimit limit = new ConnectionLimit("2001:db8:9::1"::equals);

  /** An address of a network of its own for each ten connections. */
  private static String address(String site, int connection) {
    return site + ":" + Integer.toHexString(connection / 10) + "::1";
  }

  /** How many of 10,000 are let in. */
  private int enter(String site) {
    int entered = 0;
    for (int i = 0; i < 10_000; i++) {
      String address = address(site, i);
      if (limit.enter(address)) {
        entered++;
      } else {
        limit.leave(address);
      }
    }
    return entered;
  }

  @Test
  void aSiteHasItsShareAndOthersAreServed() {
    assertThat(enter("2001:db8:1")).isEqualTo(PER_SITE);

    assertThat(limit.enter("2001:db8:2::1")).isTrue();
    assertThat(limit.enter("192.0.2.1")).isTrue();
  }

  @Test
  void whoLeavesMakesRoom() {
    enter("2001:db8:1");
    assertThat(limit.enter("2001:db8:1:ffff::1")).isFalse();
    limit.leave("2001:db8:1:ffff::1");

    limit.leave(address("2001:db8:1", 0));

    assertThat(limit.enter("2001:db8:1:ffff::1")).isTrue();
  }

  @Test
  void aTrustedProxyMayHaveMore() {
    enter("2001:db8:9");

    assertThat(limit.enter("2001:db8:9::1")).isTrue();
  }
}
