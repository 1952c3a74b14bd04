package io.axptoken.service.reload;

import io.axptoken.service.config.ServiceSettings;
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
 * @param <S> the settings
 * @param files all files that they depend on, but not the configuration itself
 */
record ValidatedSettings<S extends ServiceSettings>(
    S settings, EffectiveSettings effective, Set<Path> files) {
  /**
   * What was written, with what files hold now.
   *
   * @param what is said to have failed if it is faulty
   */
  static <S extends ServiceSettings> ValidatedSettings<S> of(
      Program<S> program, RawConfiguration<S> written, ReloadSubject what) throws ReloadFailure {
    Resolved<S> resolved = written.resolve();
    if (resolved.loaded() instanceof Loaded.Invalid<S>(List<ConfigProblem> problems, _)) {
      throw new ReloadFailure(what, problems);
    }
    var valid = (Loaded.Valid<S>) resolved.loaded();
    Judgement judgement = program.judge(valid.settings(), valid.effective());
    if (!judgement.refusals().isEmpty()) {
      throw new ReloadFailure(what, judgement.refusals());
    }
    Set<Path> files = new HashSet<>(resolved.files());
    files.addAll(program.files(valid.settings()));
    return new ValidatedSettings<>(valid.settings(), valid.effective(), files);
  }

  /** These, if they give up no protection that is in force. */
  ValidatedSettings<S> unlessWeakerThan(Protections inForce, ReloadSubject what)
      throws ReloadFailure {
    List<String> lost = inForce.lostIn(protections());
    if (!lost.isEmpty()) {
      throw new ReloadFailure(
          what, String.join("; ", lost) + ". Restart the server if that is meant.");
    }
    return this;
  }

  /** What they protect. */
  Protections protections() {
    return effective.protections();
  }
}
