package io.axptoken.client.platform;

import io.axptoken.client.CallContext;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener.StatusClass;
import io.axptoken.client.transport.TransportRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** A context whose failures harm nobody. */
final class SafeContext implements CallContext {
  private static final Pattern NAME = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]{1,256}");
  private static final Pattern VALUE = Pattern.compile("[ -~]{0,8192}");

  /** Those of the connection and its framing, which are the transport's own. */
  private static final Set<String> OF_THE_TRANSPORT =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final CallContext context;
  private final Dropped dropped;

  private SafeContext(CallContext context, Dropped dropped) {
    this.context = context;
    this.dropped = dropped;
  }

  @SuppressWarnings("ReferenceEquality") // A context is not asked what it equals.
  static CallContext of(CallContext context, Dropped dropped) {
    return context == NONE ? NONE : new SafeContext(context, dropped);
  }

  @Override
  public Attempt begin(Call call, URI target, int retriesDone) {
    try {
      Attempt attempt = context.begin(call, target, retriesDone);
      return new SafeAttempt(Objects.requireNonNull(attempt, "attempt"), dropped);
    } catch (Throwable e) { // Checked exceptions get here, too: other languages know none.
      dropped.met(e);
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

  private static boolean isSound(Map.Entry<String, String> header) {
    return NAME.matcher(header.getKey()).matches()
        && VALUE.matcher(header.getValue()).matches()
        && !OF_THE_TRANSPORT.contains(header.getKey());
  }

  private record SafeAttempt(Attempt attempt, Dropped dropped) implements Attempt {
    @Override
    public Map<String, String> headers() {
      try {
        Map<String, String> headers = Map.copyOf(attempt.headers());
        return headers.entrySet().stream().allMatch(SafeContext::isSound) ? headers : unsound();
      } catch (Throwable e) {
        dropped.met(e);
        return Map.of();
      }
    }

    private Map<String, String> unsound() {
      dropped.met(new IllegalArgumentException("A header that cannot be sent"));
      return Map.of();
    }

    @Override
    public void ended(StatusClass status, int httpStatus) {
      try {
        attempt.ended(status, httpStatus);
      } catch (Throwable e) {
        dropped.met(e);
      }
    }
  }
}
