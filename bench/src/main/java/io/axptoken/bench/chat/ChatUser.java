package io.axptoken.bench.chat;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An end user of the sandbox's default account.
 *
 * @param headers what each of the user's calls carries
 */
record ChatUser(String headers) {
  static final String BASE =
      "/sdk/digital/chat/v1/integrations/5a4db0c5-0000-4000-8000-000000000001";

  private static final String APP_KEY = "appkey: sandbox-app-key\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";

  /** The access token of the account. */
  static String accessToken(URI sandbox) throws IOException {
    try (Line line = new Line(sandbox)) {
      String answer =
          line.call(
              "POST",
              "/api/auth/v1/SANDBX/protocol/openid-connect/token",
              APP_KEY + "Content-Type: application/x-www-form-urlencoded\r\n",
              "grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-s3cr3t");
      return value("access_token", answer);
    }
  }

  /** A user with a token that lives for an hour. */
  static ChatUser create(Line line, String accessToken, String id) throws IOException {
    String answer =
        line.call(
            "POST",
            "/api/digital/chat/v1/accounts/SANDBX/tokens",
            APP_KEY + JSON + "Authorization: Bearer " + accessToken + "\r\n",
            "{\"integrationId\":\"5a4db0c5-0000-4000-8000-000000000001\",\"ttl\":60,\"customerId\":\""
                + id
                + "\"}");
    return new ChatUser(APP_KEY + "Authorization: Bearer " + value("jwtToken", answer) + "\r\n");
  }

  String post(Line line, String path, String body) throws IOException {
    return line.call("POST", BASE + path, headers + JSON, body);
  }

  /** A new session's id. */
  String session(Line line) throws IOException {
    return value("sessionId", post(line, "/sessions", "{}"));
  }

  static String value(String name, String json) throws IOException {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
    if (!matcher.find()) {
      throw new IOException("no " + name + " in an answer");
    }
    return matcher.group(1);
  }
}
