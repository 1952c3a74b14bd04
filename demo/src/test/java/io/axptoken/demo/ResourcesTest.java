package io.axptoken.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.sandbox.AxpSandbox;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The playground's resources over a bare socket, with every header as the test says. */
final class ResourcesTest {
  private static final String HANG = "{\"fault\":\"hang\",\"always\":true}";
  private static final String JSON = "Content-Type: application/json";

  private static Demo demo;

  @BeforeAll
  static void startTheDemo() {
    demo = WarmDemo.start();
  }

  @AfterAll
  static void stopTheDemo() {
    demo.close();
  }

  @BeforeEach
  void healTheSandbox() {
    sandbox().faults().clear();
    sandbox().journal().clear();
  }

  @Test
  void thePageComesWithAStrictPolicyAndAnEntityTag() throws IOException {
    String answer = get("/", host());
    assertThat(answer)
        .startsWith("HTTP/1.1 200 OK")
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-")
        .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer")
        .contains("cache-control: no-cache", "<!doctype html>");
  }

  @Test
  void aFileThatIsStillTheSameIsNotSentAgain() throws IOException {
    String tag = header(get("/playground/app.js", host()), "etag");
    assertThat(get("/playground/app.js", host(), "If-None-Match: " + tag))
        .startsWith("HTTP/1.1 304 ")
        .endsWith("\n\n");
    assertThat(get("/playground/app.js", host(), "If-None-Match: \"other\""))
        .startsWith("HTTP/1.1 200 ")
        .contains("text/javascript; charset=utf-8");
  }

  @Test
  void filesCanBeAskedAboutAndNotWritten() throws IOException {
    String head = send("HEAD / HTTP/1.1", "", host());
    assertThat(head).startsWith("HTTP/1.1 200 ").endsWith("\n\n");
    assertThat(header(head, "content-length")).isNotEqualTo("0");
    assertThat(send("DELETE / HTTP/1.1", "", host()))
        .startsWith("HTTP/1.1 405 ")
        .contains("allow: GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/playground/", "/playground/Action.class", "/playground/../Demo.class"})
  void onlyThePagesFilesAreServed(String path) throws IOException {
    assertThat(get(path, host())).startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void aRequestOfAForeignPageIsRefused(String foreign) throws IOException {
    assertThat(post("/playground/fault", HANG, host(), JSON, foreign))
        .startsWith("HTTP/1.1 403 ")
        .contains("Only the playground's own page may do this.");
    assertThat(get("/playground/state", host(), foreign)).startsWith("HTTP/1.1 403 ");
    assertThat(sandbox().faults().plans()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example:80", "127.0.0.1.evil.example"})
  void aForeignNameThatLeadsHereIsRefused(String name) throws IOException {
    assertThat(post("/playground/fault", HANG, "Host: " + name, JSON)).startsWith("HTTP/1.1 403 ");
    assertThat(sandbox().faults().plans()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "192.168.1.2"})
  void thePagesOwnRequestsAreServedUnderEachAddress(String name) throws IOException {
    String authority = name + ":" + demo.page().getPort();
    String answer =
        post(
            "/playground/fault",
            HANG,
            "Host: " + authority,
            JSON,
            "Origin: http://" + authority,
            "Sec-Fetch-Site: same-origin");
    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"failing\":{\"id\":\"hang\"");
    assertThat(sandbox().faults().plans()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/json5"})
  void onlyJsonIsRead(String type) throws IOException {
    assertThat(post("/playground/heal", "{}", host(), "Content-Type: " + type))
        .startsWith("HTTP/1.1 415 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                                 | The body must be a JSON object.
          []                                | The body must be a JSON object.
          null                              | The body must be a JSON object.
          {}                                | There is no such fault.
          {"fault":1,"always":true}         | There is no such fault.
          {"fault":"hang"}                  | always must be true or false.
          {"fault":"hang","always":"yes"}   | always must be true or false.
          """)
  void aWrongOrderIsExplained(String body, String detail) throws IOException {
    assertThat(post("/playground/fault", body, host(), JSON))
        .startsWith("HTTP/1.1 400 ")
        .contains(detail);
  }

  @Test
  void anEndlessOrderIsNotRead() throws IOException {
    assertThat(post("/playground/fault", " ".repeat(20_000), host(), JSON))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void theBackendIsAtThePagesServiceAlone() throws IOException {
    String order = "{\"user\":{\"userId\":\"u1\"}}";
    assertThat(post("/playground/backend", order, host(), JSON)).startsWith("HTTP/1.1 200 ");
    assertThat(post("/playground/backend", order, host(), JSON, "Origin: http://evil.example"))
        .startsWith("HTTP/1.1 403 ")
        .doesNotContain("jwtToken");
    assertThat(post("/playground/backend", "{\"user\":1}", host(), JSON))
        .startsWith("HTTP/1.1 400 ")
        .contains("user must be an object.");
  }

  @Test
  void theStateTellsNoSecret() throws IOException {
    String token = post("/token", "{\"userId\":\"cust0mer-1\"}", host(), JSON);
    assertThat(token).startsWith("HTTP/1.1 200 ");
    String state = get("/playground/state", host());
    assertThat(state).doesNotContain("eyJ").doesNotContain(sandbox().account().clientSecret());
    JsonObject json = new JsonObject(state.substring(state.indexOf("\n\n")));
    assertThat(json.getJsonObject("counts").getInteger("endUserToken")).isEqualTo(1);
    assertThat(json.getJsonArray("calls").encode()).contains("cust0mer-1");
  }

  private static AxpSandbox sandbox() {
    return demo.sandbox();
  }

  private static String host() {
    return "Host: localhost:" + demo.page().getPort();
  }

  private static String get(String path, String... headers) throws IOException {
    return send("GET " + path + " HTTP/1.1", "", headers);
  }

  private static String post(String path, String body, String... headers) throws IOException {
    return send("POST " + path + " HTTP/1.1", body, headers);
  }

  /** The whole answer, line by line. */
  private static String send(String line, String body, String... headers) throws IOException {
    String head = line + "\r\n" + String.join("\r\n", List.of(headers)) + "\r\n";
    String length = "Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), demo.page().getPort())) {
      socket.getOutputStream().write((head + length + body).getBytes(StandardCharsets.UTF_8));
      var answer = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
      return new BufferedReader(answer).lines().collect(Collectors.joining("\n", "", "\n"));
    }
  }

  private static String header(String answer, String name) {
    return answer
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow();
  }
}
