package io.axptoken.client;

import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformListener.StatusClass;
import java.net.URI;
import java.util.Map;

/**
 * What accompanies one request for a token on its way to the platform, such as a trace. Who asks
 * for the very same user while a token for them is under way shares the first one's; the refresh of
 * an access token that nobody waits for has none.
 *
 * <p>The methods may be called by any thread, an event loop included: they must be fast and must
 * not block. What they throw is dropped, and changes nothing for whoever waits for the token.
 */
public interface CallContext {
  /** Accompanies nothing. */
  CallContext NONE = (call, target, retriesDone) -> Attempt.NONE;

  /**
   * An attempt at a call begins.
   *
   * @param call which call it is
   * @param target where it goes
   * @param retriesDone how many attempts at this call there were before
   * @return what accompanies this attempt
   */
  Attempt begin(Call call, URI target, int retriesDone);

  /** One attempt at a call. */
  interface Attempt {
    /** Sends nothing, hears nothing. */
    Attempt NONE = new Attempt() {};

    /** {@return headers that the attempt sends beside its own, names in lower case} */
    default Map<String, String> headers() {
      return Map.of();
    }

    /**
     * The attempt ended.
     *
     * @param status how it was answered
     * @param httpStatus the answer's status, or 0 if there was none
     */
    default void ended(StatusClass status, int httpStatus) {}
  }
}
