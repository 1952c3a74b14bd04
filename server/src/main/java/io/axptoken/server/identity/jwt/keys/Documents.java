package io.axptoken.server.identity.jwt.keys;

import io.vertx.core.Future;
import java.net.URI;

/** Gets small documents, such as key sets, from the web. Never blocks. */
@FunctionalInterface
public interface Documents {
  /** The whole document; the future fails with {@link NoKeys} if there is none. */
  Future<byte[]> get(URI uri);
}
