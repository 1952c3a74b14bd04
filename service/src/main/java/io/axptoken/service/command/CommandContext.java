package io.axptoken.service.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command gets from the process it runs in.
 *
 * @param environment the environment variables
 * @param out standard output
 * @param err standard error: what went wrong
 * @param home the folder of the installation, or {@code null} when there is none
 * @param clock tells whether certificates are in date
 * @param terminal whether a person looks at the output; asked only by commands that care
 */
public record CommandContext(
    Map<String, String> environment,
    PrintStream out,
    PrintStream err,
    @Nullable Path home,
    Clock clock,
    BooleanSupplier terminal) {}
