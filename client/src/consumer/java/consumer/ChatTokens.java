package consumer;

import io.axptoken.client.EndUser;
import io.axptoken.client.EndUserToken;
import io.axptoken.client.PlatformConfig;
import io.axptoken.client.PlatformException;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.RejectedUser;
import io.axptoken.client.PlatformFailure.Unavailable;
import io.axptoken.client.TokenPlatform;

/** The one place of a backend that asks for tokens. */
final class ChatTokens implements AutoCloseable {
  private final TokenPlatform platform;

  ChatTokens(PlatformConfig config) {
    platform = TokenPlatform.axp(config);
  }

  EndUserToken tokenFor(String customerId, String name, String email) {
    EndUser customer =
        EndUser.withId(customerId)
            .named(name)
            .identifiedBy("emailAddresses", email)
            .verified(true);
    try {
      return platform.issueAndWait(customer);
    } catch (PlatformException e) {
      String advice =
          switch (e.failure()) {
            case Busy busy -> "come back after " + busy.retryAfter();
            case Unavailable down -> "come back after " + down.retryAfter();
            case Overloaded full -> "come back after " + full.retryAfter();
            case RejectedCredentials us -> "check client id, client secret and application key";
            case RejectedRequest us -> "check account id and integration id";
            case RejectedUser them -> "ask the customer for another e-mail address";
            default -> e.failure().isTransient() ? "come back later" : "ask the operator";
          };
      throw new IllegalStateException(advice + ": " + e.failure().trace(), e);
    }
  }

  @Override
  public void close() {
    platform.close();
  }
}
