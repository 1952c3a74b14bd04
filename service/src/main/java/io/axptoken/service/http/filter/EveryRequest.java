package io.axptoken.service.http.filter;

import io.axptoken.service.http.Endpoint;
import io.axptoken.service.http.Routes;
import io.axptoken.service.observe.health.Health;
import java.util.Objects;

/**
 * What every request meets, whatever it is for:
 *
 * <pre>
 * Guard                 a bug → 500
 * └─ Routes             path → route, else one that answers 404
 *    └─ SoundHost       no sound Host → 400
 *       └─ Stopping     → 503
 *          └─ the route
 * </pre>
 */
public final class EveryRequest {
  private EveryRequest() {}

  /** The endpoint that hands requests to these routes, while the server is healthy. */
  public static Endpoint to(Routes routes, Health health) {
    return new Guard()
        .then(routes)
        .then(new SoundHost())
        .then(new Stopping(health))
        .to(request -> Objects.requireNonNull(request.route()).endpoint().answer(request));
  }
}
