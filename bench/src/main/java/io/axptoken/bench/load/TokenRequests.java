package io.axptoken.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

/** What the callers ask: a token for each of ten thousand users, as the web sample asks for it. */
public final class TokenRequests {
  private static final int USERS = 10_000;
  private static final List<String> BODIES =
      IntStream.range(0, USERS).mapToObj(TokenRequests::body).toList();

  private TokenRequests() {}

  /** JSON bodies, one for each user. */
  public static List<String> bodies() {
    return BODIES;
  }

  static List<byte[]> messages(URI uri) {
    return BODIES.stream().map(body -> message(uri, body)).toList();
  }

  private static String body(int user) {
    return """
    {"userId":"user-%1$06d","userName":"Guest %1$06d","verified":true,\
    "userIdentifiers":{"emailAddresses":["user-%1$06d@example.com"]}}\
    """
        .formatted(user);
  }

  private static byte[] message(URI uri, String body) {
    return """
    POST %s HTTP/1.1\r
    Host: %s\r
    Content-Type: application/json\r
    Origin: https://www.example.com\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(uri.getPath(), uri.getAuthority(), body.length(), body)
        .getBytes(US_ASCII);
  }
}
