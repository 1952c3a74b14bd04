package io.axptoken.server.command.sample;

/**
 * A place in a file, counted from 1.
 *
 * @param line the line
 * @param column the character in it
 */
record Place(int line, int column) {
  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
