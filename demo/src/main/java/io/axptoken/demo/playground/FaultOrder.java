package io.axptoken.demo.playground;

import io.vertx.core.json.JsonObject;

/**
 * The page's wish for trouble.
 *
 * @param trouble which
 * @param always until switched off, or for the next call only
 */
record FaultOrder(OfferedFault trouble, boolean always) {
  /**
   * Reads {@code {"fault": "hang", "always": true}}.
   *
   * @throws IllegalArgumentException if it is anything else
   */
  static FaultOrder of(JsonObject body) {
    Object name = body.getValue("fault");
    OfferedFault trouble =
        OfferedFault.ALL.stream()
            .filter(one -> one.id().equals(name))
            .findAny()
            .orElseThrow(() -> new IllegalArgumentException("There is no such fault."));
    if (!(body.getValue("always") instanceof Boolean always)) {
      throw new IllegalArgumentException("always must be true or false.");
    }
    return new FaultOrder(trouble, always);
  }
}
