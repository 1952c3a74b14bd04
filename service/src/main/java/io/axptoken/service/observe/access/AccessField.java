package io.axptoken.service.observe.access;

import io.axptoken.service.observe.log.LogField;
import org.jspecify.annotations.Nullable;

/** What the access log tells of a request; documented in docs/operations.md. */
public enum AccessField implements LogField {
  METHOD("http.request.method", "http.request.method", "method"),
  ROUTE("url.path", "http.route", "path"),
  STATUS("http.response.status_code", "http.response.status_code", "status"),
  BYTES("http.response.body.bytes", "http.response.body.size", "bytes"),
  DURATION("event.duration", "axp.duration_ns", "ns"),
  REQUEST("http.request.id", "axp.request_id", "request"),
  /** Goes by the name that the program gives it. */
  GROUP("", "", ""),
  ADDRESS("client.address", "client.address", "address"),
  VERSION("http.version", "network.protocol.version", "http");

  private final String ecs;
  private final String otel;
  private final String text;

  AccessField(String ecs, String otel, String text) {
    this.ecs = ecs;
    this.otel = otel;
    this.text = text;
  }

  @Override
  public String ecs() {
    return ecs;
  }

  @Override
  public String otel() {
    return otel;
  }

  @Override
  public String text() {
    return text;
  }

  /** Its value, or {@code null} if the request has none: a number or a text. */
  @Nullable Object of(AccessEntry entry) {
    AccessEvent event = entry.event();
    return switch (this) {
      case METHOD -> event.method();
      case ROUTE -> event.route();
      case STATUS -> event.status();
      case BYTES -> event.bytes();
      case DURATION -> event.took().toNanos();
      case REQUEST -> event.requestId();
      case GROUP -> event.group();
      case ADDRESS -> event.address() == null ? null : entry.privacy().address(event.address());
      case VERSION -> event.httpVersion();
    };
  }
}
