package io.axptoken.service.http;

/**
 * What stands before an endpoint: it answers itself, or has the next one answer and looks at what
 * comes back. Filters are values, so that the order in which a request meets them is the order in
 * which they are written down:
 *
 * <pre>{@code
 * guard.then(host).then(stopping).to(request -> request.route().endpoint().answer(request))
 * }</pre>
 */
@FunctionalInterface
public interface Filter {
  /** Lets everything pass. */
  Filter NONE = next -> next;

  /** The next endpoint with this filter before it. */
  Endpoint to(Endpoint next);

  /** This filter, and behind it the inner one. */
  default Filter then(Filter inner) {
    return next -> to(inner.to(next));
  }
}
