package io.axptoken.service.http;

/**
 * One broken input rule.
 *
 * @param field the path of the field as the caller knows it, such as {@code names[0]}
 * @param message what the rule is, for the caller; never the offending value
 */
public record Violation(String field, String message) {}
