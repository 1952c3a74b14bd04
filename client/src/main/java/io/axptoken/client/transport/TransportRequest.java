package io.axptoken.client.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A POST to the platform. Its headers and body hold secrets, so it prints neither.
 *
 * @param uri where to; the same few URIs come again and again
 * @param headers names in lower case to values; not to be changed afterwards
 * @param body sent as it is; not to be changed afterwards
 * @param timeout for connection, request and whole answer together
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copied bodies would cost on each call.
public record TransportRequest(
    URI uri, Map<String, String> headers, byte[] body, Duration timeout) {
  @Override
  public String toString() {
    return "POST " + uri;
  }
}
