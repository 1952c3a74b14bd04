package io.axptoken.client.platform;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.Secret;

/** The client secret, asked for when a call needs it. */
final class Secrets {
  private Secrets() {}

  /**
   * The secret for that call.
   *
   * @throws PlatformException if it could not be read
   */
  static Secret of(PlatformConfig config, Call call) {
    try {
      return config.clientSecret().get();
    } catch (RuntimeException e) {
      throw new PlatformException(
          new RejectedCredentials(Failures.noAnswer(call, "the client secret could not be read")));
    }
  }
}
