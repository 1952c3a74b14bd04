package io.axptoken.sandbox.junit;

import io.axptoken.sandbox.AxpSandbox;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The sandbox of a test class, which its tests take turns with. JUnit closes it with the class: up
 * to 5.12 it closes what is a {@link CloseableResource}, and later what is {@link AutoCloseable}.
 */
@SuppressWarnings("deprecation")
final class Shared implements CloseableResource, AutoCloseable {
  private final AxpSandbox sandbox;
  private final Semaphore free = new Semaphore(1, true);

  Shared(AxpSandbox sandbox) {
    this.sandbox = sandbox;
  }

  AxpSandbox sandbox() {
    return sandbox;
  }

  /** Waits for the tests that came before, and has the sandbox as if just started. */
  Turn take() throws InterruptedException {
    free.acquire();
    Turn turn = new Turn(free);
    sandbox.reset();
    return turn;
  }

  @Override
  public void close() {
    sandbox.close();
  }

  /** A test's time with the sandbox, which ends as JUnit closes the test's store. */
  record Turn(Semaphore free) implements CloseableResource, AutoCloseable {
    @Override
    public void close() {
      free.release();
    }
  }
}
