package io.axptoken.server.command;

import io.axptoken.server.command.check.CertificateNames;
import io.axptoken.server.command.check.Findings;
import io.axptoken.server.identity.jwt.keys.FixedKeys;
import io.axptoken.server.identity.jwt.keys.UnusableKeys;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.rules.ProductionRules;
import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.config.load.ConfigProblem;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.rules.Judgement;
import io.axptoken.service.config.rules.Judgement.Finding;
import io.axptoken.service.tls.KeyMaterial;
import io.axptoken.service.tls.KeyMaterialException;
import io.axptoken.service.tls.TrustAnchors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of the checklist that is about the configuration, and the files that it names. */
final class CheckedConfiguration {
  static final String SCOPE = "configuration";

  private static final String SETTING = "setting";
  private static final String READINESS = "readiness";
  private static final String CERTIFICATE = "certificate";
  private static final String PUBLIC_KEYS = "public-keys";
  private static final String TRUST_ANCHORS = "trust-anchors";

  private final Findings findings;
  private final Clock clock;

  CheckedConfiguration(Findings.Listener listener, Clock clock) {
    this.findings = new Findings(SCOPE, listener);
    this.clock = clock;
  }

  void invalid(@Nullable Path file, List<ConfigProblem> problems, List<String> warnings) {
    warnings.forEach(warning -> findings.warning(SETTING, warning, ""));
    for (ConfigProblem problem : problems) {
      findings.failed(SETTING, problem.toString(), remedy(problem.key(), file));
    }
  }

  private static String remedy(String key, @Nullable Path file) {
    return file == null || !key.equals(file.toString()) || Files.exists(file)
        ? "Correct " + key + "."
        : "There is no file "
            + file.toAbsolutePath().normalize()
            + ". Name the right one with --config, or make it: a copy of the package's"
            + " conf/token-server.yaml, or by token-server import.";
  }

  /** Whether the files that it names can be used, so that it makes sense to go on. */
  boolean valid(String file, Settings settings, EffectiveSettings effective) {
    findings.ok("file", file);
    effective.warnings().forEach(warning -> findings.warning(SETTING, warning, ""));
    judge(ProductionRules.judge(settings, effective));
    certificate(settings.server());
    settings.integrations().stream()
        .flatMap(integration -> integration.identity().jwt().publicKeyPaths().stream())
        .distinct()
        .forEach(this::publicKeys);
    return settings.integrations().stream()
        .flatMap(one ->
            Stream.of(one.axp().caCertificatePath(), one.identity().jwt().caCertificatePath()))
        .filter(Objects::nonNull)
        .distinct()
        .allMatch(this::trustAnchors);
  }

  private void judge(Judgement judgement) {
    for (Finding refusal : judgement.refusals()) {
      findings.failed(READINESS, said(refusal), refusal.remedy());
    }
    for (Finding warning : judgement.warnings()) {
      findings.warning(READINESS, said(warning), warning.remedy());
    }
    judgement.unused().forEach(unused -> findings.warning(READINESS, Report.unused(unused), ""));
  }

  private static String said(Finding finding) {
    return finding.message() + " [" + finding.name() + "]";
  }

  private void certificate(ServerSettings server) {
    Path certificate = server.sslCertificatePath();
    Path key = server.sslPrivateKeyPath();
    if (!server.ssl() || certificate == null || key == null) {
      return;
    }
    try {
      judge(KeyMaterial.load(certificate, key, server.sslPassPhrase(), clock));
    } catch (KeyMaterialException e) {
      findings.failed(
          CERTIFICATE,
          String.valueOf(e.getMessage()),
          "Correct server.sslCertificatePath and server.sslPrivateKeyPath, or the files.");
    }
  }

  private void judge(KeyMaterial material) {
    X509Certificate own = material.chain().getFirst();
    long days = Duration.between(clock.instant(), own.getNotAfter().toInstant()).toDays();
    String detail = "for %s, %d days left, fits its key".formatted(CertificateNames.of(own), days);
    List<String> warnings = material.warnings(clock);
    if (warnings.isEmpty()) {
      findings.ok(CERTIFICATE, detail);
    } else {
      findings.warning(CERTIFICATE, detail, String.join(" ", warnings));
    }
  }

  private void publicKeys(Path file) {
    try {
      int count = FixedKeys.ofFile(file).size();
      findings.ok(PUBLIC_KEYS, file + " has " + count);
    } catch (UnusableKeys e) {
      findings.failed(
          PUBLIC_KEYS, String.valueOf(e.getMessage()), "Correct identity.jwt.publicKeyPaths.");
    }
  }

  private boolean trustAnchors(Path file) {
    try {
      TrustAnchors.managers(file);
      return findings.ok(TRUST_ANCHORS, file.toString());
    } catch (KeyMaterialException e) {
      return findings.failed(
          TRUST_ANCHORS,
          String.valueOf(e.getMessage()),
          "Correct axp.caCertificatePath, or that of" + " identity.jwt, or the file.");
    }
  }
}
