package io.axptoken.push.event;

import java.nio.charset.StandardCharsets;

/** Texts that every database takes: JSON can write halves of characters, which UTF-8 cannot. */
public final class SoundText {
  private SoundText() {}

  /** Whether it is one, without a NUL. */
  public static boolean is(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /** The same with question marks in the place of halves. */
  public static String of(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
