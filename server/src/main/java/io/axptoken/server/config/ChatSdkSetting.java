package io.axptoken.server.config;

import static io.axptoken.server.config.Property.optional;
import static io.axptoken.server.config.Protection.Unguarded.CHECKS_NOTHING;

/** The setting that the token server adds to the section {@code server}. */
final class ChatSdkSetting {
  static final Property<Boolean> ENDPOINT =
      optional(
          "server.chatSdkEndpoint",
          Types.SWITCH,
          "false",
          Protection.none(CHECKS_NOTHING),
          "true serves POST /v1/getJWT for clients of the older Chat SDK.");

  private ChatSdkSetting() {}
}
