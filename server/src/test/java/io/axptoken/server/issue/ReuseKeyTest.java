package io.axptoken.server.issue;

import static io.axptoken.server.issue.ReusingIssuer.identified;
import static io.axptoken.server.issue.ReusingIssuer.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.server.identity.IdentifiedUser;
import io.axptoken.server.identity.IdentityResolver;
import io.axptoken.service.config.Secret;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token is handed out again to the very same user alone: nobody gets what is another's. */
class ReuseKeyTest {
  private static final EndUser ANNA = EndUser.withId("anna");
  private static final String KEY_HASH =
      "2ddaf6d7ca602e3b8fa6d29d3d7fd13c6190ee6d615d2aed5bdc2b77e432b6cd";

  private final ReusingIssuer server = new ReusingIssuer();

  @AfterEach
  void stop() {
    server.close();
  }

  record Pair(String what, EndUser one, EndUser other) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static EndUser mail(String... values) {
    return new EndUser("anna", null, Map.of("emailAddresses", List.of(values)), null);
  }

  static Stream<Pair> differentUsers() {
    return Stream.of(
        new Pair("id", ANNA, EndUser.withId("anne")),
        new Pair("case of the id", ANNA, EndUser.withId("Anna")),
        new Pair("blank behind the id", ANNA, EndUser.withId("anna ")),
        new Pair("composed letter", EndUser.withId("Zo\u00eb"), EndUser.withId("Zoe\u0308")),
        new Pair("ids of one hash", EndUser.withId("AaAa"), EndUser.withId("BBBB")),
        new Pair("name or none", ANNA, ANNA.named("Anna")),
        new Pair("name", ANNA.named("Anna"), ANNA.named("Berta")),
        new Pair("names of one hash", ANNA.named("Aa"), ANNA.named("BB")),
        new Pair("said to be verified or not", ANNA.verified(true), ANNA.verified(false)),
        new Pair("verified or not said", ANNA.verified(true), ANNA),
        new Pair("not verified or not said", ANNA.verified(false), ANNA),
        new Pair("identifier or none", ANNA, mail("a@shop.example")),
        new Pair("value", mail("a@shop.example"), mail("b@shop.example")),
        new Pair("one more value", mail("a@shop.example"), mail("a@shop.example", "b")),
        new Pair("order of values", mail("a", "b"), mail("b", "a")),
        new Pair("separator inside a value", mail("a,b"), mail("a", "b")),
        new Pair("quotes inside a value", mail("a\",\"b"), mail("a", "b")),
        new Pair("type", ANNA.identifiedBy("a", "x"), ANNA.identifiedBy("b", "x")),
        new Pair("type and value", ANNA.identifiedBy("a=b", "c"), ANNA.identifiedBy("a", "b=c")),
        new Pair("name into an identifier", ANNA.named("x"), ANNA.identifiedBy("name", "x")),
        new Pair(
            "id and name", EndUser.withId("a").named("b c"), EndUser.withId("a b").named("c")));
  }

  @ParameterizedTest
  @MethodSource("differentUsers")
  void whoDiffersGetsATokenOfHisOwn(Pair pair) {
    String first = server.issued(user(pair.one())).token().value();

    assertThat(server.issued(user(pair.other())).token().value()).isNotEqualTo(first);
    assertThat(server.issued(user(pair.other())).reused()).isTrue();
    assertThat(server.issued(user(pair.other())).token().value()).isNotEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("differentUsers")
  void norDoTheyShareOneThatIsUnderWay(Pair pair) {
    server.ask(user(pair.one()));
    server.ask(user(pair.other()));

    assertThat(server.calls).hasSize(2);
  }

  @Test
  void theLatestAttributesCount() {
    server.issued(user(ANNA.named("Anna")));
    server.issued(user(ANNA));

    assertThat(server.issued(user(ANNA)).reused()).isTrue();
    assertThat(server.issued(user(ANNA.named("Anna"))).token().value()).isEqualTo("token-3");
  }

  @Test
  void anotherIntegrationHasItsOwn() {
    server.issued(user(ANNA));

    assertThat(server.issued(server.integration("other"), user(ANNA)).reused()).isFalse();
  }

  @Test
  void namesOfIntegrationsAndIdsDoNotRunTogether() {
    TokenIssuer shop = server.integration("shop");
    TokenIssuer shopA = server.integration("shopa");
    server.issued(shop, user("anna"));

    assertThat(server.issued(shopA, user("nna")).reused()).isFalse();
  }

  @Test
  void whoIsIdentifiedInAnotherWayGetsAnother() {
    IdentifiedUser byKey = identified(apiKey(), ANNA);
    assertThat(byKey.mode()).isEqualTo("apiKey");
    server.issued(user(ANNA));

    assertThat(server.issued(byKey).reused()).isFalse();
    assertThat(server.issued(user(ANNA)).reused()).isFalse();
  }

  @Test
  void aPseudonymIsAnotherUser() {
    IdentityResolver.Builder pseudonyms =
        IdentityResolver.builder().pseudonymize(Secret.of("s3cr3t-pseudonyms-of-32-characters"));
    server.issued(user(ANNA));

    assertThat(server.issued(identified(pseudonyms, ANNA)).reused()).isFalse();
  }

  @Test
  void idsOfOneHashAreToldApartInThousands() {
    List<String> ids = IntStream.range(0, 4096).mapToObj(ReuseKeyTest::colliding).toList();
    assertThat(ids.stream().map(String::hashCode).distinct()).hasSize(1);

    try (ReusingIssuer large = new ReusingIssuer(ids.size() * 2)) {
      for (String id : ids) {
        large.issued(user(id));
      }
      for (int i = 0; i < ids.size(); i++) {
        assertThat(large.issued(user(ids.get(i))).token().value()).isEqualTo("token-" + (i + 1));
      }
    }
  }

  /** Texts of 12 pairs, each of which can be one of two that have the same hash. */
  private static String colliding(int number) {
    StringBuilder id = new StringBuilder();
    for (int bit = 0; bit < 12; bit++) {
      id.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return id.toString();
  }

  private static IdentityResolver.Builder apiKey() {
    return IdentityResolver.builder().apiKey(Map.of("shop", List.of(KEY_HASH)));
  }
}
