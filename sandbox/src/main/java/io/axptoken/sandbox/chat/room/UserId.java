package io.axptoken.sandbox.chat.room;

/**
 * Who owns a session or an engagement.
 *
 * @param integrationId in lower case
 * @param customerId as the token tells it
 */
public record UserId(String integrationId, String customerId) {}
