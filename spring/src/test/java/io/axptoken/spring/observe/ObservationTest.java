package io.axptoken.spring.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.axptoken.client.EndUser;
import io.axptoken.client.TokenPlatform;
import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.Call;
import io.axptoken.sandbox.Endpoint;
import io.axptoken.sandbox.Fault;
import io.axptoken.sandbox.junit.WithAxpSandbox;
import io.axptoken.spring.Applications;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import io.micrometer.observation.transport.SenderContext;
import org.junit.jupiter.api.Test;

/** What registries of meters and observations hear. */
@WithAxpSandbox
class ObservationTest {
  private static final EndUser CUSTOMER = EndUser.withId("cust0mer-1");

  @Test
  void tokensCallsAndRetriesAreMetered(AxpSandbox sandbox) {
    MeterRegistry registry = new SimpleMeterRegistry();
    Applications.of(sandbox)
        .withBean(MeterRegistry.class, () -> registry)
        .run(application -> {
          sandbox.faults().on(Endpoint.END_USER_TOKEN).next(Fault.status(503));
          application.getBean(TokenPlatform.class).issueAndWait(CUSTOMER);
          assertThat(
                  registry
                      .get("axp.tokens")
                      .tags("integration", "default", "outcome", "issued")
                      .timer()
                      .count())
              .isEqualTo(1);
          assertThat(registry.get("axp.calls").tag("status", "5xx").timer().count()).isEqualTo(1);
          assertThat(registry.get("axp.retries").tag("cause", "unavailable").counter().count())
              .isEqualTo(1);
          assertThat(registry.get("axp.access.token.fetches").timer().count()).isEqualTo(1);
          assertThat(registry.get("axp.breaker.open").gauge().value()).isZero();
        });
  }

  @Test
  void aTokenIsObservedBelowItsCallerAndItsCallsBelowIt(AxpSandbox sandbox) {
    TestObservationRegistry registry = TestObservationRegistry.create();
    Applications.of(sandbox)
        .withBean(ObservationRegistry.class, () -> registry)
        .run(application -> {
          TokenPlatform platform = application.getBean(TokenPlatform.class);
          Observation.createNotStarted("caller", registry)
              .observe(() -> platform.issueAndWait(CUSTOMER));
          TestObservationRegistryAssert.assertThat(registry)
              .hasObservationWithNameEqualTo("axp.token")
              .that()
              .hasParentObservationContextMatching(it -> "caller".equals(it.getName()))
              .hasLowCardinalityKeyValue("outcome", "issued")
              .hasBeenStopped();
          TestObservationRegistryAssert.assertThat(registry)
              .hasNumberOfObservationsWithNameEqualTo("axp.call", 2);
        });
  }

  @Test
  void anObservedFailureHasItsOutcomeAndError(AxpSandbox sandbox) {
    TestObservationRegistry registry = TestObservationRegistry.create();
    Applications.of(sandbox)
        .withPropertyValues("axp.client-secret=wrong-s3cr3t")
        .withBean(ObservationRegistry.class, () -> registry)
        .run(application -> {
          TokenPlatform platform = application.getBean(TokenPlatform.class);
          assertThat(catchThrowable(() -> platform.issueAndWait(CUSTOMER))).isNotNull();
          TestObservationRegistryAssert.assertThat(registry)
              .hasObservationWithNameEqualTo("axp.token")
              .that()
              .hasLowCardinalityKeyValue("outcome", "rejected-credentials")
              .hasError();
        });
  }

  @Test
  void whatTracingPutsOnACallReachesThePlatform(AxpSandbox sandbox) {
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new Tracing());
    Applications.of(sandbox)
        .withBean(ObservationRegistry.class, () -> registry)
        .run(application -> {
          application.getBean(TokenPlatform.class).issueAndWait(CUSTOMER);
          assertThat(sandbox.journal().calls())
              .hasSize(2)
              .extracting(Call::headers)
              .allSatisfy(headers -> assertThat(headers.toString()).contains("00-trace-of-a-test"));
        });
  }

  /** Does what a tracer's handler does with what is sent elsewhere. */
  private static final class Tracing implements ObservationHandler<SenderContext<Object>> {
    @Override
    public void onStart(SenderContext<Object> context) {
      context.getSetter().set(context.getCarrier(), "Traceparent", "00-trace-of-a-test");
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return context instanceof SenderContext;
    }
  }
}
