package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.RawClient;
import io.axptoken.server.fixture.WholeServer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The id that joins an answer, the log and a caller's report. */
class RequestIdTest {
  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  private static String idOfAnswerTo(String header) throws Exception {
    try (RawClient client = SERVER.http().connect()) {
      String answer =
          client.send("GET /nothing HTTP/1.1\r\nHost: x\r\n" + header + "\r\n").answer();
      String id = answer.replaceFirst("(?is).*\r\nx-request-id: ([^\r]*)\r\n.*", "$1");
      assertThat(ProblemAnswer.ofRaw(answer, 404, "not-found").body().getString("requestId"))
          .isEqualTo(id);
      return id;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "A.b_c-9",
        "0123456789012345678901234567890123456789012345678901234567890123"
      })
  void theCallersIdIsTaken(String id) throws Exception {
    assertThat(idOfAnswerTo("X-Request-Id: " + id + "\r\n")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Request-Id: \r\n",
        "X-Request-Id: a b\r\n",
        "X-Request-Id: <script>\r\n",
        "X-Request-Id: \"; drop\r\n",
        "X-Request-Id: é\r\n",
        "X-Request-Id: ${jndi:ldap://x}\r\n",
        "X-Request-Id: 01234567890123456789012345678901234567890123456789012345678901234\r\n",
        ""
      })
  void aMissingOrHostileIdIsReplaced(String header) throws Exception {
    assertThat(idOfAnswerTo(header)).matches("[0-9a-f]{16}");
  }

  @Test
  void everyAnswerHasAnIdOfItsOwn() throws Exception {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      ids.add(
          SERVER
              .http()
              .postToken("{\"userId\":\"u1\"}")
              .headers()
              .firstValue("x-request-id")
              .orElseThrow());
    }
    assertThat(ids).hasSize(20);
  }
}
