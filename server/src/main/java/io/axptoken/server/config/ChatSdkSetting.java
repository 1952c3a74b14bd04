package io.axptoken.server.config;

import static io.axptoken.server.config.Property.optional;

/** The setting that the token server adds to the section {@code server}. */
final class ChatSdkSetting {
  static final Property<Boolean> ENDPOINT =
      optional(
          "server.chatSdkEndpoint",
          Types.SWITCH,
          "false",
          "true serves POST /v1/getJWT for clients of the older Chat SDK.");

  private ChatSdkSetting() {}
}
