package io.axptoken.server.edge;

import io.axptoken.server.observe.TokenMeters;
import io.axptoken.service.http.Answer;
import io.axptoken.service.http.Endpoint;
import io.axptoken.service.http.Filter;
import io.axptoken.service.http.Request;
import io.axptoken.service.observe.audit.Audit;
import io.axptoken.service.observe.trace.Tracing;
import java.util.Map;

/**
 * Has every answer to a request for a token audited, counted and traced; one to a client that went
 * away is none.
 */
final class Followed implements Filter {
  private final String route;
  private final String integration;
  private final Map<String, String> attributes;
  private final Audit audit;
  private final TokenMeters meters;
  private final Tracing tracing;

  /**
   * Follows the requests for one route.
   *
   * @param route how traces call the path
   * @param integration whose token is asked for
   */
  Followed(String route, String integration, Audit audit, TokenMeters meters, Tracing tracing) {
    this.route = route;
    this.integration = integration;
    this.attributes = Map.of("axp.integration", integration);
    this.audit = audit;
    this.meters = meters;
    this.tracing = tracing;
  }

  @Override
  public Endpoint to(Endpoint next) {
    return request -> {
      TokenTrail trail = begin(request);
      trail.accompany(request);
      return next.answer(request).map(answer -> end(trail, request, answer));
    };
  }

  private TokenTrail begin(Request request) {
    String address = audit.isEnabled() ? request.clientAddress() : null;
    var span = tracing.begin(request.raw(), route, attributes);
    return new TokenTrail(audit, meters, span, integration, address);
  }

  private static Answer end(TokenTrail trail, Request request, Answer answer) {
    if (request.isOpen()) {
      trail.answered(request, answer);
    }
    return answer;
  }
}
