package io.axptoken.service.observe;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axptoken.service.config.TracingSettings;
import io.axptoken.service.observe.metrics.Metrics;
import io.axptoken.service.observe.metrics.MetricsPage;
import io.axptoken.service.observe.trace.Tracing;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server whose libraries for traces and metrics nobody uses does not load a class of them. */
class LibrariesOnDemandTest {
  private static final String[] TRACES = {"io.opentelemetry."};
  private static final String[] METRICS = {"io.micrometer.", "io.prometheus."};

  /** Runs a class of this project where some libraries are missing. */
  private static void run(Class<? extends Runnable> type, String... missing) throws Exception {
    Class<?> there = new Without(missing).loadClass(type.getName());
    ((Runnable) there.getDeclaredConstructor().newInstance()).run();
  }

  /** Loads this project's classes anew, and others as they are, but for the missing. */
  private static final class Without extends ClassLoader {
    private final String[] missing;

    Without(String... missing) {
      super(Without.class.getClassLoader());
      this.missing = missing;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (Stream.of(missing).anyMatch(name::startsWith)) {
        throw new ClassNotFoundException(name);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        return name.startsWith("io.axptoken.") ? findClass(name) : super.loadClass(name, resolve);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** Makes what traces nothing. */
  public static final class NoCollector implements Runnable {
    @Override
    public void run() {
      Tracing.of(TracingSettings.OFF, "door", "1.2.0").close();
    }
  }

  /** Makes what sends traces. */
  public static final class ACollector implements Runnable {
    @Override
    public void run() {
      URI nowhere = URI.create("http://127.0.0.1:1/v1/traces");
      Tracing.of(new TracingSettings(Optional.of(nowhere), "door", 1, Map.of()), "door", "1.2.0")
          .close();
    }
  }

  /** Counts, and has a page on which nobody looks. */
  public static final class NoLook implements Runnable {
    @Override
    public void run() {
      Metrics metrics = new Metrics(InstantSource.system());
      metrics.counter("doors_opened", "Doors.", "door").of("front").increment();
      metrics.histogram("door_seconds", "Time.").of().record(1);
      Vertx vertx = Vertx.vertx();
      new MetricsPage(vertx, metrics, () -> "1.2.0").close();
      vertx.close();
    }
  }

  @Test
  void withoutACollectorNothingOfOpenTelemetryIsLoaded() {
    assertThatCode(() -> run(NoCollector.class, TRACES)).doesNotThrowAnyException();
    assertThatThrownBy(() -> run(ACollector.class, TRACES))
        .isInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  void beforeTheFirstLookNothingOfMicrometerAndPrometheusIsLoaded() {
    assertThatCode(() -> run(NoLook.class, METRICS)).doesNotThrowAnyException();
  }
}
