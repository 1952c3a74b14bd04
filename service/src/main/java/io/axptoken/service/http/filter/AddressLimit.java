package io.axptoken.service.http.filter;

import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Endpoint;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.Request;
import io.axptoken.service.limit.AddressKey;
import io.axptoken.service.limit.RateLimiter;
import io.vertx.core.Future;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Holds requests to a rate limit by the client's address, and by the network that an IPv6 address
 * belongs to, so that nobody evades the first by using many addresses.
 *
 * @param what is limited, such as {@code token requests}
 * @param refused counts those that were refused
 */
public record AddressLimit(
    RateLimiter perAddress, RateLimiter perNetwork, String what, LongAdder refused)
    implements Filter {
  @Override
  public Endpoint to(Endpoint next) {
    return request -> {
      Answer refusal = refusal(request);
      if (refusal == null) {
        return next.answer(request);
      }
      refused.increment();
      return Future.succeededFuture(refusal);
    };
  }

  private @Nullable Answer refusal(Request request) {
    AddressKey key = AddressKey.of(request.clientAddress());
    Answer refusal = refusal(request, "address", perAddress, key.host());
    return refusal != null || key.site() == null
        ? refusal
        : refusal(request, "network", perNetwork, key.site());
  }

  private @Nullable Answer refusal(
      Request request, String source, RateLimiter limiter, String key) {
    var obstacle = limiter.tryAcquire(key).obstacle();
    return obstacle == null ? null : TooManyRequests.of(request, what, source, obstacle);
  }
}
