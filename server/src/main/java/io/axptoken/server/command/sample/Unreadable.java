package io.axptoken.server.command.sample;

/** What keeps a file, or a value in it, from being read; its message says where and what. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message, null, false, false);
  }

  Unreadable(Place place, String message) {
    this(place + ": " + message);
  }
}
