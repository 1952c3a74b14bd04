package io.axptoken.server.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.identity.GuestPasses.Pass;
import io.axptoken.service.config.Secret;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestPassesTest {
  private static final Secret FIRST = Secret.of("s3cr3t-of-the-guests-number-one-0001");
  private static final Secret SECOND = Secret.of("s3cr3t-of-the-guests-number-two-0002");
  private static final Duration MAX_AGE = Duration.ofDays(30);
  private static final String ID = "AAAAAAAAAAAAAAAAAAAAAA";

  private final TestClock clock = new TestClock();

  private GuestPasses passes(String integration, Secret... secrets) {
    return new GuestPasses(integration, List.of(secrets), MAX_AGE, clock);
  }

  @Test
  void aPassTellsWhoseItIs() {
    GuestPasses passes = passes("default", FIRST);

    assertThat(passes.read(passes.issue(ID))).isEqualTo(new Pass(ID, false));
  }

  @Test
  void idsAreOf128RandomBitsAndNeverTheSame() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      ids.add(GuestPasses.newId());
    }
    assertThat(ids).hasSize(1000).allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
  }

  @Test
  void itAgesInTheMiddleOfItsLifeAndEnds() {
    GuestPasses passes = passes("default", FIRST);
    String pass = passes.issue(ID);

    clock.move(MAX_AGE.dividedBy(2));
    assertThat(requireNonNull(passes.read(pass)).ageing()).isFalse();
    clock.move(Duration.ofSeconds(1));
    assertThat(requireNonNull(passes.read(pass)).ageing()).isTrue();
    clock.move(MAX_AGE.dividedBy(2).minusSeconds(1));
    assertThat(passes.read(pass)).isNotNull();
    clock.move(Duration.ofSeconds(1));
    assertThat(passes.read(pass)).isNull();
  }

  @Test
  void aPassOfTheFutureIsNone() {
    GuestPasses passes = passes("default", FIRST);
    clock.move(Duration.ofMinutes(6));
    String pass = passes.issue(ID);

    clock.move(Duration.ofMinutes(-6));
    assertThat(passes.read(pass)).isNull();
    clock.move(Duration.ofMinutes(1));
    assertThat(passes.read(pass)).isNotNull();
  }

  @Test
  void aSecretThatWasRotatedStillVerifiesAndAsksForANewPass() {
    String old = passes("default", FIRST).issue(ID);

    assertThat(passes("default", SECOND, FIRST).read(old)).isEqualTo(new Pass(ID, true));
    assertThat(passes("default", FIRST, SECOND).read(old)).isEqualTo(new Pass(ID, false));
  }

  @Test
  void aSecretThatWasRemovedVerifiesNoMore() {
    assertThat(passes("default", SECOND).read(passes("default", FIRST).issue(ID))).isNull();
  }

  @Test
  void aPassIsWorthNothingInAnotherIntegration() {
    String pass = passes("shop", FIRST).issue(ID);

    assertThat(passes("bank", FIRST).read(pass)).isNull();
    assertThat(passes("sho", FIRST).read(pass)).isNull();
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    GuestPasses passes = passes("default", FIRST);
    String pass = passes.issue(ID);

    for (int i = 0; i < pass.length(); i++) {
      for (char other : new char[] {'A', 'B', '0', '9', '.', '-', '_'}) {
        String changed = pass.substring(0, i) + other + pass.substring(i + 1);
        if (!changed.equals(pass)) {
          assertThat(passes.read(changed)).as(changed).isNull();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "...", "v1...", "v1.a.b.c", "v1.AAAAAAAAAAAAAAAAAAAAAA.1."})
  void whatIsNoPassIsRefused(String text) {
    assertThat(passes("default", FIRST).read(text)).isNull();
  }

  @Test
  void whatStandsAroundAPassMakesItNone() {
    GuestPasses passes = passes("default", FIRST);
    String pass = passes.issue(ID);

    Stream.of(" " + pass, pass + " ", pass + "=", "\"" + pass + "\"", pass + pass, pass + "\n")
        .forEach(text -> assertThat(passes.read(text)).as(text).isNull());
    assertThat(passes.read("v2" + pass.substring(2))).isNull();
    assertThat(passes.read(pass.replaceFirst("\\.([0-9]+)\\.", ".0$1."))).isNull();
    assertThat(passes.read("v1.".repeat(100_000))).isNull();
  }
}
