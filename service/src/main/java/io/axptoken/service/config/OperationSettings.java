package io.axptoken.service.config;

import java.time.Duration;

/**
 * How a server changes and stops.
 *
 * @param reloadInterval how often the files that settings refer to are looked at; zero for never
 * @param shutdownGrace how long a server that is told to stop goes on serving, unready
 * @param shutdownTimeout how long it waits then for requests under way
 */
public record OperationSettings(
    Duration reloadInterval, Duration shutdownGrace, Duration shutdownTimeout) {}
