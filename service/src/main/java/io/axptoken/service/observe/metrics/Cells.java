package io.axptoken.service.observe.metrics;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one label whose values are an enum, each made at its first use: finding one again is
 * a look into an array. Safe for use by many threads.
 *
 * @param <K> the label's values
 * @param <C> what counts
 */
@SuppressWarnings("EnumOrdinal") // As an EnumMap does; this one is safe for many threads.
public final class Cells<K extends Enum<K>, C> {
  private final AtomicReferenceArray<@Nullable C> made;
  private final Function<K, C> maker;

  /**
   * None is made yet.
   *
   * @param maker gives the cell of a value, always the same one
   */
  public Cells(Class<K> keys, Function<K, C> maker) {
    this.made = new AtomicReferenceArray<>(keys.getEnumConstants().length);
    this.maker = maker;
  }

  public C get(K key) {
    C cell = made.getAcquire(key.ordinal());
    return cell != null ? cell : make(key);
  }

  private C make(K key) {
    C cell = maker.apply(key);
    made.setRelease(key.ordinal(), cell);
    return cell;
  }
}
