package io.axptoken.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.server.identity.Identification.Decision;
import io.axptoken.server.identity.Identification.Identified;
import io.axptoken.server.identity.Identification.NotMine;
import io.axptoken.server.identity.Identification.Reason;
import io.axptoken.server.identity.Identification.Rejected;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order of modes, and what a body may add to a proof. */
class IdentityResolverTest {
  private static final EndUser PROVEN =
      new EndUser("proven", null, Map.of("emailAddresses", List.of("a@example.com")), true);

  private static final IdentityMode SILENT = mode("silent", new NotMine());
  private static final IdentityMode PROOF = mode("proof", identified(PROVEN));
  private static final IdentityMode REFUSAL =
      mode("refusal", new Rejected(Reason.NOT_AUTHENTICATED, "The proof is broken."));

  @Test
  void theFirstModeThatDoesNotSayNotMineDecides() {
    assertThat(userOf(resolve(null, SILENT, PROOF, REFUSAL)).mode()).isEqualTo("proof");
  }

  @Test
  void aBadCredentialNeverFallsThroughToAWeakerMode() {
    Decision decision = resolve(claim("anybody", null), REFUSAL, new Claimed());

    assertThat(decision).isEqualTo(new Rejected(Reason.NOT_AUTHENTICATED, "The proof is broken."));
  }

  @Test
  void aBodyThatNamesAnotherUserThanTheProvenOneIsNotPermitted() {
    assertThat(reasonOf(resolve(claim("other", null), PROOF))).isEqualTo(Reason.NOT_PERMITTED);
    assertThat(reasonOf(resolve(claim("Proven", null), PROOF))).isEqualTo(Reason.NOT_PERMITTED);
  }

  @Test
  void aBodyThatNamesTheProvenUserOrNobodyChangesNothing() {
    assertThat(userOf(resolve(claim("proven", null), PROOF)).user()).isEqualTo(PROVEN);
    assertThat(userOf(resolve(claim(null, null), PROOF)).user()).isEqualTo(PROVEN);
    assertThat(userOf(resolve(null, PROOF)).user()).isEqualTo(PROVEN);
  }

  @Test
  void identifiersAndFlagsOfTheBodyAreIgnoredBesideAProof() {
    Claim claim = new Claim("proven", null, Map.of("phoneNumbers", List.of("+491")), false);

    assertThat(userOf(resolve(claim, PROOF)).user()).isEqualTo(PROVEN);
  }

  @Test
  void aNameOfTheBodyIsTakenWhereTheProofHasNone() {
    assertThat(userOf(resolve(claim(null, "Zoë"), PROOF)).user()).isEqualTo(PROVEN.named("Zoë"));
  }

  @Test
  void aProvenNameIsNotChangedByTheBody() {
    IdentityMode named = mode("proof", identified(PROVEN.named("Real")));

    assertThat(userOf(resolve(claim(null, "Fake"), named)).user().name()).isEqualTo("Real");
  }

  @Test
  void theCookieOfAModeStaysWithTheUser() {
    IdentityMode cookie =
        mode("cookie", new Identified(new IdentifiedUser(PROVEN, "cookie"), "a=b"));

    Decision decision = resolve(claim(null, "Zoë"), cookie);

    assertThat(((Identified) decision).setCookie()).isEqualTo("a=b");
  }

  @Test
  void withoutAnyProofTheUserIdIsNeededWhereTheBodyIsBelieved() {
    assertThat(reasonOf(resolve(claim(null, null), SILENT, new Claimed())))
        .isEqualTo(Reason.USER_ID_MISSING);
    assertThat(reasonOf(resolve(claim(null, null), SILENT))).isEqualTo(Reason.NOT_AUTHENTICATED);
    assertThat(reasonOf(resolve(null, SILENT, new Claimed()))).isEqualTo(Reason.NOT_AUTHENTICATED);
  }

  @Test
  void whoeverBelievesTheBodyAloneNeedsTheUserId() {
    assertThat(resolver(new Claimed()).needsUserId()).isTrue();
    assertThat(resolver(new Claimed(), PROOF).needsUserId()).isFalse();
  }

  @Test
  void theChallengesOfAllModesAreTold() {
    assertThat(resolver(new Claimed()).challenge()).startsWith("Bearer ");
    assertThat(resolver(SILENT, PROOF).challenge()).isEqualTo("silent, proof");
  }

  @Test
  void whoAUserIsDoesNotShowInTexts() {
    Claim claim = claim("cust0mer-1", "cust0mer-2");
    MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("authorization", "s3cr3t");

    assertThat(new IdentityRequest(claim, headers, false, false).toString())
        .doesNotContain("cust0mer", "s3cr3t");
  }

  private static Decision resolve(@Nullable Claim claim, IdentityMode... modes) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    return resolver(modes).resolve(new IdentityRequest(claim, headers, false, false)).result();
  }

  private static IdentityResolver resolver(IdentityMode... modes) {
    IdentityResolver.Builder builder = IdentityResolver.builder();
    List.of(modes).forEach(builder::mode);
    return builder.build();
  }

  private static Claim claim(@Nullable String id, @Nullable String name) {
    return new Claim(id, name, Map.of(), null);
  }

  private static Identified identified(EndUser user) {
    return new Identified(new IdentifiedUser(user, "proof"));
  }

  private static IdentifiedUser userOf(Decision decision) {
    assertThat(decision).isInstanceOf(Identified.class);
    return ((Identified) decision).user();
  }

  private static Reason reasonOf(Decision decision) {
    assertThat(decision).isInstanceOf(Rejected.class);
    return ((Rejected) decision).reason();
  }

  private static IdentityMode mode(String name, Identification answer) {
    return new IdentityMode() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public boolean isProof() {
        return true;
      }

      @Override
      public String challenge() {
        return name;
      }

      @Override
      public Future<Identification> identify(IdentityRequest request) {
        return Future.succeededFuture(answer);
      }
    };
  }
}
