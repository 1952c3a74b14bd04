package io.axptoken.testing;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** A class whose threads belong to another extension; run by {@link LogGuardTest} alone. */
@ExtendWith(StoredResourceSamples.Pool.class)
class StoredResourceSamples {
  @Test
  void isQuiet() {}

  /** Starts a thread that ends when JUnit closes the class's store. */
  static final class Pool implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
      ExecutorService pool = Executors.newSingleThreadExecutor();
      pool.submit(() -> {}).get();
      context.getStore(Namespace.create(Pool.class)).put("pool", pool);
    }
  }
}
