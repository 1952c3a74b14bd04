package io.axptoken.service.observe.metrics;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A metric and its cells, one for each combination of label values. Cells are looked up by text
 * where things are rare; who counts often keeps one. Safe for use by many threads.
 *
 * @param <C> what counts
 */
public final class Family<C> {
  private final String name;
  private final String help;
  private final List<String> labels;
  private final Supplier<C> fresh;
  private final ConcurrentMap<List<String>, C> cells = new ConcurrentHashMap<>();

  /**
   * Without cells yet.
   *
   * @param name as it is exposed, but without the {@code _total} of a counter
   * @param help a sentence on what it tells
   */
  Family(String name, String help, Supplier<C> fresh, String... labels) {
    this.name = name;
    this.help = help;
    this.labels = List.of(labels);
    this.fresh = fresh;
  }

  String name() {
    return name;
  }

  String help() {
    return help;
  }

  List<String> labels() {
    return labels;
  }

  /** The cell with these values of the labels, made when it is first asked for. */
  public C of(String... values) {
    return cells.computeIfAbsent(List.of(values), _ -> fresh.get());
  }

  /** Gives the cell with these values. */
  public void put(C cell, String... values) {
    cells.put(List.of(values), cell);
  }

  /** Gives every cell with its values of the labels. */
  void forEach(BiConsumer<List<String>, C> consumer) {
    cells.forEach(consumer);
  }
}
