package io.axptoken.service.http;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.service.http.origin.OwnOrigin;
import io.axptoken.service.http.origin.TrustedProxies;
import io.axptoken.testing.Fuzz;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** Whatever the Host field is, no other name than our own makes an origin ours. */
public final class HostFuzz {
  private static final OwnOrigin OWN =
      new OwnOrigin("tokens.example", new TrustedProxies(List.of()));

  private HostFuzz() {}

  /** The entry point of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    String host = Fuzz.latin(input);
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Host", host);
    HttpServerRequest request = FakeRequest.of("198.51.100.7", headers);

    boolean sound = HostField.isSound(request);
    if (sound) {
      require(host.matches("[!-~]*"), "A sound host is visible ASCII");
      require(host.chars().noneMatch(c -> "/\\@?#<>\"".indexOf(c) >= 0), "It has no delimiters");
    }
    String own = OWN.of(request);
    if (sound && own != null) {
      String name = own.substring("http://".length()).replaceFirst(":[0-9]*$", "");
      require(
          name.equalsIgnoreCase("localhost")
              || name.equalsIgnoreCase("tokens.example")
              || name.matches("[0-9.]+|\\[?[0-9a-fA-F:.]+(%[^]]*)?]?"),
          "Only our names and addresses are our own: " + own);
    }
    requireOnce(headers, host);
  }

  private static void requireOnce(MultiMap headers, String host) {
    headers.add("Host", host);
    require(!HostField.isSound(FakeRequest.of("198.51.100.7", headers)), "Two hosts are unsound");
  }
}
