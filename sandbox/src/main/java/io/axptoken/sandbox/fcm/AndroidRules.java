package io.axptoken.sandbox.fcm;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a message may say to Android.
 *
 * @param wrong takes the path and what is wrong there
 */
record AndroidRules(BiConsumer<String, String> wrong) {
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)s");
  private static final BigDecimal FOUR_WEEKS = BigDecimal.valueOf(2_419_200);
  private static final Set<String> PRIORITIES = Set.of("normal", "high");

  void check(JsonObject android) {
    @Nullable Object ttl = android.getValue("ttl");
    if (ttl != null && !(ttl instanceof String text && isDuration(text))) {
      wrong.accept("message.android.ttl", "must be seconds that end in s, four weeks at most");
    }
    @Nullable Object priority = android.getValue("priority");
    if (priority != null
        && !(priority instanceof String text
            && PRIORITIES.contains(text.toLowerCase(Locale.ROOT)))) {
      wrong.accept("message.android.priority", "must be normal or high");
    }
    for (String key : Set.of("collapse_key", "collapseKey")) {
      if (android.getValue(key) != null && !(android.getValue(key) instanceof String)) {
        wrong.accept("message.android." + key, "must be a text");
      }
    }
  }

  private static boolean isDuration(String text) {
    Matcher seconds = SECONDS.matcher(text);
    return seconds.matches() && new BigDecimal(seconds.group(1)).compareTo(FOUR_WEEKS) <= 0;
  }
}
