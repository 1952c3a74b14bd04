package io.axptoken.server.observe;

/**
 * Who writes the log.
 *
 * @param name of the program
 * @param version of the program, such as {@code 1.2.0}
 */
record Service(String name, String version) {}
