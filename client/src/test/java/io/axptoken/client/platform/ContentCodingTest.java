package io.axptoken.client.platform;

import static io.axptoken.client.contract.Outcome.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.contract.MutableClock;
import io.axptoken.client.contract.Some;
import io.axptoken.client.transport.Transport;
import io.axptoken.client.transport.TransportAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in a coding that nobody has asked for. */
class ContentCodingTest {
  private static final String TOKEN = "{\"jwtToken\":\"jwt.h.p.coded\"}";
  private static final EndUser USER = EndUser.withId("user-1");

  private final FakeTransport transport = new FakeTransport();
  private final TokenPlatform platform =
      TokenPlatform.axp(Some.config().build(), transport, new MutableClock());

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", " GZIP ", "deflate", "raw deflate", "identity", ""})
  void knownCodingsAreDecoded(String coding) throws IOException {
    transport.onEndUserToken(coded(201, coding.replace("raw ", ""), encode(coding, TOKEN)));

    assertThat(platform.issueAndWait(USER).value()).isEqualTo("jwt.h.p.coded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "zstd", "gzip, br", "gzip"})
  void othersAreNamed(String coding) {
    transport.onEndUserToken(coded(201, coding, new byte[] {1, 2, 3}));

    PlatformFailure failure = failureOf(platform.issue(USER));

    assertThat(failure).isInstanceOf(BadAnswer.class);
    assertThat(failure.trace().cause()).isEqualTo(Cause.UNKNOWN_CODING);
  }

  @Test
  void aCodingsNameSpoilsNoLog() {
    transport.onEndUserToken(coded(201, "b\u001b[31m", new byte[0]));

    assertThat(failureOf(platform.issue(USER)).trace().said()).isEqualTo("unprintable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate"})
  void whatGrowsBeyondTheBoundIsTooLarge(String coding) throws IOException {
    String bomb = " ".repeat(100 * Transport.MAX_BODY_BYTES) + TOKEN;
    byte[] small = encode(coding, bomb);
    assertThat(small.length).isLessThan(Transport.MAX_BODY_BYTES);
    transport.onEndUserToken(coded(201, coding, small));

    assertThat(failureOf(platform.issue(USER)).trace().cause()).isEqualTo(Cause.TOO_LARGE);
  }

  @Test
  void aRefusalIsReadAsWell() throws IOException {
    transport.onAccessToken(coded(401, "gzip", encode("gzip", "{\"error\":\"invalid_client\"}")));

    PlatformFailure failure = failureOf(platform.issue(USER));

    assertThat(failure).isInstanceOf(RejectedCredentials.class);
    assertThat(failure.trace().cause()).isEqualTo(Cause.INVALID_CLIENT);
  }

  private static CompletionStage<TransportAnswer> coded(int status, String coding, byte[] body) {
    return CompletableFuture.completedStage(
        new TransportAnswer(status, Map.of("content-encoding", coding)::get, body));
  }

  private static byte[] encode(String coding, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream coder = coder(coding, bytes)) {
      coder.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static OutputStream coder(String coding, OutputStream bytes) throws IOException {
    return switch (coding) {
      case "deflate" -> new DeflaterOutputStream(bytes);
      case "raw deflate" -> new DeflaterOutputStream(bytes, new Deflater(9, true));
      case "identity", "" -> bytes;
      default -> new GZIPOutputStream(bytes);
    };
  }
}
