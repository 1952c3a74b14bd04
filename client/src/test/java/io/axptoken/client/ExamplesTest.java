package io.axptoken.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.contract.Outcome;
import io.axptoken.client.contract.Some;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Javadoc shows, compiled for Java 21 and run. */
class ExamplesTest {
  private static final Path FILE =
      Sources.MAIN.resolve("io/axptoken/client/snippet-files/Examples.java");

  private static final EndUserToken TOKEN = new EndUserToken("jwt.a.b.c", Instant.EPOCH);

  @TempDir private Path classes;
  private URLClassLoader loader;
  private Class<?> examples;

  @BeforeEach
  void compile() throws Exception {
    String library = Sources.locationOf(TokenPlatform.class).toString();
    Sources.compile(
        List.of(FILE), classes, "-cp", library + File.pathSeparator + Sources.dependencies());
    loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    examples = loader.loadClass("Examples");
  }

  @AfterEach
  void close() throws Exception {
    loader.close();
  }

  @Test
  void aConfigIsMadeAndTakenUpForAnotherIntegration() throws Exception {
    PlatformConfig config = (PlatformConfig) run("configure");

    assertThat(config.integrationId()).startsWith("76543210");
    assertThat(config.accountId()).isEqualTo("ABCDEF");
  }

  @Test
  void aTokenIsWaitedForOrNot() throws Exception {
    TokenPlatform platform = ending(CompletableFuture.completedFuture(TOKEN));

    assertThat(run("issueAndWait", platform)).isEqualTo(TOKEN);
    assertThat(Outcome.of((CompletionStage<?>) run("issue", platform)))
        .isEqualTo("jwt.a.b.c until 1970-01-01T00:00:00Z");
  }

  @Test
  void failuresAreToldApartAndThoseNotNamedAreToldWhatToDoAbout() throws Exception {
    Trace trace = new Trace(Call.END_USER_TOKEN, Cause.ANSWER, 0, null, null);
    EndUser user = EndUser.withId("user-1");

    assertThat(run("explain", failing(new Busy(trace, Duration.ofSeconds(3))), user))
        .isEqualTo("the quota is used up, come back after PT3S");
    assertThat(run("explain", failing(new TimedOut(trace)), user))
        .asString()
        .startsWith("come back");
    assertThat(run("explain", failing(new RejectedCredentials(trace)), user))
        .asString()
        .startsWith("somebody has to look");
  }

  @Test
  void outcomesAreCounted() throws Exception {
    Map<String, LongAdder> counters = new HashMap<>();
    PlatformListener listener = (PlatformListener) run("counting", counters);

    listener.tokenEnded(new TokenOutcome(null, Duration.ZERO, false));

    assertThat(counters).containsOnlyKeys("issued");
    assertThat(counters.values()).extracting(LongAdder::sum).containsExactly(1L);
  }

  @Test
  void aPlatformMayBePatient() throws Exception {
    PlatformConfigBuilder config =
        (PlatformConfigBuilder)
            run("patient", Some.config(), new RotatingSecret(Some.CLIENT_SECRET));

    assertThat(config.build().resilience().maxWaiting()).isEqualTo(10_000);
  }

  @Test
  void everyExampleIsShownSomewhere() throws Exception {
    Matcher regions = Pattern.compile("@start region=\"(\\w+)\"").matcher(Files.readString(FILE));
    StringBuilder shown = new StringBuilder();
    try (Stream<Path> files = Files.list(Sources.MAIN.resolve("io/axptoken/client"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        shown.append(Files.readString(file));
      }
    }

    assertThat(regions.results().map(found -> found.group(1)))
        .hasSize(6)
        .allSatisfy(region ->
            assertThat(shown)
                .contains("{@snippet file=\"Examples.java\" region=\"" + region + "\"}"));
  }

  @Test
  void anExampleThatIsWrongWouldBeFound() throws Exception {
    Path wrong =
        Files.writeString(classes.resolve("Wrong.java"), "class Wrong { int i = \"text\"; }");

    assertThatThrownBy(() -> Sources.compile(List.of(wrong), classes))
        .isInstanceOf(AssertionError.class);
  }

  private Object run(String name, Object... arguments) throws Exception {
    Method method =
        Arrays.stream(examples.getDeclaredMethods())
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    return method.invoke(null, arguments);
  }

  private static TokenPlatform failing(PlatformFailure failure) {
    return ending(CompletableFuture.failedFuture(new PlatformException(failure)));
  }

  private static TokenPlatform ending(CompletionStage<EndUserToken> end) {
    return new TokenPlatform() {
      @Override
      public CompletionStage<EndUserToken> issue(EndUser user) {
        return end;
      }

      @Override
      public CompletionStage<Void> prepare() {
        return CompletableFuture.completedFuture(null);
      }

      @Override
      public PlatformStatus status() {
        throw new UnsupportedOperationException();
      }

      @Override
      public void close() {}
    };
  }
}
