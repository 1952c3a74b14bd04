package io.axptoken.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {
  private static final String NO_BODY = "content-length: 0\r\nhost: some.host\r\n\r\n";

  @Test
  void aHeadIsFollowedByTheBodyItTellsTheLengthOf() {
    assertThat(text(head(Map.of("a", "b c")), "12345678901"))
        .isEqualTo(
            "POST /p HTTP/1.1\r\na: b c\r\ncontent-length: 11\r\nhost: some.host\r\n\r\n12345678901");
  }

  @Test
  void aHostThatIsGivenStands() {
    assertThat(text(head(Map.of("host", "other")), ""))
        .isEqualTo("POST /p HTTP/1.1\r\nhost: other\r\ncontent-length: 0\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cr3t\r\nx: y",
        "s3cr3t\nx: y",
        "s3cr3t\rx",
        "s3cr3t\0",
        "\u007fs3cr3t",
        " s3cr3t",
        "s3cr3t\u000b",
        "s3cr3t\u001f"
      })
  void aValueThatWouldEndItsLineIsRefusedAndNotQuoted(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> head(Map.of("authorization", value)))
        .withMessageNotContaining("s3cr3t");
  }

  /** Their low bytes are those of a line's end. */
  @ParameterizedTest
  @ValueSource(strings = {"\u010d\u010ax: y", "\u560d\u560ax: y", "\ud83d\ude0a"})
  void aCharacterWithoutAByteOfItsOwnEndsNoLine(String value) {
    assertThat(text(head(Map.of("a", "v" + value)), ""))
        .matches("POST /p HTTP/1\\.1\r\na: v\\?+(x: y)?\r\n" + NO_BODY.replace(".", "\\."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a:", "a\r\nb", "a\n", "\0", "na\u00efve", "a\u010d"})
  void aNameThatIsNoTokenIsRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> head(Map.of(name, "v")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"content-length", "transfer-encoding", "connection", "Content-Length"})
  void whatSaysWhereTheRequestEndsIsNotForCallersToSay(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> head(Map.of(name, "5")));
  }

  @Test
  void itPrintsNoSecret() {
    assertThat(head(Map.of("authorization", "s3cr3t")).toString()).isEqualTo("RequestHead");
  }

  @ParameterizedTest
  @CsvSource({
    "http://some.host/, some.host",
    "http://some.host:80/, some.host",
    "http://some.host:443/, some.host:443",
    "https://some.host/, some.host",
    "https://some.host:443/, some.host",
    "HTTPS://Some.Host:80/, Some.Host:80",
    "http://[::1]:8080/, [::1]:8080",
    "https://[2001:db8::1]/, [2001:db8::1]",
    "http://127.0.0.1:8080/, 127.0.0.1:8080"
  })
  void theHostIsTheAuthorityOfTheUri(URI uri, String host) {
    assertThat(Origin.of(uri).authority()).isEqualTo(host);
  }

  private static RequestHead head(Map<String, String> headers) {
    return RequestHead.of("/p", "some.host", headers);
  }

  private static String text(RequestHead head, String body) {
    ByteBuf request =
        head.with(body.getBytes(StandardCharsets.US_ASCII), UnpooledByteBufAllocator.DEFAULT);
    try {
      return request.toString(StandardCharsets.ISO_8859_1);
    } finally {
      request.release();
    }
  }
}
