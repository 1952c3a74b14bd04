package io.axptoken.service.http;

import java.util.Locale;

/** A kind of error answer: a type URI of RFC 9457, its status and its title. */
public interface ProblemType {
  /** What all type URIs begin with. */
  String BASE = "https://axptoken.io/problems/";

  /** The constant's name; the slug is made of it. */
  String name();

  /** The HTTP status, from 400 on. */
  int status();

  /** What it is, in a few words. */
  String title();

  /** The last part of the type URI, such as {@code not-found}. */
  default String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type URI. */
  default String type() {
    return BASE + slug();
  }

  /** Whether it is a matter of this server or of what it needs, and of no caller. */
  default boolean isOurs() {
    return status() >= 500;
  }
}
