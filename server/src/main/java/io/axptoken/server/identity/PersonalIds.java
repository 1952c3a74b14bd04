package io.axptoken.server.identity;

import io.axptoken.service.time.Throttle;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.regex.Pattern;

/**
 * Warns the operator when user ids look like e-mail addresses or phone numbers: ids end up in URLs,
 * logs and reports of every system they pass. It never shows one.
 */
final class PersonalIds {
  private static final Logger LOG = System.getLogger(PersonalIds.class.getName());
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("(?:tel:)?\\+[0-9 ()./-]{7,24}");

  private final String integration;
  private final Throttle throttle;

  PersonalIds(String integration, Throttle throttle) {
    this.integration = integration;
    this.throttle = throttle;
  }

  /** Looks at the id that a mode found. */
  void look(String id, String mode) {
    String kind = kind(id);
    if (!kind.isEmpty() && throttle.lets()) {
      LOG.log(
          Level.WARNING,
          () ->
              "User ids of identity mode "
                  + mode
                  + " look like "
                  + kind
                  + ": set identity.pseudonymize, or use ids that tell nothing. [integration="
                  + integration
                  + "]");
    }
  }

  private static String kind(String id) {
    // Few ids need a closer look.
    if (id.indexOf('@') >= 0 && EMAIL.matcher(id).matches()) {
      return "e-mail addresses";
    }
    return id.indexOf('+') >= 0 && PHONE.matcher(id).matches() ? "phone numbers" : "";
  }
}
