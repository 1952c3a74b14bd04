package io.axptoken.server.edge;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.server.edge.RequestJson.Read;
import io.axptoken.server.identity.Claim;
import io.axptoken.service.http.Violation;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever the body of a token request is, it is understood as another reader understands it. */
public final class RequestBodyFuzz {
  private RequestBodyFuzz() {}

  /** The entry point of the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    switch (RequestJson.read(input, RequestFields.TOKEN)) {
      case Read.Malformed malformed ->
          require(malformed.detail().matches("The body [ -~]{1,150}"), "A refusal quotes nothing");
      case Read.Attributes read ->
          // As text: for a reader of bytes half a surrogate pair in a name that nobody reads is a
          // fault.
          requireSame(read.attributes(), new JsonObject(unmarked(input)));
    }
  }

  /** The text without the byte order mark that may stand before it. */
  private static String unmarked(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static void requireSame(RequestAttributes read, JsonObject body) {
    List<Violation> violations = read.violations(true);
    if (violations.isEmpty()) {
      Claim claim = read.claim();
      require(body.getString("userId").equals(claim.id()), "The id is the body's");
      require(body.getString("userId").length() <= 256, "The id is not too long");
      require(claim.identifiers().size() <= 10, "There are not too many identifiers");
    }
    for (Violation violation : violations) {
      require(violation.message().matches("[ -~]{1,200}"), "A violation quotes no values");
    }
  }
}
