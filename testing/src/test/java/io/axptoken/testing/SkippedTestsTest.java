package io.axptoken.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SkippedTestsTest {
  @ParameterizedTest
  @ValueSource(strings = {"isSkipped", "givesUp"})
  void aTestThatDoesNotRunFailsTheRunAndIsNamed(String method) {
    assertThatCode(() -> run(method))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("A skipped test is a failed build: fix it or remove it.\n")
        .hasMessageContaining(method);
  }

  @Test
  void aRunWithoutThemIsFine() {
    assertThatCode(() -> run("runs")).doesNotThrowAnyException();
  }

  @Test
  void everyRunIsWatched() {
    assertThat(ServiceLoader.load(LauncherSessionListener.class))
        .hasAtLeastOneElementOfType(SkippedTests.class);
  }

  private static void run(String method) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectMethod(SkippedSamples.class, method))
            .build();
    try (LauncherSession session = LauncherFactory.openSession(onlyOurs())) {
      session.getLauncher().execute(request);
    }
  }

  private static LauncherConfig onlyOurs() {
    return LauncherConfig.builder()
        .enableLauncherSessionListenerAutoRegistration(false)
        .enableTestExecutionListenerAutoRegistration(false)
        .addLauncherSessionListeners(new SkippedTests())
        .build();
  }
}
