package io.axptoken.bench.subject;

import java.net.URI;
import java.util.List;

/**
 * A server to be measured.
 *
 * @param name for people, and for its log
 * @param tokenUri where it gives tokens
 * @param reuses whether it may give a token twice
 * @param command how to start it, in the foreground
 */
public record Subject(String name, URI tokenUri, boolean reuses, List<String> command) {
  static URI loopback(boolean tls, int port, String path) {
    return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + port + path);
  }
}
