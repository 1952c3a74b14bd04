package io.axptoken.server.identity;

import io.axptoken.client.EndUser;
import org.jspecify.annotations.Nullable;

/**
 * What of a request can tell who the end user is.
 *
 * @param claim whom the body names, checked against the input rules, or {@code null} without a body
 */
public record IdentityRequest(@Nullable EndUser claim) {}
