package io.axptoken.bench.host;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** CPU numbers in the kernel's notation, such as {@code 0-2,5}. */
final class CpuList {
  private CpuList() {}

  static List<Integer> parse(String text) {
    return Stream.of(text.strip().split(",", -1)).flatMapToInt(CpuList::range).boxed().toList();
  }

  static String format(List<Integer> cpus) {
    return cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static IntStream range(String text) {
    int dash = text.indexOf('-');
    return dash < 0
        ? IntStream.of(Integer.parseInt(text))
        : IntStream.rangeClosed(
            Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
  }
}
