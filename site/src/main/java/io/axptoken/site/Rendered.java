package io.axptoken.site;

import java.util.List;

/**
 * What became of a page's Markdown.
 *
 * @param title the text of its first heading
 * @param description its first paragraph, cut
 * @param html the body
 * @param headings the headings of second and third level
 */
record Rendered(String title, String description, String html, List<Entry> headings) {
  /** A heading: its level, its name in the page and its text. */
  record Entry(int level, String id, String text) {}
}
