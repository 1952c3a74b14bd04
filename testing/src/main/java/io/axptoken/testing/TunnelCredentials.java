package io.axptoken.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets the JDK send user and password to an HTTP proxy, as a JVM option would: the JDK reads the
 * setting once, when its HTTP client is first used. It registers itself as {@link LogGuard} does.
 */
public final class TunnelCredentials implements LauncherSessionListener {
  /** The setting's name; it lists what is not sent. */
  public static final String SETTING = "jdk.http.auth.tunneling.disabledSchemes";

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    System.setProperty(SETTING, "");
  }
}
