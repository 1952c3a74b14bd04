package io.axptoken.push.edge;

import io.axptoken.service.http.ProblemType;

/** What can be wrong with the connector alone. */
public enum PushProblem implements ProblemType {
  /** The database does not take anything now. */
  STORE_UNAVAILABLE(503, "Store unavailable");

  private final int status;
  private final String title;

  PushProblem(int status, String title) {
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
