package io.axptoken.client.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Who decides what happens next: either every way in turn, like an odometer, or one way by chance.
 */
final class Choices {
  private final @Nullable Random random;
  private final List<Integer> taken = new ArrayList<>();
  private final List<Integer> options = new ArrayList<>();
  private int at;

  private Choices(@Nullable Random random) {
    this.random = random;
  }

  /** Every way, one after the other, by {@link #next}. */
  static Choices all() {
    return new Choices(null);
  }

  /** One way, always the same for a seed. */
  static Choices random(long seed) {
    return new Choices(new Random(seed));
  }

  /** One of so many. */
  int among(int number) {
    if (at == taken.size()) {
      taken.add(random == null ? 0 : random.nextInt(number));
      options.add(number);
    }
    return taken.get(at++);
  }

  /** Goes back to the beginning for a way that was not taken yet; false if there is none. */
  boolean next() {
    at = 0;
    while (!taken.isEmpty()) {
      int last = taken.removeLast() + 1;
      int number = options.removeLast();
      if (last < number) {
        taken.add(last);
        options.add(number);
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "choices " + taken;
  }
}
