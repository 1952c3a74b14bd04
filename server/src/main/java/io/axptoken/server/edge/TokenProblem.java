package io.axptoken.server.edge;

import io.axptoken.service.http.ProblemType;

/** What can keep a sound request from its token; documented in docs/errors.md. */
enum TokenProblem implements ProblemType {
  PLATFORM_REJECTED_CREDENTIALS(502, "Platform rejected our credentials"),
  PLATFORM_REJECTED_REQUEST(502, "Platform rejected the request"),
  PLATFORM_BAD_ANSWER(502, "Platform gave a bad answer"),
  PLATFORM_UNAVAILABLE(503, "Platform unavailable"),
  PLATFORM_BUSY(503, "Platform busy"),
  IDENTITY_UNAVAILABLE(503, "Identity unavailable"),
  OVERLOADED(503, "Server overloaded"),
  PLATFORM_TIMEOUT(504, "Platform timed out");

  private final int status;
  private final String title;

  TokenProblem(int status, String title) {
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
