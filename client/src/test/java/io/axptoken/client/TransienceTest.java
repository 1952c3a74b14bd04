package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.Kind;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformFailure.Unavailable;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which failures are worth another try, and how code lives with those it does not know. */
class TransienceTest {
  @Test
  void whatPassesByItselfIsTransient() {
    assertThat(SomeFailures.oneOfEach(trace(Cause.ANSWER)))
        .filteredOn(PlatformFailure::isTransient)
        .extracting(PlatformFailure::kind)
        .containsExactly(Kind.BUSY, Kind.UNAVAILABLE, Kind.OVERLOADED, Kind.TIMED_OUT);
  }

  @ParameterizedTest
  @EnumSource(names = {"TLS_FAILED", "PROXY_REJECTED_CREDENTIALS", "PROXY_REFUSED", "CLOSED"})
  void aPlatformThatSomebodyMustMakeReachableIsNot(Cause cause) {
    assertThat(new Unavailable(trace(cause), null).isTransient()).isFalse();
  }

  @Test
  void aSecretThatCannotBeReadNowMayBeReadLater() {
    assertThat(new RejectedCredentials(trace(Cause.SECRET_UNREADABLE)).isTransient()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whoSwitchesByAFewAnswersIsRightAboutFailuresThatComeLater(Kind kind) {
    PlatformFailure unknown = new Unforeseen(trace(Cause.ANSWER), kind);

    String advice =
        switch (unknown) {
          case PlatformFailure.Busy busy -> "busy";
          default -> unknown.isTransient() ? "later" : "fix it";
        };

    assertThat(advice).isIn("later", "fix it");
  }

  @Test
  void oneOfThePermittedTypesCanBeNamedByNobodyElse() {
    List<Class<?>> permitted = Arrays.asList(PlatformFailure.class.getPermittedSubclasses());

    assertThat(permitted)
        .filteredOn(type -> !java.lang.reflect.Modifier.isPublic(type.getModifiers()))
        .containsExactly(Unforeseen.class);
  }

  private static Trace trace(Cause cause) {
    return new Trace(Call.END_USER_TOKEN, cause, 0, null, null);
  }
}
