package io.axptoken.service.observe.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, without anything that the caller could choose but the request id.
 *
 * @param method one of HTTP's methods, or {@code [unknown]}
 * @param route the resource, such as {@code /things/{name}}, or {@code [unknown]}
 * @param group what the resource belongs to, of several that are alike, or {@code null}
 * @param status the answer's HTTP status
 * @param bytes the length of the answer's body
 * @param took from the request's head to the answer
 * @param requestId the request id
 * @param address the client's address, or {@code null} if the connection has none
 * @param httpVersion such as {@code 1.1}
 */
public record AccessEvent(
    String method,
    String route,
    @Nullable String group,
    int status,
    long bytes,
    Duration took,
    String requestId,
    @Nullable String address,
    String httpVersion) {}
