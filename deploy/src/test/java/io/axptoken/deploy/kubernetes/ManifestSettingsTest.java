package io.axptoken.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.deploy.settings.ShippedSettings;
import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.OperationSettings;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration in the manifests is one that the server takes, and both speak of the same. */
class ManifestSettingsTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"production", "sandbox"})
  void theServerListensWhereTheContainersPortsAre(String overlay) throws Exception {
    Settings settings = settings(overlay);
    Map<String, Integer> ports =
        pod(overlay).getContainers().stream()
            .flatMap(container -> container.getPorts().stream())
            .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    assertThat(ports)
        .isEqualTo(
            Map.of("http", settings.server().port(), "management", settings.management().port()));
    assertThat(settings.management().host()).isEqualTo("0.0.0.0");
  }

  @Test
  void theExampleForProductionKeepsTheRulesOfProduction() throws Exception {
    ShippedSettings shipped = ShippedSettings.load(yaml("production"), folder);
    assertThat(shipped.settings().server().production()).isTrue();
    assertThat(shipped.warnings()).isEmpty();
    assertThat(shipped.judgement().refusals()).isEmpty();
    assertThat(shipped.judgement().warnings()).isEmpty();
    assertThat(shipped.judgement().unused()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "sandbox"})
  void theGraceOutlastsTheReadinessProbeAndThePodOutlastsTheServer(String overlay)
      throws Exception {
    OperationSettings stopping = settings(overlay).server().operation();
    PodSpec pod = pod(overlay);
    Probe readiness =
        pod.getContainers().stream()
            .filter(container -> container.getName().equals("token-server"))
            .findFirst()
            .orElseThrow()
            .getReadinessProbe();
    assertThat(stopping.shutdownGrace())
        .isGreaterThan(
            Duration.ofSeconds(readiness.getPeriodSeconds())
                .multipliedBy(readiness.getFailureThreshold()));
    assertThat(stopping.shutdownGrace().plus(stopping.shutdownTimeout()))
        .isLessThan(Duration.ofSeconds(pod.getTerminationGracePeriodSeconds()));
  }

  private Settings settings(String overlay) throws IOException, InterruptedException {
    return ShippedSettings.load(yaml(overlay), folder).settings();
  }

  private static String yaml(String overlay) throws IOException, InterruptedException {
    ConfigMap map = manifests(overlay).the(ConfigMap.class);
    assertThat(map.getData()).containsOnlyKeys("token-server.yaml");
    return map.getData().getOrDefault("token-server.yaml", "");
  }

  private static PodSpec pod(String overlay) throws IOException, InterruptedException {
    return manifests(overlay).the(Deployment.class).getSpec().getTemplate().getSpec();
  }

  private static Manifests manifests(String overlay) throws IOException, InterruptedException {
    return Manifests.rendered(Manifests.FOLDER.resolve("overlays").resolve(overlay));
  }
}
