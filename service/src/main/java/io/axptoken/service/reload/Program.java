package io.axptoken.service.reload;

import io.axptoken.service.config.ServiceSettings;
import io.axptoken.service.config.load.EffectiveSettings;
import io.axptoken.service.config.rules.Judgement;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a program of ours is, besides what all of them are.
 *
 * @param <S> its settings
 */
public interface Program<S extends ServiceSettings> {
  /** What it is called when it says that it listens. */
  String name();

  /** What its instrumentation is called in traces. */
  String tracer();

  /**
   * The first generation, which is in force from the beginning.
   *
   * @throws io.axptoken.service.tls.KeyMaterialException if a key cannot be used
   * @throws IllegalArgumentException if the settings do not fit together
   */
  Generation<S> first(S settings, LongLived lasting);

  /** Whether the settings may be used where strangers can reach the server. */
  default Judgement judge(S settings, EffectiveSettings effective) {
    return Judgement.NONE;
  }

  /** The files that settings refer to, and that are looked at for changes. */
  default Set<Path> files(S settings) {
    return Set.of();
  }

  /** The server takes requests no more, and those under way are answered or cut off. */
  default void stopped() {}

  /**
   * Ends what the program does of its own accord, in an orderly way; the server goes on after it.
   */
  default Future<?> finish() {
    return Future.succeededFuture();
  }

  /** What operators should know of a change that took effect, a line each. */
  default List<String> warnings(S before, S now) {
    return List.of();
  }
}
