package io.axptoken.service.reload;

import io.axptoken.service.config.ServiceSettings;
import io.axptoken.service.http.Surface;
import java.util.Optional;
import java.util.function.Function;

/**
 * A program whose surface is made of its settings alone, anew whenever they change.
 *
 * @param <S> its settings
 */
public abstract class SurfaceProgram<S extends ServiceSettings> implements Program<S> {
  private final String name;

  /** A program of this name, which its instrumentation has, too. */
  protected SurfaceProgram(String name) {
    this.name = name;
  }

  /** Makes the surface. */
  protected abstract Surface surface(S settings, LongLived lasting);

  @Override
  public String name() {
    return name;
  }

  @Override
  public String tracer() {
    return name;
  }

  @Override
  public Generation<S> first(S settings, LongLived lasting) {
    return new Made<>(settings, surface(settings, lasting), next -> surface(next, lasting));
  }

  private record Made<S>(S settings, Surface surface, Function<S, Surface> maker)
      implements Generation<S> {
    @Override
    public Optional<Generation<S>> next(S next, ReloadSubject what) {
      return next.equals(settings)
          ? Optional.empty()
          : Optional.of(new Made<>(next, maker.apply(next), maker));
    }
  }
}
