package io.axptoken.service.observe.health;

import io.axptoken.service.observe.log.LogText;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one part of the server is. Facts are for everybody who can reach the management listener:
 * never a secret, a customer's data, or somebody else's text.
 *
 * @param well whether nobody needs to look after it
 * @param facts what there is to say, by name: texts, numbers, or facts within facts
 */
public record PartHealth(boolean well, Map<String, Object> facts) {

  /** The public listener; without a port it does not listen yet. */
  public static PartHealth listener(boolean tls, int port) {
    return new Builder()
        .fact("scheme", tls ? "https" : "http")
        .fact("port", port == 0 ? null : port)
        .well(true);
  }

  /** Gathers facts in their order; those without a value are left out. */
  public static final class Builder {
    private final Map<String, Object> facts = new LinkedHashMap<>();

    /** Adds a fact, if there is one. */
    public Builder fact(String name, @Nullable Object value) {
      if (value != null) {
        facts.put(name, value instanceof Instant instant ? LogText.time(instant) : value);
      }
      return this;
    }

    /** The part. */
    public PartHealth well(boolean well) {
      return new PartHealth(well, facts);
    }

    /** The facts alone, to be a fact within others. */
    public Map<String, Object> facts() {
      return facts;
    }
  }
}
