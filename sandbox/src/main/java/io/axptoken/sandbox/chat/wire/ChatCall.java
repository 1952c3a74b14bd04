package io.axptoken.sandbox.chat.wire;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * A call of the chat API.
 *
 * @param time when it arrived
 * @param method such as {@code POST}
 * @param path path and query, which hold no secret
 * @param customerId whose token it had, or empty if that was refused
 * @param status what was answered; of a poll that waits, too
 */
public record ChatCall(
    Instant time, String method, String path, String customerId, OptionalInt status) {}
