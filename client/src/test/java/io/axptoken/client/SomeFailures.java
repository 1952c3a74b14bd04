package io.axptoken.client;

import io.axptoken.client.PlatformFailure.BadAnswer;
import io.axptoken.client.PlatformFailure.Busy;
import io.axptoken.client.PlatformFailure.Overloaded;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.RejectedUser;
import io.axptoken.client.PlatformFailure.TimedOut;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.PlatformFailure.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;

/** Failures to try things with. */
final class SomeFailures {
  private SomeFailures() {}

  static List<PlatformFailure> oneOfEach(Trace trace) {
    return List.of(
        new RejectedCredentials(trace),
        new RejectedRequest(trace),
        new RejectedUser(trace, new Violation("identifiers", "is odd")),
        new BadAnswer(trace),
        new Busy(trace, Duration.ofSeconds(3)),
        new Unavailable(trace, null),
        new Overloaded(trace, Duration.ofSeconds(1)),
        new TimedOut(trace));
  }

  /** What another JVM would read. */
  @SuppressWarnings("unchecked")
  static <T extends Throwable> T copy(T thrown) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
