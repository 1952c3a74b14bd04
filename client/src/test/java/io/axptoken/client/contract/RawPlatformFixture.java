package io.axptoken.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig.Deadlines;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.TokenPlatform;
import io.axptoken.client.transport.Transport;
import io.axptoken.testing.Pem;
import io.axptoken.testing.TlsContexts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A platform on a raw socket, a library that calls it, and what must hold after each test. */
abstract class RawPlatformFixture {
  /** A second, as the circuit breaker's own test has it, and what a busy machine may add. */
  static final Duration RECOVERY = Duration.ofSeconds(3);

  static final int WAVE = 12;
  static final int ATTEMPTS = 3;

  private static final Deadlines SHORT =
      new Deadlines(Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofMillis(1500));

  /** The whole time, and what a busy machine may add to it. */
  private static final Duration LONGEST = SHORT.whole().plusSeconds(2);

  private static final EndUser USER = EndUser.withId("user-1");

  @TempDir private static Path folder;
  private static Path authority;
  private static SSLContext identity;
  private static SSLContext stranger;

  private @Nullable FaultyPlatform faulty;
  private Transport transport;
  private @Nullable TokenPlatform library;

  /** A fresh transport that trusts this authority; the suite closes it. */
  protected abstract Transport newTransport(Path trusted) throws Exception;

  @BeforeAll
  static void makeIdentities() throws Exception {
    Pem pem = Pem.in(folder);
    Pem.Identity root = pem.authority("Test authority");
    authority = root.certificate();
    identity = TlsContexts.serving(pem, pem.signedBy(root, Pem.KeyType.EC_P256));
    stranger = TlsContexts.serving(pem, pem.selfSigned(Pem.KeyType.EC_P256));
  }

  @BeforeEach
  void openTransport() throws Exception {
    transport = newTransport(authority);
  }

  /** Nothing may be left open: neither by the library nor, after it, by its transport. */
  @AfterEach
  void nothingIsLeftOpen() throws InterruptedException {
    if (library != null) {
      library.close();
    }
    transport.close();
    if (faulty != null) {
      faulty.awaitNoConnection();
      faulty.close();
    }
  }

  /** A platform that speaks plain HTTP, called by a library that has used it before. */
  final void startPlain() {
    start(null, transport);
  }

  /** A platform that speaks TLS. */
  final void startWithTls() {
    start(identity, transport);
  }

  /** The same; the action is run when the first attempt has failed, before anybody hears of it. */
  final void startWithTls(Runnable atFirstFailure) {
    start(identity, new Healing(transport, atFirstFailure));
  }

  private void start(@Nullable SSLContext tls, Transport way) {
    faulty = FaultyPlatform.start(tls);
    library =
        TokenPlatform.axp(
            Some.config(faulty.uri()).deadlines(SHORT).build(), way, InstantSource.system());
  }

  /** With the access token in hand if the fault is to be met by the other call. */
  final void getReadyFor(Call call) {
    if (call == Call.END_USER_TOKEN) {
      assertThat(Outcome.of(library().issue(EndUser.withId("the first"))).value()).isNotEmpty();
    }
  }

  final FaultyPlatform faulty() {
    return Objects.requireNonNull(faulty);
  }

  private TokenPlatform library() {
    return Objects.requireNonNull(library);
  }

  static Path authority() {
    return authority;
  }

  /** Shows a certificate that nobody trusts. */
  static SSLContext stranger() {
    return stranger;
  }

  /** How it ended, in time: a token or a failure. */
  final Object outcome() {
    long begin = System.nanoTime();
    Object end = Outcome.tokenOrFailure(library().issue(USER));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONGEST);
    return end;
  }

  /** How the requests of several users at once ended. */
  final List<Object> outcomesOfAWave() {
    List<CompletionStage<EndUserToken>> stages =
        IntStream.range(0, WAVE)
            .mapToObj(i -> library().issue(EndUser.withId("user-" + i)))
            .toList();
    return stages.stream().map(Outcome::tokenOrFailure).toList();
  }

  final void assertRecovers() {
    long healed = System.nanoTime();
    Object last = Outcome.tokenOrFailure(library().issue(USER));
    while (!(last instanceof EndUserToken)) {
      assertThat(Duration.ofNanos(System.nanoTime() - healed)).as("%s", last).isLessThan(RECOVERY);
      last = Outcome.tokenOrFailure(library().issue(USER));
    }
  }
}
