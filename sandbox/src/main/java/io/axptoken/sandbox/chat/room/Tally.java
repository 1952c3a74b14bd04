package io.axptoken.sandbox.chat.room;

/** How much text is kept somewhere, and how much may be. */
final class Tally {
  private final long limit;
  private long chars;

  Tally(long limit) {
    this.limit = limit;
  }

  void add(long more) {
    chars += more;
  }

  void remove(long less) {
    chars -= less;
  }

  boolean isOver() {
    return chars > limit;
  }
}
