package io.axptoken.service.http;

import static io.axptoken.testing.Fuzz.require;

import io.axptoken.testing.Fuzz;
import io.vertx.core.MultiMap;

/** Whatever a body calls itself, only JSON in UTF-8 is read, and only where it is said once. */
public final class MediaTypeFuzz {
  private MediaTypeFuzz() {}

  /** The entry point of the fuzzer: the type, and in further lines the encodings. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = Fuzz.latin(input);
    String type = Fuzz.firstLine(text);
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Content-Type", type);
    String encodings = Fuzz.afterFirstLine(text);
    if (!encodings.isEmpty()) {
      headers.add("Content-Encoding", encodings);
    }

    if (MediaTypes.isPlainJson(headers)) {
      String blank = type.replaceAll("[\\x1c-\\x1f]", " ");
      require(blank.matches("(?is)\\s*application/json\\s*(;.*)?"), "Only JSON is JSON: " + type);
      require(
          !blank.matches(
              "(?is)[^;]*;(.*;)?\\s*\"?charset=(?!\"*u\"*t\"*f\"*-\"*8\"*\\s*(;.*)?$).*"),
          "Only UTF-8 is read: " + type);
      require(encodings.isEmpty() || encodings.equalsIgnoreCase("identity"), "Only plain bodies");
    }
    headers.add("Content-Type", type);
    require(!MediaTypes.isPlainJson(headers), "A type is said once");
    require(RequestId.of(type).matches("[A-Za-z0-9._-]{1,64}"), "A request id is harmless");
  }
}
