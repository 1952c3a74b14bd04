package io.axptoken.bench.result;

import java.util.Collection;
import java.util.List;

/**
 * Several measurements of one thing.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param min the least
 * @param max the greatest
 */
public record Summary(double median, double min, double max) {
  /** Of at least one value. */
  public static Summary of(Collection<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int size = sorted.size();
    double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    return new Summary(median, sorted.getFirst(), sorted.getLast());
  }
}
