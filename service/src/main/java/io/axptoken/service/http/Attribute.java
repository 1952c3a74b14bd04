package io.axptoken.service.http;

/**
 * The name under which a filter leaves something for those behind it; two are never the same.
 *
 * @param <T> what is left there
 */
@SuppressWarnings("UnusedTypeParameter") // The parameter is for the compiler alone.
public final class Attribute<T> {}
