package io.axptoken.client.platform;

import io.axptoken.client.CallContext;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener.StatusClass;
import io.axptoken.client.transport.TransportRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A context whose failures harm nobody. */
final class SafeContext implements CallContext {
  private static final Logger LOG = System.getLogger(SafeContext.class.getName());

  private final CallContext context;

  private SafeContext(CallContext context) {
    this.context = context;
  }

  @SuppressWarnings("ReferenceEquality") // A context is not asked what it equals.
  static CallContext of(CallContext context) {
    return context == NONE ? NONE : new SafeContext(context);
  }

  @Override
  public Attempt begin(Call call, URI target, int retriesDone) {
    try {
      return new SafeAttempt(context.begin(call, target, retriesDone));
    } catch (RuntimeException | LinkageError | AssertionError e) {
      dropped(e);
      return Attempt.NONE;
    }
  }

  /** The request with the attempt's headers; its own come first. */
  static TransportRequest sent(TransportRequest request, Attempt attempt) {
    Map<String, String> added = attempt.headers();
    if (added.isEmpty()) {
      return request;
    }
    Map<String, String> headers = new HashMap<>(added);
    headers.putAll(request.headers());
    return new TransportRequest(
        request.uri(), Map.copyOf(headers), request.body(), request.timeout());
  }

  private static void dropped(Throwable e) {
    LOG.log(Level.DEBUG, "A call context failed: {0}", e.getClass().getName());
  }

  private record SafeAttempt(Attempt attempt) implements Attempt {
    @Override
    public Map<String, String> headers() {
      try {
        return Map.copyOf(attempt.headers());
      } catch (RuntimeException | LinkageError | AssertionError e) {
        dropped(e);
        return Map.of();
      }
    }

    @Override
    public void ended(StatusClass status, int httpStatus) {
      try {
        attempt.ended(status, httpStatus);
      } catch (RuntimeException | LinkageError | AssertionError e) {
        dropped(e);
      }
    }
  }
}
