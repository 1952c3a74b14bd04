package io.axptoken.push;

import io.axptoken.service.process.ReloadSignal;
import io.axptoken.service.process.Supervision;
import java.time.Duration;

/** The program with a lease that a test can wait for. */
public final class ShortLease {
  private ShortLease() {}

  public static void main(String[] args) {
    Main.run(
        live -> {
          ReloadSignal heard = ReloadSignal.hear();
          return PushConnector.start(live, Duration.ofSeconds(4))
              .onSuccess(running -> Supervision.begin(running, heard))
              .toCompletionStage();
        },
        args);
  }
}
