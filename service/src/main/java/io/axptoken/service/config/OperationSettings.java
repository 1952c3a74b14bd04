package io.axptoken.service.config;

import java.time.Duration;

/**
 * How a server starts, changes and stops.
 *
 * @param warmUp how long it may rehearse before it takes requests; zero for not at all
 * @param reloadInterval how often the files that settings refer to are looked at; zero for never
 * @param shutdownGrace how long a server that is told to stop goes on serving, unready
 * @param shutdownTimeout how long it waits then for requests under way
 */
public record OperationSettings(
    Duration warmUp, Duration reloadInterval, Duration shutdownGrace, Duration shutdownTimeout) {}
