package io.axptoken.bench.scene;

import io.axptoken.bench.host.CpuShare;
import java.util.List;

/**
 * One way to start cold.
 *
 * @param key its name for programs
 * @param share how much CPU the server has
 * @param perSecond requests that fall due in a second, from the first token on
 * @param tls whether the platform speaks TLS
 */
public record ColdCase(String key, CpuShare share, int perSecond, boolean tls) {
  /** All of them, in the order in which they are played. */
  private static final List<ColdCase> ALL =
      List.of(
          new ColdCase("one50", CpuShare.ONE, 50, true),
          new ColdCase("one300", CpuShare.ONE, 300, true),
          new ColdCase("plain50", CpuShare.ONE, 50, false),
          new ColdCase("half50", CpuShare.HALF, 50, true),
          new ColdCase("all50", CpuShare.ALL, 50, true));

  /** What the command line calls them. */
  public static List<String> keys() {
    return ALL.stream().map(ColdCase::key).toList();
  }

  /** Those that are called so, or all of them. */
  static List<ColdCase> named(List<String> keys) {
    return keys.isEmpty()
        ? ALL
        : ALL.stream().filter(played -> keys.contains(played.key())).toList();
  }

  String title() {
    return "%s, %d/s, %s".formatted(share.words(), perSecond, tls ? "TLS" : "plain HTTP");
  }
}
