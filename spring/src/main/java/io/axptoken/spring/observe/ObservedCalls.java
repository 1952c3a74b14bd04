package io.axptoken.spring.observe;

import io.axptoken.client.CallContext;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener.StatusClass;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Observes each attempt at a call as {@value #CALL}, as what is sent elsewhere: tracing puts its
 * headers on it.
 */
final class ObservedCalls implements CallContext {
  /** The name of an observation of a call. */
  static final String CALL = "axp.call";

  private final CallContext own;
  private final Observation token;
  private final String integration;
  private final ObservationRegistry registry;

  ObservedCalls(
      CallContext own, Observation token, String integration, ObservationRegistry registry) {
    this.own = own;
    this.token = token;
    this.integration = integration;
    this.registry = registry;
  }

  @Override
  public Attempt begin(Call call, URI target, int retriesDone) {
    Attempt given = own.begin(call, target, retriesDone);
    Map<String, String> headers = new LinkedHashMap<>();
    Observation observation = observation(call, target, headers);
    headers.putAll(given.headers());
    return new Attempt() {
      @Override
      public Map<String, String> headers() {
        return headers;
      }

      @Override
      public void ended(StatusClass status, int httpStatus) {
        given.ended(status, httpStatus);
        observation.lowCardinalityKeyValue("status", status.toString()).stop();
      }
    };
  }

  private Observation observation(Call call, URI target, Map<String, String> headers) {
    SenderContext<Map<String, String>> context =
        new SenderContext<>(
            (carrier, key, value) -> {
              if (carrier != null) {
                carrier.put(key.toLowerCase(Locale.ROOT), value);
              }
            },
            Kind.CLIENT);
    context.setCarrier(headers);
    context.setRemoteServiceName("axp");
    context.setRemoteServiceAddress(target.getAuthority());
    return Observation.createNotStarted(CALL, () -> context, registry)
        .contextualName("axp " + call)
        .parentObservation(token)
        .lowCardinalityKeyValue("axp.integration", integration)
        .lowCardinalityKeyValue("call", call.toString())
        .start();
  }
}
