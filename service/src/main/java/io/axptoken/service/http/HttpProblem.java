package io.axptoken.service.http;

/** What can be wrong with a request to any server, and with the server. */
public enum HttpProblem implements ProblemType {
  /** What came is no sound request. */
  MALFORMED_REQUEST(400, "Malformed request"),
  /** The body is no JSON as it is taken. */
  MALFORMED_JSON(400, "Malformed JSON"),
  /** The body breaks rules, each of which is named. */
  CONSTRAINT_VIOLATION(400, "Constraint violation"),
  /** Nobody knows who sends it. */
  NOT_AUTHENTICATED(401, "Not authenticated"),
  /** The page may not use this server. */
  ORIGIN_NOT_ALLOWED(403, "Origin not allowed"),
  /** Whoever sends it may not do that. */
  NOT_PERMITTED(403, "Not permitted"),
  /** There is nothing at the path. */
  NOT_FOUND(404, "Not found"),
  /** The method is none of those at the path. */
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  /** The request was not whole in time. */
  REQUEST_TIMEOUT(408, "Request timeout"),
  /** The body is too large. */
  PAYLOAD_TOO_LARGE(413, "Payload too large"),
  /** The request line is too long. */
  URI_TOO_LONG(414, "URI too long"),
  /** The body is of another kind than is taken. */
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  /** A rate limit is used up. */
  TOO_MANY_REQUESTS(429, "Too many requests"),
  /** The header section is too large. */
  HEADERS_TOO_LARGE(431, "Headers too large"),
  /** A bug. */
  INTERNAL_ERROR(500, "Internal error"),
  /** The server stops. */
  DRAINING(503, "Server is stopping"),
  /** The version of HTTP is none of those that are spoken. */
  VERSION_NOT_SUPPORTED(505, "HTTP version not supported");

  private final int status;
  private final String title;

  HttpProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
