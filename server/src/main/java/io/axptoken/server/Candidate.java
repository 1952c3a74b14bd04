package io.axptoken.server;

import io.axptoken.server.config.ConfigProblem;
import io.axptoken.server.config.EffectiveSettings;
import io.axptoken.server.config.Judgement;
import io.axptoken.server.config.Loaded;
import io.axptoken.server.config.ProductionRules;
import io.axptoken.server.config.Protections;
import io.axptoken.server.config.ReferredFiles;
import io.axptoken.server.config.Settings;
import io.axptoken.server.config.Written;
import io.axptoken.server.config.Written.Resolved;
import io.axptoken.server.observe.metrics.Reloads.What;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Settings that may take the place of those in force: valid, and fit for production if they say so.
 *
 * @param files all files that they depend on, but not the configuration itself
 */
record Candidate(Settings settings, EffectiveSettings effective, Set<Path> files) {

  /**
   * What was written, with what files hold now.
   *
   * @param what is said to have failed if it is faulty
   */
  static Candidate of(Written<Settings> written, What what) throws ReloadFailure {
    Resolved<Settings> resolved = written.resolve();
    if (resolved.loaded() instanceof Loaded.Invalid(List<ConfigProblem> problems, _)) {
      throw new ReloadFailure(what, problems);
    }
    var valid = (Loaded.Valid<Settings>) resolved.loaded();
    Judgement judgement = ProductionRules.judge(valid.settings(), valid.effective());
    if (!judgement.refusals().isEmpty()) {
      throw new ReloadFailure(what, judgement.refusals());
    }
    return new Candidate(valid.settings(), valid.effective(), files(valid.settings(), resolved));
  }

  /** This one, if it gives up no protection that is in force. */
  Candidate unlessWeakerThan(Protections inForce, What what) throws ReloadFailure {
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
