package io.axptoken.deploy.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kubernetes is asked for, whichever overlay is taken. */
class ManifestsTest {
  private static final Map<String, String> OURS =
      Map.of("app.kubernetes.io/name", "axp-token-server");

  @ParameterizedTest
  @ValueSource(strings = {"production", "sandbox"})
  void everySelectorFindsThePods(String overlay) throws Exception {
    Manifests manifests = overlay(overlay);
    Deployment deployment = manifests.the(Deployment.class);
    assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
        .containsAllEntriesOf(OURS);
    assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(OURS);
    assertThat(manifests.the(Service.class).getSpec().getSelector()).isEqualTo(OURS);
    assertThat(manifests.the(PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
        .isEqualTo(OURS);
    assertThat(manifests.the(NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels())
        .isEqualTo(OURS);
    assertThat(manifests.the(HorizontalPodAutoscaler.class).getSpec().getScaleTargetRef().getName())
        .isEqualTo(deployment.getMetadata().getName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "sandbox"})
  void everyContainerRunsWithoutRightsOnAReadOnlyRoot(String overlay) throws Exception {
    PodSpec pod = pod(overlay);
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(65532);
    assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod.getContainers())
        .allSatisfy(container -> {
          SecurityContext context = container.getSecurityContext();
          assertThat(context.getReadOnlyRootFilesystem()).isTrue();
          assertThat(context.getAllowPrivilegeEscalation()).isFalse();
          assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
          assertThat(container.getResources().getLimits()).containsKey("memory");
          assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "sandbox"})
  void noPodHasATokenOfKubernetes(String overlay) throws Exception {
    ServiceAccount account = overlay(overlay).the(ServiceAccount.class);
    assertThat(account.getAutomountServiceAccountToken()).isFalse();
    assertThat(pod(overlay).getServiceAccountName()).isEqualTo(account.getMetadata().getName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "sandbox"})
  void probesAskTheManagementPort(String overlay) throws Exception {
    Container server = server(pod(overlay));
    assertThat(
            Stream.of(
                server.getStartupProbe(), server.getLivenessProbe(), server.getReadinessProbe()))
        .extracting(probe -> probe.getHttpGet().getPort().getStrVal())
        .containsOnly("management");
    assertThat(path(server.getLivenessProbe())).isEqualTo("/health/live");
    assertThat(path(server.getStartupProbe())).isEqualTo("/health/live");
    assertThat(path(server.getReadinessProbe())).isEqualTo("/health/ready");
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "sandbox"})
  void secretsAndConfigurationAreFoldersOfFilesThatFollowChanges(String overlay) throws Exception {
    PodSpec pod = pod(overlay);
    assertThat(server(pod).getVolumeMounts())
        .allSatisfy(mount -> {
          assertThat(mount.getReadOnly()).isTrue();
          assertThat(mount.getSubPath()).isNull();
        })
        .extracting("mountPath")
        .containsExactlyInAnyOrder("/etc/axp-token-server", "/run/secrets");
    assertThat(server(pod).getEnv()).isNullOrEmpty();
    assertThat(volume(pod, "secrets").getSecret().getDefaultMode()).isEqualTo(0440);
  }

  @Test
  void everyPortThatIsNamedIsOneOfTheContainers() throws Exception {
    Manifests manifests = overlay("production");
    List<String> names =
        server(pod("production")).getPorts().stream().map(ContainerPort::getName).toList();
    assertThat(manifests.the(Service.class).getSpec().getPorts())
        .extracting(port -> port.getTargetPort().getStrVal())
        .isSubsetOf(names);
    assertThat(manifests.the(NetworkPolicy.class).getSpec().getIngress())
        .flatExtracting(rule -> rule.getPorts())
        .extracting(port -> port.getPort().getStrVal())
        .containsExactlyInAnyOrderElementsOf(names);
    var backend =
        manifests
            .the(Ingress.class)
            .getSpec()
            .getRules()
            .getFirst()
            .getHttp()
            .getPaths()
            .getFirst();
    assertThat(backend.getBackend().getService().getName())
        .isEqualTo(manifests.the(Service.class).getMetadata().getName());
  }

  @Test
  void nothingLeavesThePodsButNamesAndHttps() throws Exception {
    NetworkPolicy policy = overlay("production").the(NetworkPolicy.class);
    assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
    assertThat(policy.getSpec().getEgress())
        .flatExtracting(rule -> rule.getPorts())
        .extracting(port -> port.getPort().getIntVal())
        .containsOnly(53, 443);
    assertThat(
            policy
                .getSpec()
                .getEgress()
                .getFirst()
                .getTo()
                .getFirst()
                .getPodSelector()
                .getMatchLabels())
        .isEqualTo(Map.of("k8s-app", "kube-dns"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"production", "sandbox"})
  void everythingStandsInOneNamespace(String overlay) throws Exception {
    assertThat(overlay(overlay).resources())
        .extracting((HasMetadata resource) -> resource.getMetadata().getNamespace())
        .doesNotContainNull()
        .containsOnly(overlay.equals("sandbox") ? "tokens-sandbox" : "tokens");
  }

  @Test
  void aFieldThatKubernetesDoesNotKnowIsAnError() {
    String yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: x}
        spec:
          template:
            spec:
              containers:
                - name: x
                  readinesProbe: {}
        """;
    assertThatThrownBy(() -> Manifests.parsed(yaml)).hasMessageContaining("readinesProbe");
  }

  private static Manifests overlay(String name) throws IOException, InterruptedException {
    return Manifests.rendered(Manifests.FOLDER.resolve("overlays").resolve(name));
  }

  private static PodSpec pod(String overlay) throws IOException, InterruptedException {
    return overlay(overlay).the(Deployment.class).getSpec().getTemplate().getSpec();
  }

  private static Container server(PodSpec pod) {
    return pod.getContainers().stream()
        .filter(container -> container.getName().equals("token-server"))
        .findFirst()
        .orElseThrow();
  }

  private static Volume volume(PodSpec pod, String name) {
    return pod.getVolumes().stream()
        .filter(volume -> volume.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String path(Probe probe) {
    return probe.getHttpGet().getPath();
  }
}
