package io.axptoken.service.http.origin;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.service.http.FakeRequest;
import io.axptoken.service.limit.AddressKey;
import io.axptoken.testing.Fuzz;
import io.netty.util.NetUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** Whatever stands in forwarding headers, a caller is an address, and only proxies are believed. */
public final class ForwardingFuzz {
  private static final String PROXY = "10.0.0.1";
  private static final TrustedProxies NOBODY = new TrustedProxies(List.of());
  private static final TrustedProxies PROXIES =
      new TrustedProxies(List.of("10.0.0.0/8", "fd00::/8", "192.0.2.1"));

  private ForwardingFuzz() {}

  /** The entry point of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    MultiMap headers = FakeRequest.headers(Fuzz.latin(input));
    HttpServerRequest direct = FakeRequest.of("198.51.100.7", headers);
    HttpServerRequest forwarded = FakeRequest.of(PROXY, headers);

    require(PROXIES.clientAddress(direct).equals("198.51.100.7"), "A stranger is not believed");
    require(NOBODY.clientAddress(forwarded).equals(PROXY), "Without proxies nobody is believed");
    String client = PROXIES.clientAddress(forwarded);
    require(NetUtil.createInetAddressFromIpAddressString(client) != null, "A caller is an address");
    require(AddressKey.of(client).host().length() <= 45, "A key is short");
    PROXIES.isSecure(forwarded, true);
    new OwnOrigin("localhost", PROXIES).of(forwarded);
  }
}
