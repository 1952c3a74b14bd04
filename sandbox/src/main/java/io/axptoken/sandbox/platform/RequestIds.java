package io.axptoken.sandbox.platform;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The ids that the platform's support asks for, on every answer. */
public final class RequestIds {
  private static final String REQUEST_ID = "x-request-id";
  private static final Pattern ACCEPTABLE = Pattern.compile("[!-~]{1,128}");

  private RequestIds() {}

  /** Takes the caller's request id over or makes one, and passes the call on. */
  public static void add(RoutingContext context) {
    String requestId =
        Optional.ofNullable(context.request().getHeader(REQUEST_ID))
            .filter(id -> ACCEPTABLE.matcher(id).matches())
            .orElseGet(() -> UUID.randomUUID().toString());
    HttpServerResponse response = context.response();
    response.putHeader(REQUEST_ID, requestId);
    response.putHeader("av-log-id", UUID.randomUUID().toString());
    context.next();
  }
}
