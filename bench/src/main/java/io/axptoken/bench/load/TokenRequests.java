package io.axptoken.bench.load;

/** A caller's request for a token, as the web sample makes it. */
public final class TokenRequests {
  /** Where servers give tokens. */
  public static final String PATH = "/token";

  private TokenRequests() {}

  /** The request of a user who says who they are. */
  public static String claimed(int user) {
    return claimed(PATH, user, "");
  }

  /** The same at another path, and with further header lines, each with its end. */
  public static String claimed(String path, int user, String headers) {
    return post(
        path,
        headers,
        """
        {"userId":"user-%1$07d","userName":"Guest %1$07d","verified":true,\
        "userIdentifiers":{"emailAddresses":["user-%1$07d@example.com"]}}\
        """
            .formatted(user));
  }

  /** The request of a user that a header proves. */
  public static String proven(String headers) {
    return post(PATH, headers, "{\"userName\":\"Jo\"}");
  }

  private static String post(String path, String headers, String body) {
    return """
    POST %s HTTP/1.1\r
    Host: tokens.example.com\r
    Content-Type: application/json\r
    Origin: https://www.example.com\r
    Content-Length: %d\r
    %s\r
    %s\
    """
        .formatted(path, body.length(), headers, body);
  }
}
