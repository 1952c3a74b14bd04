package io.axptoken.sandbox.chat.wire;

import io.axptoken.sandbox.chat.room.UserId;

/**
 * Whom a call's token stands for.
 *
 * @param id the end user
 * @param name as the token tells it, or empty
 */
record ChatUser(UserId id, String name) {}
