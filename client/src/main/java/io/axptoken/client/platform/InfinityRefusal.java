package io.axptoken.client.platform;

import com.fasterxml.jackson.core.JsonParser;
import io.axptoken.client.PlatformFailure;
import io.axptoken.client.PlatformFailure.Call;
import io.axptoken.client.PlatformFailure.RejectedCredentials;
import io.axptoken.client.PlatformFailure.RejectedRequest;
import io.axptoken.client.PlatformFailure.RejectedUser;
import io.axptoken.client.PlatformFailure.Trace;
import io.axptoken.client.Violation;
import io.axptoken.client.transport.TransportAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why Infinity refuses: its answer is an OAuth error (RFC 6749, 5.2) whose description may hold a
 * problem object as text. The problem's free text quotes customers; it decides which words of our
 * own are used, and goes no further.
 */
final class InfinityRefusal implements Json.FieldReader {
  /** Errors of the client and not of its request (RFC 6749, 5.2). */
  private static final Set<String> OF_THE_CLIENT = Set.of("invalid_client", "unauthorized_client");

  private String error = "";
  private String title = "";
  private String detail = "";

  private InfinityRefusal() {}

  /** The failure that an answer without a token means. */
  static PlatformFailure of(TransportAnswer answer, Failures failures) {
    PlatformFailure byStatus = failures.of(Call.END_USER_TOKEN, answer);
    return switch (answer.status()) {
      case 400 -> read(answer).meaning(byStatus.trace());
      // The realm is the account: a path that does not exist is a matter of the configuration.
      case 404 -> new RejectedCredentials(byStatus.trace());
      default -> byStatus;
    };
  }

  private static InfinityRefusal read(TransportAnswer answer) {
    InfinityRefusal refusal = new InfinityRefusal();
    try {
      Json.readObject(answer.body(), refusal);
    } catch (IOException e) {
      return new InfinityRefusal();
    }
    return refusal;
  }

  @Override
  public void read(String name, JsonParser value) throws IOException {
    switch (name) {
      case "error" -> error = text(value);
      case "error_description" -> readProblem(text(value));
      default -> {}
    }
  }

  private void readProblem(String description) {
    try {
      Json.readObject(description.getBytes(StandardCharsets.UTF_8), this::readProblemField);
    } catch (IOException e) {
      title = ""; // Plain words, as OAuth has them, or a problem that broke off.
    }
  }

  private void readProblemField(String name, JsonParser value) throws IOException {
    switch (name) {
      case "title" -> title = text(value);
      case "detail" -> detail = text(value).toLowerCase(Locale.ROOT);
      default -> {}
    }
  }

  private static String text(JsonParser value) throws IOException {
    String text = value.getValueAsString();
    return text == null ? "" : text;
  }

  private PlatformFailure meaning(Trace trace) {
    if (OF_THE_CLIENT.contains(error)) {
      return new RejectedCredentials(trace);
    }
    Violation violation = title.equals("VALIDATION_FAILED") ? violation() : null;
    return violation == null ? new RejectedRequest(trace) : new RejectedUser(trace, violation);
  }

  /** What the user's teller has to correct; {@code null} if the fault seems to be ours. */
  private @Nullable Violation violation() {
    if (mentions("email") || mentions("e-mail")) {
      return new Violation(
          "identifiers.emailAddresses", "must be one valid e-mail address, says the platform");
    }
    if (mentions("phone")) {
      return new Violation(
          "identifiers.phoneNumbers", "must be one valid phone number, says the platform");
    }
    if (mentions("integration")) {
      return null;
    }
    return new Violation("identifiers", "must have a form that the platform accepts");
  }

  private boolean mentions(String word) {
    return detail.contains(word);
  }
}
