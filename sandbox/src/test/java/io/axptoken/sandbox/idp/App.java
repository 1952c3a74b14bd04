package io.axptoken.sandbox.idp;

import io.axptoken.sandbox.AxpSandbox;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An app of this machine that signs its user in, and the browser that it runs in. */
final class App implements AutoCloseable {
  static final String HOME = "http://localhost:8080/home?tab=1";
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  // The challenge to that verifier, from RFC 7636, appendix B.
  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([a-z_]+)\" value=\"([^\"]*)\">");

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private final IdentityProvider provider;

  App(AxpSandbox sandbox) {
    provider = sandbox.identityProvider();
  }

  /** The parameters of a good request, for tests to spoil. */
  static Map<String, String> request() {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", "shop");
    request.put("redirect_uri", HOME);
    request.put("scope", "openid profile");
    request.put("state", "a state & more");
    request.put("nonce", "n-1");
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    return request;
  }

  HttpResponse<String> open(Map<String, String> request) {
    return get("/authorize?" + form(request));
  }

  /** Presses a button of the page. */
  HttpResponse<String> press(HttpResponse<String> page, String button, String value) {
    return press(page, Map.of(button, value));
  }

  HttpResponse<String> press(HttpResponse<String> page, Map<String, String> inputs) {
    Map<String, String> form = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(page.body());
    while (hidden.find()) {
      form.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
    }
    form.putAll(inputs);
    return post("/authorize", form);
  }

  /** The code for this user. */
  String code(String user) {
    return code(press(open(request()), "user", user));
  }

  /** The code that the browser is sent back with. */
  static String code(HttpResponse<String> redirect) {
    return Objects.requireNonNull(answer(redirect).get("code"));
  }

  /** The parameters of a good redemption, for tests to spoil. */
  static Map<String, String> redemption(String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("client_id", "shop");
    form.put("redirect_uri", HOME);
    form.put("code_verifier", VERIFIER);
    return form;
  }

  HttpResponse<String> redeem(Map<String, String> form) {
    return post("/token", form);
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(form)));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  URI uri(String path) {
    return URI.create(provider.issuer() + path);
  }

  /** The parameters that the browser is sent back with. */
  static Map<String, String> answer(HttpResponse<String> redirect) {
    String query =
        URI.create(redirect.headers().firstValue("location").orElseThrow()).getRawQuery();
    Map<String, String> answer = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      answer.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return answer;
  }

  static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each ->
            each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
