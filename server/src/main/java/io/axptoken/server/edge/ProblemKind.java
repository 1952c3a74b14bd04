package io.axptoken.server.edge;

import java.util.Locale;

/** The catalogue of errors, one type URI each (RFC 9457); documented in docs/errors.md. */
enum ProblemKind {
  MALFORMED_REQUEST(400, "Malformed request"),
  MALFORMED_JSON(400, "Malformed JSON"),
  CONSTRAINT_VIOLATION(400, "Constraint violation"),
  NOT_AUTHENTICATED(401, "Not authenticated"),
  ORIGIN_NOT_ALLOWED(403, "Origin not allowed"),
  NOT_PERMITTED(403, "Not permitted"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  REQUEST_TIMEOUT(408, "Request timeout"),
  PAYLOAD_TOO_LARGE(413, "Payload too large"),
  URI_TOO_LONG(414, "URI too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  HEADERS_TOO_LARGE(431, "Headers too large"),
  INTERNAL_ERROR(500, "Internal error"),
  PLATFORM_REJECTED_CREDENTIALS(502, "Platform rejected our credentials"),
  PLATFORM_REJECTED_REQUEST(502, "Platform rejected the request"),
  PLATFORM_BAD_ANSWER(502, "Platform gave a bad answer"),
  PLATFORM_UNAVAILABLE(503, "Platform unavailable"),
  PLATFORM_BUSY(503, "Platform busy"),
  IDENTITY_UNAVAILABLE(503, "Identity unavailable"),
  OVERLOADED(503, "Server overloaded"),
  DRAINING(503, "Server is stopping"),
  PLATFORM_TIMEOUT(504, "Platform timed out"),
  VERSION_NOT_SUPPORTED(505, "HTTP version not supported");

  private static final String TYPE_BASE = "https://axptoken.io/problems/";

  private final int status;
  private final String title;
  private final String slug;
  private final String type;

  ProblemKind(int status, String title) {
    this.status = status;
    this.title = title;
    this.slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.type = TYPE_BASE + slug;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** Whether it is a matter of this server or of what it needs, and of no caller. */
  boolean isOurs() {
    return status >= 500;
  }

  /** The last part of the type. */
  String slug() {
    return slug;
  }

  /** The absolute URI that names this kind for programs. */
  String type() {
    return type;
  }
}
