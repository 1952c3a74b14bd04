package io.axptoken.service.observe.log;

/**
 * Who writes the log.
 *
 * @param name of the program
 * @param version of the program, such as {@code 1.2.0}
 */
public record ServiceIdentity(String name, String version) {}
