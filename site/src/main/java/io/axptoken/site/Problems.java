package io.axptoken.site;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of problems: each has a section in docs/errors.md, and a page where its URI leads. */
final class Problems {
  static final String FILE = "docs/errors.md";

  private static final String FOLDER = "problems/";
  private static final Pattern SECTION =
      Pattern.compile("(?ms)^### `([a-z-]+)`\n\n(.*?)(?=^#{2,3} |\\z)");

  private Problems() {}

  /** Their pages, and one that lists them. */
  static List<Page> in(String errors) {
    List<MatchResult> sections = SECTION.matcher(errors).results().toList();
    String list =
        sections.stream()
            .map(section -> "- [`%1$s`](%1$s)\n".formatted(section.group(1)))
            .map(line -> line.replace("](", "](" + Links.HOME + FOLDER))
            .collect(Collectors.joining());
    Page index =
        new Page(
            FOLDER,
            FILE,
            "# Problem types\n\nWhat an error's `type` says. [More on errors](errors.md).\n\n"
                + list);
    return Stream.concat(Stream.of(index), sections.stream().map(Problems::page)).toList();
  }

  private static Page page(MatchResult section) {
    String text =
        "# %s\n\n%s\n[All types](https://axptoken.io/problems/), and [what holds for every error](errors.md).\n"
            .formatted("`" + section.group(1) + "`", section.group(2));
    return new Page(FOLDER + section.group(1) + "/", FILE, text);
  }
}
