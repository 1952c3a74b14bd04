package io.axptoken.server.identity;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which header says what of the user.
 *
 * @param userId the header with the id
 * @param userName the header with the display name, or {@code null}
 * @param identifiers types of identifiers to their headers
 */
public record GatewayHeaders(
    String userId, @Nullable String userName, Map<String, String> identifiers) {}
