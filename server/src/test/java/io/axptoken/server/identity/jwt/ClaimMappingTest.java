package io.axptoken.server.identity.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axptoken.client.EndUser;
import io.axptoken.server.identity.jwt.ClaimMapping.Mapped;
import io.axptoken.server.identity.jwt.keys.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which claims make which user. */
class ClaimMappingTest {
  private static final String CLAIMS =
      """
      { "sub": "user-1", "number": 12345678901234567890, "small": 7, "real": 1.5, "flag": true,
        "list": ["a", "b", "a", ""], "one": ["only"], "nothing": null, "empty": "",
        "deep": { "er": { "value": "below", "list": [ { "id": "x" }, { "id": "y" } ] } },
        "https://shop.example/card": "C-1", "odd name": "odd", "a.b": "dotted",
        "email": "a@example.com", "email_verified": "false",
        "work": { "email": "b@example.com", "email_verified": true } }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sub                          | user-1
          number                       | 12345678901234567890
          small                        | 7
          one.0                        | only
          list.1                       | b
          deep.er.value                | below
          deep.er.list.1.id            | y
          "'https://shop.example/card'"| C-1
          "'a.b'"                      | dotted
          odd name                     | odd
          """)
  void theIdIsWhereThePathSays(String path, String id) throws Exception {
    assertThat(map(path.replace("\"", ""), Map.of())).isEqualTo(user(id, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "missing", "nothing", "empty", "real", "flag", "list", "one", "deep", "sub.x", "list.9"
      })
  void withoutOneIdThereIsNoUser(String path) throws Exception {
    assertThat(map(path, Map.of())).isInstanceOf(Mapped.Unusable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"alice\"]", "[[\"alice\"]]", "{\"id\":\"alice\"}", "7", "true"})
  void aSubjectIsATextAndNothingElse(String sub) throws Exception {
    assertThat(mapping("sub", null, Map.of()).map(claims("{\"sub\":%s}".formatted(sub))).toString())
        .contains("sub is not a text")
        .doesNotContain("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"Alice\"]", "[]", "{}"})
  void aNameIsNoArray(String name) throws Exception {
    assertThat(
            mapping("sub", "name", Map.of())
                .map(claims("{\"sub\":\"a\",\"name\":%s}".formatted(name))))
        .isInstanceOf(Mapped.Unusable.class);
  }

  @Test
  void anArrayOfIdentifiersHoldsNoArrays() throws Exception {
    assertThat(
            mapping("sub", null, Map.of("kinds", "k"))
                .map(claims("{\"sub\":\"a\",\"k\":[[\"b\"]]}")))
        .isInstanceOf(Mapped.Unusable.class);
  }

  @Test
  void anIdThatTheIssuerDidNotVerifyIsNobodys() throws Exception {
    assertThat(map("email", Map.of()).toString()).contains("did not verify the userId");
    assertThat(map("work.email", Map.of())).isEqualTo(user("b@example.com", Map.of()));
  }

  @Test
  void anArrayOfIdentifiersKeepsItsOrderAndEachValueOnce() throws Exception {
    assertThat(map("sub", Map.of("kinds", "list", "none", "missing", "empties", "empty")))
        .isEqualTo(user("user-1", Map.of("kinds", List.of("a", "b"))));
  }

  @Test
  void whatTheIssuerDidNotVerifyIsLeftOut() throws Exception {
    assertThat(map("sub", Map.of("private", "email", "work", "work.email")))
        .isEqualTo(user("user-1", Map.of("work", List.of("b@example.com"))));
  }

  @Test
  void theDetailNamesTheAttributeAndNoValue() throws Exception {
    assertThat(map("real", Map.of()).toString()).contains("userId").doesNotContain("1.5");
    assertThat(map("sub", Map.of("x".repeat(51), "small")).toString())
        .contains("identifiers")
        .doesNotContain("7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "'a", "''", "'a'b", "https://x.example/id"})
  void whatIsNoPathIsRefused(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> ClaimPath.of(path));
  }

  private static Mapped user(String id, Map<String, List<String>> identifiers) {
    return new Mapped.User(new EndUser(id, null, identifiers, true));
  }

  private static Mapped map(String userId, Map<String, String> identifiers) throws Exception {
    return mapping(userId, null, identifiers).map(claims(CLAIMS));
  }

  private static ClaimMapping mapping(
      String userId, @Nullable String name, Map<String, String> identifiers) {
    Map<String, ClaimPath> paths = new HashMap<>();
    identifiers.forEach((type, path) -> paths.put(type, ClaimPath.of(path)));
    return new ClaimMapping(ClaimPath.of(userId), name == null ? null : ClaimPath.of(name), paths);
  }

  private static Map<String, Object> claims(String json) throws Exception {
    return StrictJson.object(json.getBytes(StandardCharsets.UTF_8));
  }
}
