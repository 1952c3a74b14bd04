package io.axptoken.client.resilience;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls under way, by what they ask for, so that who asks for the very same meanwhile shares
 * the answer. Nothing is kept beyond a call's end. Safe for use by many threads.
 *
 * @param <K> what is asked for
 * @param <C> a call
 */
public final class SharedCalls<K, C> {
  private final ConcurrentMap<K, C> underWay = new ConcurrentHashMap<>();

  /** The call under way for this key, or {@code null}: then it is from now on the one given. */
  public @Nullable C join(K key, C mine) {
    return underWay.putIfAbsent(key, mine);
  }

  /**
   * Forgets the call; to be done before it is completed, so that its end is no answer to others.
   */
  public void leave(K key, C mine) {
    underWay.remove(key, mine);
  }

  /** Shows all calls that are under way. */
  public void forEach(Consumer<C> visitor) {
    underWay.values().forEach(visitor);
  }

  /** How many calls are under way. */
  public int size() {
    return underWay.size();
  }
}
