package io.axptoken.server.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;

import io.axptoken.server.settings.ApiKeySettings;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.KeyHashes;
import java.util.List;
import java.util.Map;

/** Settings {@code identity.apiKey}. */
public final class ApiKeySection {
  public static final Property<Map<String, List<String>>> KEYS =
      optional(
          "identity.apiKey.keys",
          KeyHashes.madeBy("token-server apikey new"),
          "",
          Protection.keys(),
          "The backends that may ask with mode apiKey, by names of your choice: the SHA-256 of the"
              + " key of each, or of several while one takes the place of another."
              + " token-server apikey new makes a key and its hash.");

  static final List<Property<?>> PROPERTIES = List.of(KEYS);

  private ApiKeySection() {}

  static ApiKeySettings settings(Values values) {
    return new ApiKeySettings(values.get(KEYS));
  }
}
