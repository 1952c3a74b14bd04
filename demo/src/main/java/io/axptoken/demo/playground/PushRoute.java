package io.axptoken.demo.playground;

import java.net.URI;

/**
 * How a phone's app comes to notifications.
 *
 * @param connector where the push connector listens, with a slash at the end
 * @param configId the configuration that the app registers for
 */
public record PushRoute(URI connector, String configId) {
  private static final String BASE = "custom-notification-connector/";

  /** Where devices register, each below. */
  public URI registrations() {
    return connector.resolve(BASE + "device-registrations/");
  }

  /** Where the platform tells of events. */
  public URI callback() {
    return connector.resolve(BASE + "axp-callback/notifications");
  }

  /** Where the configuration is kept. */
  public URI configuration() {
    return connector.resolve(BASE + "configs/" + configId);
  }
}
