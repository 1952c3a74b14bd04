package io.axptoken.push.edge;

import io.axptoken.push.fcm.TokenHosts;
import io.axptoken.push.key.MasterKeys;
import io.axptoken.push.observe.PushMetrics;
import io.axptoken.push.store.Arrival;
import io.axptoken.push.store.Configs;
import io.axptoken.push.store.Devices;
import io.axptoken.service.limit.LimitBuckets;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What the routes stand on.
 *
 * @param keeper keeps an event; the stage ends when it is kept
 */
public record EdgeParts(
    Configs configs,
    Devices devices,
    Function<Arrival, CompletionStage<Void>> keeper,
    MasterKeys keys,
    TokenHosts hosts,
    PushMetrics metrics,
    LimitBuckets buckets) {}
