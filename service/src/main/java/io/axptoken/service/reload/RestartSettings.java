package io.axptoken.service.reload;

import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.config.ServiceSettings;
import io.axptoken.service.config.TracingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Settings that a running server cannot change. */
final class RestartSettings {
  private RestartSettings() {}

  /** The keys of those that differ. */
  static List<String> differing(ServiceSettings now, ServiceSettings next) {
    ServerSettings one = now.server();
    ServerSettings other = next.server();
    List<String> keys = new ArrayList<>();
    note(keys, "server.port", one.port(), other.port());
    note(keys, "server.host", one.host(), other.host());
    note(keys, "server.ssl", one.ssl(), other.ssl());
    note(keys, "management.host", now.management().host(), next.management().host());
    note(keys, "management.port", now.management().port(), next.management().port());
    note(keys, "metrics.enabled", now.metrics().enabled(), next.metrics().enabled());
    TracingSettings traces = now.tracing();
    TracingSettings later = next.tracing();
    note(keys, "tracing.endpoint", traces.endpoint(), later.endpoint());
    note(keys, "tracing.serviceName", traces.serviceName(), later.serviceName());
    note(keys, "tracing.sampleRatio", traces.sampleRatio(), later.sampleRatio());
    return keys;
  }

  private static void note(List<String> keys, String key, Object one, Object other) {
    if (!Objects.equals(one, other)) {
      keys.add(key);
    }
  }
}
