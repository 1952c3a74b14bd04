package io.axptoken.push.assembly;

import io.axptoken.service.observe.log.LogField;
import io.axptoken.service.observe.log.NamedField;

/** What lines of the access log have beside those of every server: nothing. */
final class PushFields {
  static final LogField NONE = new NamedField("axp.push.group", "axp.push.group", "group");

  private PushFields() {}
}
