package io.axptoken.client.contract;

import static io.axptoken.client.contract.Outcome.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import io.axptoken.client.transport.TransportException;
import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.client.transport.TransportRequest;
import io.axptoken.testing.RawServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh transport for each test, and calls over it. */
abstract class TransportFixture {
  static final Duration SHORT = Duration.ofMillis(300);
  static final Duration LONG = Duration.ofSeconds(10);
  static final String OK = "{\"ok\":true}";

  private Transport transport;

  /** A fresh transport with a connect timeout of at least a second; the suite closes it. */
  protected abstract Transport newTransport();

  @BeforeEach
  void openTransport() {
    transport = newTransport();
  }

  @AfterEach
  void closeTransport() {
    transport.close();
  }

  final Transport transport() {
    return transport;
  }

  static void assertFails(Reason reason, CompletionStage<TransportAnswer> call) {
    assertThat(reasonOf(call)).isEqualTo(reason);
  }

  static Reason reasonOf(CompletionStage<TransportAnswer> call) {
    Throwable error = errorOf(call);
    if (error instanceof TransportException known) {
      return known.reason();
    }
    throw new AssertionError("Expected a TransportException", error);
  }

  final CompletionStage<TransportAnswer> post(RawServer server, Duration timeout) {
    return transport.send(request(server.uri("/"), timeout));
  }

  static TransportRequest request(URI uri, Duration timeout) {
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    return new TransportRequest(uri, Map.of("content-type", "application/json"), body, timeout);
  }
}
