package io.axptoken.service.config;

/**
 * Section {@code metrics}.
 *
 * @param enabled whether they are shown on the management listener
 */
public record MetricsSettings(boolean enabled) {}
