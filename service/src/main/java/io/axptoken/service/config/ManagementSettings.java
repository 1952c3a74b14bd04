package io.axptoken.service.config;

/**
 * Section {@code management}: the listener for probes.
 *
 * @param host the address to listen on
 * @param port 0 to 65535; 0 lets the system choose
 */
public record ManagementSettings(String host, int port) {}
