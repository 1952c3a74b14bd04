package io.axptoken.server.observe;

import io.axptoken.service.observe.log.LogField;
import io.axptoken.service.observe.log.NamedField;

/** How logs call the integration that a request is for. */
public final class IntegrationField {
  /** Its names. */
  public static final LogField NAMES =
      new NamedField("axp.integration", "axp.integration", "integration");

  private IntegrationField() {}
}
