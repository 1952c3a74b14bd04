package io.axptoken.server.observe;

import io.axptoken.client.CallContext;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener.StatusClass;
import io.axptoken.service.observe.trace.OutgoingSpan;
import io.axptoken.service.observe.trace.RequestSpan;
import java.net.URI;
import java.util.Map;

/** Traces the attempts at the platform below a token request. */
public final class PlatformSpans implements CallContext {
  private final RequestSpan span;

  private PlatformSpans(RequestSpan span) {
    this.span = span;
  }

  /** What accompanies a request of this trace to the platform. */
  public static CallContext of(RequestSpan span) {
    return span.equals(RequestSpan.NONE) ? CallContext.NONE : new PlatformSpans(span);
  }

  @Override
  public Attempt begin(Call call, URI target, int retriesDone) {
    return new Traced(span.call("POST", target, Map.of("axp.call", call.toString()), retriesDone));
  }

  private record Traced(OutgoingSpan span) implements Attempt {
    @Override
    public Map<String, String> headers() {
      return span.headers();
    }

    @Override
    public void ended(StatusClass status, int httpStatus) {
      span.ended(httpStatus, status == StatusClass.SUCCESS ? null : error(status, httpStatus));
    }

    private static String error(StatusClass status, int httpStatus) {
      return httpStatus > 0 ? Integer.toString(httpStatus) : status.toString();
    }
  }
}
