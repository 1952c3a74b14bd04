package io.axptoken.server.settings;

import java.util.List;
import java.util.Map;

/**
 * The keys of mode {@code apiKey}.
 *
 * @param keys the SHA-256 of each key in lower-case hexadecimal, by the name of who holds it
 */
public record ApiKeySettings(Map<String, List<String>> keys) {}
