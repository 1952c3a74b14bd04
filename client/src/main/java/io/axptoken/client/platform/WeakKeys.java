package io.axptoken.client.platform;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to an object of somebody else, which is not asked what it equals and is not kept
 * from being forgotten. Safe for use by many threads.
 *
 * @param <K> the owners
 * @param <V> what belongs to them; it must not refer to its owner
 */
final class WeakKeys<K, V> {
  private final Map<Key, V> values = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();

  V get(K owner, Supplier<V> otherwise) {
    Reference<?> gone = forgotten.poll();
    while (gone != null) {
      values.remove(gone);
      gone = forgotten.poll();
    }
    return values.computeIfAbsent(new Key(owner, forgotten), asked -> otherwise.get());
  }

  int size() {
    return values.size();
  }

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object owner, ReferenceQueue<Object> queue) {
      super(owner, queue);
      this.hash = System.identityHashCode(owner);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // That is what the key is about.
    public boolean equals(@Nullable Object other) {
      Object mine = get();
      return this == other || (other instanceof Key key && mine != null && mine == key.get());
    }
  }
}
