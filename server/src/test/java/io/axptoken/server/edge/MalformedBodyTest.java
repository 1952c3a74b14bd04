package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.fixture.ProblemAnswer;
import io.axptoken.server.fixture.WholeServer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are no JSON object as we take it are refused, and nothing of them goes on. */
class MalformedBodyTest {
  @RegisterExtension static final WholeServer SERVER = WholeServer.usual();

  @AfterEach
  void nothingWasMinted() {
    SERVER.assertNothingMinted();
  }

  private static void assertMalformed(byte[] body) throws Exception {
    ProblemAnswer.of(SERVER.http().postToken(body), 400, "malformed-json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \r\n\t",
        "{",
        "}",
        "{\"userId\"",
        "{\"userId\":",
        "{\"userId\":\"u1",
        "{\"userId\":\"u1\"",
        "{\"userId\":\"u1\",",
        "{\"userId\":\"u1\",}",
        "{,\"userId\":\"u1\"}",
        "{\"userId\" \"u1\"}",
        "{\"userId\":\"u1\" \"userName\":\"x\"}",
        "{\"userId\":\"u1\",\"userIdentifiers\":{\"a\":[\"x\"}",
        "{\"userId\":\"u1\",\"userIdentifiers\":{\"a\":[\"x\",]}}",
        "{'userId':'u1'}",
        "{userId:\"u1\"}",
        "{\"userId\":\"u1\"} x",
        "{\"userId\":\"u1\"}{}",
        "{\"userId\":\"u1\"},",
        "{\"userId\":\"u1\"}]",
        "{\"userId\":\"u1\"}\u0000",
        "\u0000{\"userId\":\"u1\"}",
        "{\"userId\":\"u\u0000001\"}",
        "{\"userId\":\"u\n1\"}",
        "{\"userId\":\"u\\x31\"}",
        "{\"userId\":\"u\\u12\"}",
        "{\"userId\":\"u1\",\"n\":NaN}",
        "{\"userId\":\"u1\",\"n\":Infinity}",
        "{\"userId\":\"u1\",\"n\":-Infinity}",
        "{\"userId\":\"u1\",\"n\":+1}",
        "{\"userId\":\"u1\",\"n\":01}",
        "{\"userId\":\"u1\",\"n\":.5}",
        "{\"userId\":\"u1\",\"n\":1.}",
        "{\"userId\":\"u1\",\"n\":0x10}",
        "{\"userId\":\"u1\",\"n\":undefined}",
        "{\"userId\":\"u1\",\"n\":True}",
        "// c\n{\"userId\":\"u1\"}",
        "/* c */{\"userId\":\"u1\"}",
        "{\"userId\":\"u1\"}// c",
        "# c\n{\"userId\":\"u1\"}",
        "userId=u1",
        "<user/>"
      })
  void whatIsNoJsonIsMalformed(String body) throws Exception {
    assertMalformed(body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"userId\":\"u1\"}]", "\"u1\"", "1", "1e9", "true", "null"})
  void whatIsNoObjectIsMalformed(String body) throws Exception {
    assertMalformed(body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userId\":\"u1\",\"userId\":\"u1\"}",
        "{\"userId\":\"u1\",\"user\\u0049d\":\"evil\"}",
        "{\"userId\":\"u1\",\"verified\":false,\"verified\":true}",
        "{\"userId\":\"u1\",\"userIdentifiers\":{\"a\":[\"x\"],\"a\":[\"y\"]}}",
        "{\"userId\":\"u1\",\"userIdentifiers\":{},\"userIdentifiers\":{}}",
        "{\"userId\":\"u1\",\"extra\":{\"a\":{\"b\":1,\"b\":2}}}",
        "{\"userId\":\"u1\",\"extra\":[{\"b\":1,\"b\":2}]}"
      })
  void aKeyThatStandsTwiceIsMalformed(String body) throws Exception {
    assertMalformed(body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"9,[,]", "9,{\"a\":,}", "2000,[,]", "2000,{\"a\":,}"})
  void whatIsNestedTooDeepIsMalformed(int levels, String open, String close) throws Exception {
    String deep = open.repeat(levels - 1) + "1" + close.repeat(levels - 1);

    assertMalformed(("{\"userId\":\"u1\",\"x\":" + deep + "}").getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c0 80", // overlong NUL
        "c1 81", // overlong A
        "e0 80 af", // overlong slash
        "f0 80 80 af", // overlong slash, longer
        "ed a0 80", // half a surrogate pair
        "ed a0 bd ed b8 80", // a surrogate pair, each in UTF-8
        "f4 90 80 80", // beyond Unicode
        "f8 88 80 80 80", // five bytes
        "c3", // broken off
        "e2 82", // broken off
        "80", // continuation out of nowhere
        "ff",
        "fe"
      })
  void whatIsNoUtf8IsMalformed(String bytes) throws Exception {
    byte[] start = "{\"userId\":\"u".getBytes(StandardCharsets.UTF_8);
    byte[] middle = HexFormat.ofDelimiter(" ").parseHex(bytes);
    byte[] end = "\"}".getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[start.length + middle.length + end.length];
    System.arraycopy(start, 0, body, 0, start.length);
    System.arraycopy(middle, 0, body, start.length, middle.length);
    System.arraycopy(end, 0, body, start.length + middle.length, end.length);

    var problem = ProblemAnswer.of(SERVER.http().postToken(body), 400, "malformed-json");
    assertThat(problem.detail()).contains("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
  void otherUnicodeEncodingsAreMalformed(String charset) throws Exception {
    assertMalformed("{\"userId\":\"u1\"}".getBytes(Charset.forName(charset)));
  }

  @Test
  void manyKeysOfOneHashAreStillJustUnknownMembers() throws Exception {
    String colliding =
        IntStream.range(0, 512)
            .mapToObj(i ->
                IntStream.range(0, 9)
                    .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "B@")
                    .collect(Collectors.joining("", "\"", "\":1,")))
            .collect(Collectors.joining());

    ProblemAnswer.of(
        SERVER.http().postToken("{" + colliding + "\"userId\":7}"), 400, "constraint-violation");
  }

  @Test
  void hugeNumbersDoNoHarm() throws Exception {
    for (String number : new String[] {"9".repeat(5000), "1e999999999", "-" + "1".repeat(5000)}) {
      var answer = SERVER.http().postToken("{\"userId\":" + number + ",\"x\":" + number + "}");
      assertThat(answer.statusCode()).isEqualTo(400);
    }
  }
}
