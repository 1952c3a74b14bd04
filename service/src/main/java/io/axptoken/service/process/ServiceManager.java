package io.axptoken.service.process;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The service manager that started this process, systemd or another that takes its protocol
 * (sd_notify); there may be none, and nothing is said then. A message that gets lost does no harm
 * here: what comes of it is the manager's matter. Safe for use by many threads; never waits.
 */
public final class ServiceManager {
  private static final Logger LOG = System.getLogger(ServiceManager.class.getName());

  private final String socket;
  private final Duration watchdog;
  private final AtomicBoolean complained = new AtomicBoolean();

  private ServiceManager(String socket, Duration watchdog) {
    this.socket = socket;
    this.watchdog = watchdog;
  }

  /** The one that the environment names, if it means this process. */
  public static ServiceManager of(Map<String, String> environment, long pid) {
    String socket = environment.getOrDefault("NOTIFY_SOCKET", "");
    String watched = environment.getOrDefault("WATCHDOG_PID", "");
    boolean isWatched = watched.isEmpty() || watched.equals(Long.toString(pid));
    return new ServiceManager(
        socket, isWatched ? micros(environment.getOrDefault("WATCHDOG_USEC", "")) : Duration.ZERO);
  }

  /** Whether there is one. */
  public boolean isThere() {
    return !socket.isEmpty();
  }

  /** Within what time it wants to hear that the process lives; zero if it does not care. */
  public Duration watchdog() {
    return isThere() ? watchdog : Duration.ZERO;
  }

  /** The server serves. */
  public void ready(String status) {
    tell("READY=1\nSTATUS=" + status);
  }

  /** What a person who asks for the server's state is shown from now on. */
  public void status(String status) {
    tell("STATUS=" + status);
  }

  /** The server changes; {@link #ready} is to follow. */
  public void reloading() {
    // What System.nanoTime counts from is, on Linux, what the manager means by monotonic.
    long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
    tell("RELOADING=1\nMONOTONIC_USEC=" + micros);
  }

  /** The server stops, which may take so long. */
  public void stopping(Duration atMost) {
    long micros = TimeUnit.NANOSECONDS.toMicros(atMost.toNanos());
    tell("STOPPING=1\nSTATUS=Finishing what is under way.\nEXTEND_TIMEOUT_USEC=" + micros);
  }

  /** The server lives. */
  public void alive() {
    tell("WATCHDOG=1");
  }

  private void tell(String message) {
    if (!isThere()) {
      return;
    }
    try {
      UnixDatagram.send(socket, message);
    } catch (IOException | RuntimeException | LinkageError failure) {
      Level level = complained.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG;
      LOG.log(
          level,
          () -> "The service manager cannot be told (NOTIFY_SOCKET): " + failure.getMessage());
    }
  }

  private static Duration micros(String text) {
    return text.matches("[0-9]{1,15}")
        ? Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(Long.parseLong(text)))
        : Duration.ZERO;
  }
}
