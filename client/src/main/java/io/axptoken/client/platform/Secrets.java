package io.axptoken.client.platform;

import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.Cause;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.Secret;

/** The client secret, asked for when a call needs it. */
final class Secrets {
  private static final Dropped DROPPED = new Dropped("supplier of the client secret");

  private Secrets() {}

  /**
   * The secret for that call.
   *
   * @throws PlatformException if it could not be read
   */
  static Secret of(PlatformConfig config, Call call) {
    Secret secret = null;
    try {
      secret = config.clientSecret().get();
    } catch (Throwable e) { // Its message may quote a secret, so nothing is made of it.
      DROPPED.met(e);
    }
    if (secret == null) {
      throw new PlatformException(
          new RejectedCredentials(Failures.noAnswer(call, Cause.SECRET_UNREADABLE)));
    }
    return secret;
  }
}
