package io.axptoken.server.assembly;

import io.axptoken.server.observe.metrics.Reloads.What;
import io.axptoken.server.settings.Settings;
import io.axptoken.server.settings.load.ReferredFiles;
import io.axptoken.server.settings.rules.ProductionRules;
import io.axptoken.service.config.load.ConfigProblem;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.load.Protections;
import io.axptoken.service.config.load.RawConfiguration;
import io.axptoken.service.config.load.RawConfiguration.Resolved;
import io.axptoken.service.config.rules.Judgement;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Settings that may take the place of those in force: valid, and fit for production if they say so.
 *
 * @param files all files that they depend on, but not the configuration itself
 */
record ValidatedSettings(Settings settings, EffectiveSettings effective, Set<Path> files) {

  /**
   * What was written, with what files hold now.
   *
   * @param what is said to have failed if it is faulty
   */
  static ValidatedSettings of(RawConfiguration<Settings> written, What what) throws ReloadFailure {
    Resolved<Settings> resolved = written.resolve();
    if (resolved.loaded() instanceof Loaded.Invalid(List<ConfigProblem> problems, _)) {
      throw new ReloadFailure(what, problems);
    }
    var valid = (Loaded.Valid<Settings>) resolved.loaded();
    Judgement judgement = ProductionRules.judge(valid.settings(), valid.effective());
    if (!judgement.refusals().isEmpty()) {
      throw new ReloadFailure(what, judgement.refusals());
    }
    return new ValidatedSettings(
        valid.settings(), valid.effective(), files(valid.settings(), resolved));
  }

  /** This one, if it gives up no protection that is in force. */
  ValidatedSettings unlessWeakerThan(Protections inForce, What what) throws ReloadFailure {
    List<String> lost = inForce.lostIn(protections());
    if (!lost.isEmpty()) {
      throw new ReloadFailure(
          what, String.join("; ", lost) + ". Restart the server if that is meant.");
    }
    return this;
  }

  /** What it protects. */
  Protections protections() {
    return effective.protections();
  }

  private static Set<Path> files(Settings settings, Resolved<Settings> resolved) {
    Set<Path> files = new HashSet<>(resolved.files());
    files.addAll(ReferredFiles.of(settings));
    return files;
  }
}
