package io.axptoken.service.config.type;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds what somebody may have meant: the candidate with the smallest edit distance. */
public final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /** The nearest key, where one in the wrong section or in another spelling counts as near. */
  public static @Nullable String key(String wrong, Collection<String> candidates) {
    if (wrong.length() > LONGEST) {
      return null;
    }
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      int distance = distanceOfKeys(plain(wrong), plain(candidate));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return least <= 1 + wrong.length() / 6 ? best : null;
  }

  private static int distanceOfKeys(String wrong, String candidate) {
    String leaf = leaf(wrong);
    boolean misplaced = leaf.length() > 2 && leaf.equals(leaf(candidate));
    return misplaced ? Math.min(1, distance(wrong, candidate)) : distance(wrong, candidate);
  }

  private static String leaf(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** How many letters to insert, delete, change or swap with their neighbour. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int cheapest =
        Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(cheapest, cost[i - 2][j - 2] + 1) : cheapest;
  }
}
