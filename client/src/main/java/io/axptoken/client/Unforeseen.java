package io.axptoken.client;

/**
 * A failure that there is not yet. It is never made: that nobody can name it has the compiler ask
 * for a {@code default} in each switch over failures, so that a new one breaks none of them.
 *
 * @param trace as any failure has it
 * @param kind as any failure has it
 */
record Unforeseen(Trace trace, Kind kind) implements PlatformFailure {}
