package io.axptoken.spring;

/** The properties below {@code axp} make no integration; the message names what is wrong. */
public final class AxpConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AxpConfigurationException(String message) {
    super(message);
  }
}
