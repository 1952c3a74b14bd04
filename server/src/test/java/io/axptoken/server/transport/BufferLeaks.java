package io.axptoken.server.transport;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import io.netty.util.ResourceLeakDetectorFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Hears of every buffer that was thrown away without having been released, and fails the run if
 * there was one: Netty itself only logs them. It must be there before Netty makes its first buffer.
 */
public final class BufferLeaks implements LauncherSessionListener {
  private static final List<String> FOUND = Collections.synchronizedList(new ArrayList<>());
  private static final int MOST_COLLECTIONS = 100;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    ResourceLeakDetectorFactory.setResourceLeakDetectorFactory(new Detectors());
  }

  /**
   * Ends the run.
   *
   * @throws AssertionError if a buffer was forgotten
   */
  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (!FOUND.isEmpty()) {
      throw new AssertionError("Buffers were not released:\n  " + String.join("\n  ", FOUND));
    }
  }

  /** What was forgotten so far; collects the garbage until what is forgotten just now is found. */
  static List<String> found() {
    var probe = new Probe();
    probe.forget();
    for (int i = 0; i < MOST_COLLECTIONS && !probe.reported; i++) {
      System.gc();
      ByteBufAllocator.DEFAULT.buffer().release(); // Netty reports when it watches another one.
      probe.watchAnother();
    }
    if (!probe.reported) {
      throw new AssertionError("What was forgotten on purpose was not found");
    }
    ByteBufAllocator.DEFAULT.buffer().release();
    return List.copyOf(FOUND);
  }

  private static final class Detectors extends ResourceLeakDetectorFactory {
    @Override
    @SuppressWarnings("deprecation") // The factory has no other method to implement.
    public <T> ResourceLeakDetector<T> newResourceLeakDetector(
        Class<T> resource, int samplingInterval, long maxActive) {
      return newResourceLeakDetector(resource, samplingInterval);
    }

    @Override
    public <T> ResourceLeakDetector<T> newResourceLeakDetector(
        Class<T> resource, int samplingInterval) {
      return new Detector<>(resource, samplingInterval);
    }
  }

  private static final class Detector<T> extends ResourceLeakDetector<T> {
    Detector(Class<?> resource, int samplingInterval) {
      super(resource, samplingInterval);
    }

    @Override
    protected boolean needReport() {
      return true;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
      FOUND.add(resourceType + records);
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
      FOUND.add(resourceType);
    }
  }

  /** Something that is forgotten on purpose, to know when the collector has been round. */
  private static final class Probe extends ResourceLeakDetector<Object> {
    private volatile boolean reported;

    Probe() {
      super(Object.class, 1);
    }

    void forget() {
      var _ = trackForcibly(new Object());
    }

    void watchAnother() {
      Object other = new Object();
      var watched = trackForcibly(other);
      if (watched != null) {
        watched.close(other);
      }
    }

    @Override
    protected boolean needReport() {
      return true;
    }

    @Override
    protected void reportTracedLeak(String resourceType, String records) {
      reported = true;
    }

    @Override
    protected void reportUntracedLeak(String resourceType) {
      reported = true;
    }
  }
}
