package io.axptoken.bench.subject;

import io.axptoken.bench.load.TokenRequests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** The cookies that a server gives to guests. */
public final class GuestCookies {
  private GuestCookies() {}

  /** Comes as so many new guests, and returns their cookies as browsers send them. */
  public static List<String> fetch(URI uri, int count) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(TokenRequests.PATH))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    List<String> cookies = new ArrayList<>();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      while (cookies.size() < count) {
        cookies.add(cookie(client.send(request, BodyHandlers.ofString())));
      }
    }
    return cookies;
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Set-Cookie")
        .map(cookie -> cookie.split(";", 2)[0])
        .orElseThrow(() ->
            new IllegalStateException(
                "The run is void, a guest got no cookie but " + answer.statusCode() + '.'));
  }
}
