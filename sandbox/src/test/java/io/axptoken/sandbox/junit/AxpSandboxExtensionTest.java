package io.axptoken.sandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Caller;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.SandboxAccount;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@WithAxpSandbox
class AxpSandboxExtensionTest {
  private static final Set<URI> SEEN = new HashSet<>();

  @BeforeAll
  static void lifecycleMethodsGetItToo(AxpSandbox sandbox) {
    SEEN.add(sandbox.baseUri());
  }

  @Test
  void sandboxAccountAndAddressAreParameters(
      AxpSandbox sandbox, SandboxAccount account, URI baseUri) {
    assertThat(account).isEqualTo(sandbox.account());
    assertThat(baseUri).isEqualTo(sandbox.baseUri());
  }

  @RepeatedTest(3)
  void oneSandboxServesTheClassAndEachTestFindsItFresh(AxpSandbox sandbox) {
    SEEN.add(sandbox.baseUri());

    assertThat(SEEN).hasSize(1);
    assertThat(sandbox.journal().calls()).isEmpty();
    assertThat(sandbox.faults().plans()).isEmpty();
    try (Caller caller = Caller.of(sandbox)) {
      assertThat(caller.askAccessToken().statusCode()).isEqualTo(200);
    }
    sandbox.faults().onAll().always(Fault.hang());
  }

  @Nested
  class InANestedClass {
    @Test
    void theSandboxIsTheSame(AxpSandbox sandbox) {
      assertThat(SEEN).containsExactly(sandbox.baseUri());
      assertThat(sandbox.journal().count(Endpoint.ACCESS_TOKEN)).isZero();
    }
  }

  @Nested
  class InAField {
    private static final AxpSandboxExtension UNUSED = new AxpSandboxExtension();

    @RegisterExtension static final AxpSandboxExtension FIELD = new AxpSandboxExtension();

    private static final AtomicReference<URI> BEFORE = new AtomicReference<>();

    @BeforeAll
    static void methodsWithoutParametersHaveItToo() {
      BEFORE.set(FIELD.sandbox().baseUri());
    }

    @Test
    void itIsTheTestsOwn() {
      assertThat(FIELD.sandbox().baseUri()).isEqualTo(BEFORE.get());
      assertThat(SEEN).doesNotContain(FIELD.sandbox().baseUri());
    }

    @Test
    void whereThereIsNoneYetItSaysHowToHaveOne() {
      assertThatThrownBy(UNUSED::sandbox)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("@RegisterExtension");
    }
  }
}
