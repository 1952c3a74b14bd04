package io.axptoken.service.config.rules;

import io.axptoken.service.config.SignOff;
import java.util.List;

/**
 * What speaks against running a configuration where strangers can reach it.
 *
 * @param refusals why the server must not start; empty unless {@code server.production} is set
 * @param warnings what operators should know
 * @param accepted what they know, and signed off
 * @param unused what they signed off, though it is not to be found
 */
public record Judgement(
    List<Finding> refusals, List<Finding> warnings, List<Finding> accepted, List<SignOff> unused) {
  /** Nothing does. */
  public static final Judgement NONE = new Judgement(List.of(), List.of(), List.of(), List.of());

  /**
   * One finding.
   *
   * @param name stable, such as {@code any-origin}
   * @param message what is unsafe, in a sentence
   * @param remedy what to do, in a sentence
   */
  public record Finding(String name, String message, String remedy) {
    @Override
    public String toString() {
      return message + " " + remedy + " [" + name + "]";
    }
  }
}
