package io.axptoken.client;

import java.io.Serializable;

/**
 * One broken input rule.
 *
 * @param field the path of the field, such as {@code identifiers.emailAddresses[0]}
 * @param message what the rule is, for the caller; never the offending value
 */
public record Violation(String field, String message) implements Serializable {}
