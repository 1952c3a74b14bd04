package io.axptoken.site;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names the headings of one page as GitHub does, so that a link fits in both places. */
final class Anchors {
  private final Map<String, Integer> times = new HashMap<>();

  /** The name of the next heading with this text. */
  String next(String heading) {
    String slug =
        heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    int before = times.merge(slug, 1, Integer::sum) - 1;
    return before == 0 ? slug : slug + "-" + before;
  }
}
