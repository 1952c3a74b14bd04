package io.axptoken.service.process;

import io.axptoken.service.reload.ReloadFailure;
import java.util.List;

/** Why the last reload failed, in the few words that a service manager shows. */
final class ReloadStatus {
  private static final int LONGEST = 200;
  private volatile String words = "";

  /** Nothing if it went well. */
  String words() {
    return words;
  }

  /**
   * Takes how a reload ended.
   *
   * @param failures what the log told, which has no secrets either
   * @return whether that is another state than before
   */
  boolean changed(List<ReloadFailure> failures) {
    String before = words;
    words = failures.isEmpty() ? "" : " Not reloaded: " + shortened(failures.getFirst());
    return !words.equals(before);
  }

  /** One line, as a line break would begin another message. */
  private static String shortened(ReloadFailure failure) {
    String line = String.valueOf(failure.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "… (more in the log)";
  }
}
