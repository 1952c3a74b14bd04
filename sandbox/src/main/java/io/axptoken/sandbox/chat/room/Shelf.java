package io.axptoken.sandbox.chat.room;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** All sessions, or all engagements, by id and by user, the longest idle first. */
final class Shelf<T extends Owned> {
  private final Map<String, T> byId = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<UserId, Map<String, T>> byUser = new HashMap<>();
  private final int capacity;
  private final int capacityPerUser;
  private final InstantSource clock;
  private final Consumer<T> dropped;

  /** A shelf of that size, that says what it had to drop. */
  Shelf(int capacity, int capacityPerUser, InstantSource clock, Consumer<T> dropped) {
    this.capacity = capacity;
    this.capacityPerUser = capacityPerUser;
    this.clock = clock;
    this.dropped = dropped;
  }

  /** Adds one, for which the user's oldest or the longest idle of all may have to go. */
  void add(T item) {
    Map<String, T> own = byUser.computeIfAbsent(item.user(), user -> new LinkedHashMap<>());
    if (own.size() >= capacityPerUser) {
      drop(own.values().iterator().next());
    }
    if (byId.size() >= capacity) {
      dropIdlest();
    }
    item.usedAt(clock.instant());
    byId.put(item.id(), item);
    byUser.computeIfAbsent(item.user(), user -> new LinkedHashMap<>()).put(item.id(), item);
  }

  /** The one of that id, which is then in use, if it is this user's. */
  Optional<T> find(UserId user, String id) {
    Optional<T> found = Optional.ofNullable(byUser.getOrDefault(user, Map.of()).get(id));
    found.ifPresent(this::touch);
    return found;
  }

  /** Says that it is in use. */
  void touch(T item) {
    if (item.equals(byId.get(item.id()))) {
      item.usedAt(clock.instant());
    }
  }

  List<T> of(UserId user) {
    return List.copyOf(byUser.getOrDefault(user, Map.of()).values());
  }

  Collection<T> all() {
    return List.copyOf(byId.values());
  }

  void remove(T item) {
    byId.remove(item.id());
    byUser.computeIfPresent(
        item.user(),
        (user, own) -> {
          own.remove(item.id());
          return own.isEmpty() ? null : own;
        });
  }

  /** Drops those that nobody used since then. */
  void dropUnusedSince(Instant time) {
    Optional<T> idlest = idlest();
    while (idlest.isPresent() && idlest.get().usedAt().isBefore(time)) {
      drop(idlest.get());
      idlest = idlest();
    }
  }

  /** Drops the one that nobody used for the longest time; false if there is but one. */
  boolean dropIdlest() {
    if (byId.size() < 2) {
      return false;
    }
    idlest().ifPresent(this::drop);
    return true;
  }

  private Optional<T> idlest() {
    Iterator<T> items = byId.values().iterator();
    return items.hasNext() ? Optional.of(items.next()) : Optional.empty();
  }

  private void drop(T item) {
    remove(item);
    dropped.accept(item);
  }
}
