package io.axptoken.server.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.server.fixture.Collector;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.TestServer;
import io.axptoken.server.fixture.WholeServer;
import io.axptoken.testing.RawServer;
import io.axptoken.testing.RefusedPort;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.URI;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a collector of traces gets, and the platform is told of them. */
@Tag("slow")
class TracingTest {
  private static final String USER = "{\"userId\":\"cust0mer-7\"}";
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "00-" + TRACE + "-b7ad6b7169203331-01";

  @RegisterExtension static final WholeServer SANDBOX = WholeServer.usual();

  private Collector collector;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    collector = Collector.start();
    server = TestServer.start(SANDBOX.sandbox(), settings -> settings.tracing(collector.uri()));
    server.postToken(USER);
    await().until(() -> !named("POST /token").isEmpty());
    SANDBOX.sandbox().journal().clear();
  }

  @AfterEach
  void stop() {
    server.close();
    collector.close();
  }

  private List<Span> named(String name) {
    return collector.spans().stream().filter(span -> span.getName().equals(name)).toList();
  }

  private List<Span> ofTrace(String name, int number) {
    await().until(() -> inTrace(name).size() >= number);
    return inTrace(name);
  }

  private List<Span> inTrace(String name) {
    return named(name).stream().filter(span -> hex(span.getTraceId()).equals(TRACE)).toList();
  }

  private static String hex(com.google.protobuf.ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }

  private static Map<String, String> attributes(Span span) {
    Map<String, String> attributes = new HashMap<>();
    span.getAttributesList()
        .forEach(a ->
            attributes.put(
                a.getKey(),
                a.getValue().hasStringValue()
                    ? a.getValue().getStringValue()
                    : Long.toString(a.getValue().getIntValue())));
    return attributes;
  }

  @Test
  void aTokenRequestContinuesItsCallersTraceToThePlatform() throws Exception {
    server.send(
        server.tokenRequest(USER).header("traceparent", PARENT).header("tracestate", "vendor=x"));

    Span request = ofTrace("POST /token", 1).getFirst();
    Span call = ofTrace("POST", 1).getFirst();
    assertThat(hex(request.getParentSpanId())).isEqualTo("b7ad6b7169203331");
    assertThat(call.getParentSpanId()).isEqualTo(request.getSpanId());
    assertThat(attributes(request))
        .containsEntry("http.request.method", "POST")
        .containsEntry("http.route", "/token")
        .containsEntry("http.response.status_code", "200")
        .containsEntry("axp.integration", "default")
        .containsEntry("axp.outcome", "issued");
    assertThat(SANDBOX.onlyEndUserCall().header("traceparent"))
        .hasValue("00-" + TRACE + "-" + hex(call.getSpanId()) + "-01");
    assertThat(SANDBOX.onlyEndUserCall().header("tracestate")).hasValue("vendor=x");
  }

  @Test
  void everyAttemptIsASpan() throws Exception {
    SANDBOX.sandbox().faults().on(Endpoint.END_USER_TOKEN).times(1, Fault.status(503));

    server.send(server.tokenRequest(USER).header("traceparent", PARENT));

    List<Span> attempts = ofTrace("POST", 2);
    assertThat(attempts.stream().map(a -> attributes(a).get("http.response.status_code")))
        .containsExactlyInAnyOrder("503", "201");
    assertThat(attempts.stream().map(a -> attributes(a).getOrDefault("error.type", "none")))
        .containsExactlyInAnyOrder("503", "none");
  }

  @Test
  void aRefusalIsTracedWithItsKind() throws Exception {
    server.send(server.tokenRequest("{}").header("traceparent", PARENT));

    assertThat(attributes(ofTrace("POST /token", 1).getFirst()))
        .containsEntry("axp.outcome", "constraint-violation")
        .containsEntry("http.response.status_code", "400")
        .doesNotContainKey("error.type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c",
        "nonsense"
      })
  void aTraceparentThatIsNoneBeginsATraceOfOurOwn(String parent) throws Exception {
    server.send(server.tokenRequest(USER).header("traceparent", parent));

    await().until(() -> named("POST /token").size() == 2);
    Span own = named("POST /token").getLast();
    assertThat(own.getParentSpanId().isEmpty()).isTrue();
    assertThat(SANDBOX.onlyEndUserCall().header("traceparent").orElse(""))
        .startsWith("00-" + hex(own.getTraceId()) + "-");
  }

  @Test
  void whatACallerDoesNotWantTracedIsNot() throws Exception {
    server.send(server.tokenRequest(USER).header("traceparent", PARENT.replace("-01", "-00")));
    server.send(server.tokenRequest(USER));

    await().until(() -> named("POST /token").size() == 2);
    assertThat(inTrace("POST /token")).isEmpty();
  }

  @Test
  void noSpanHoldsAnythingPersonalOrSecret() throws Exception {
    server.send(
        server
            .tokenRequest(USER)
            .header("traceparent", PARENT)
            .header("authorization", "Bearer s3cr3t-b"));
    ofTrace("POST /token", 1);

    assertThat(collector.received().toString())
        .contains("tokens")
        .doesNotContain("cust0mer", "s3cr3t", "127.0.0.1:", "Bearer");
    assertThat(collector.keys()).containsOnly("s3cr3t-key");
  }

  @Test
  void aMethodThatACallerMadeUpNamesNoSpan() throws Exception {
    try (RawClient client = server.connect()) {
      client.send(
          RawClient.head("CUST0MER-7 /token HTTP/1.1", "Host: x", "Traceparent: " + PARENT));
      assertThat(client.answer()).startsWith("HTTP/1.1 405 ");
    }

    assertThat(attributes(ofTrace("HTTP /token", 1).getFirst()))
        .containsEntry("http.request.method", "_OTHER")
        .containsEntry("url.scheme", "http");
    assertThat(collector.received().toString()).doesNotContainIgnoringCase("cust0mer-7");
  }

  @Test
  void withoutACollectorNothingIsPassedOn() throws Exception {
    try (TestServer untraced = TestServer.start(SANDBOX.sandbox())) {
      untraced.send(untraced.tokenRequest(USER).header("traceparent", PARENT));
    }

    assertThat(SANDBOX.onlyEndUserCall().header("traceparent")).isEmpty();
  }

  @Test
  void aCollectorThatIsNotThereCostsNothing() throws Exception {
    try (RefusedPort port = RawServer.refusing()) {
      URI nowhere = URI.create("http://127.0.0.1:" + port.port() + "/v1/traces");
      try (TestServer lonely =
          TestServer.start(SANDBOX.sandbox(), settings -> settings.tracing(nowhere))) {
        for (int i = 0; i < 50; i++) {
          assertThat(lonely.postToken(USER).statusCode()).isEqualTo(200);
        }
      }
    }
  }
}
