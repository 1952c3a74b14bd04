package io.axptoken.server.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Protection.Unguarded.CHECKS_NOTHING;

import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.type.Types;

/** The setting that the token server adds to the section {@code server}. */
public final class ChatSdkSetting {
  public static final Property<Boolean> ENDPOINT =
      optional(
          "server.chatSdkEndpoint",
          Types.SWITCH,
          "false",
          Protection.none(CHECKS_NOTHING),
          "true serves POST /v1/getJWT for clients of the older Chat SDK.");

  private ChatSdkSetting() {}
}
