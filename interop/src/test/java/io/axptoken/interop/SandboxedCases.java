package io.axptoken.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.sandbox.junit.AxpSandboxExtension;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests as users of the sandbox write them; {@link JunitVersionsTest} runs them. */
final class SandboxedCases {
  private static final Set<URI> ADDRESSES = ConcurrentHashMap.newKeySet();

  private SandboxedCases() {}

  private static void call(URI address) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
    }
  }

  /** Leaves traces; sees none of other tests, not even of those that run beside it. */
  private static void seesItselfAlone(AxpSandbox sandbox) throws IOException, InterruptedException {
    ADDRESSES.add(sandbox.baseUri());
    assertEquals(0, sandbox.faults().plans().size());
    sandbox.faults().onAll().times(1, Fault.hang());
    call(sandbox.baseUri());
    assertEquals(1, sandbox.faults().plans().size());
  }

  /** The sandbox by annotation, in tests that run beside each other where JUnit is told so. */
  @Order(0)
  @WithAxpSandbox
  static class ByAnnotation {
    private static final Set<URI> SEEN = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void lifecycleMethodsGetIt(AxpSandbox sandbox) {
      SEEN.add(sandbox.baseUri());
    }

    @AfterAll
    static void thereWasButOne(URI address) {
      assertEquals(Set.of(address), SEEN);
    }

    @RepeatedTest(4)
    void eachTestIsAlone(AxpSandbox sandbox) throws Exception {
      SEEN.add(sandbox.baseUri());
      seesItselfAlone(sandbox);
    }

    @Nested
    class InAClassWithin {
      @RepeatedTest(4)
      void eachTestIsAlone(AxpSandbox sandbox, SandboxAccount account) throws Exception {
        SEEN.add(sandbox.baseUri());
        assertEquals(sandbox.account(), account);
        seesItselfAlone(sandbox);
      }
    }
  }

  /** The sandbox in a static field. */
  @Order(0)
  static class ByField {
    @RegisterExtension
    static final AxpSandboxExtension SANDBOX = AxpSandboxExtension.with(SandboxOptions.defaults());

    @RepeatedTest(2)
    void eachTestIsAlone(AxpSandbox sandbox) throws Exception {
      seesItselfAlone(sandbox);
    }
  }

  /** The sandbox in the constructor of an instance that all tests share. */
  @Order(0)
  @WithAxpSandbox
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class ByConstructor {
    private final AxpSandbox first;

    ByConstructor(AxpSandbox sandbox) {
      this.first = sandbox;
    }

    @RepeatedTest(2)
    void eachTestIsAlone(AxpSandbox sandbox) throws Exception {
      assertEquals(first.baseUri(), sandbox.baseUri());
      seesItselfAlone(sandbox);
    }
  }

  /** Runs after the others: their sandboxes are closed with their classes. */
  @Order(1)
  static class Afterwards {
    @Test
    void nobodyListens() {
      for (URI each : ADDRESSES) {
        assertThrows(ConnectException.class, () -> call(each), each::toString);
      }
      assertEquals(3, ADDRESSES.size());
    }
  }
}
