package io.axptoken.sandbox.platform;

import io.axptoken.sandbox.token.EndUserTokens;
import io.axptoken.sandbox.token.TokenSigner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What all endpoints issue and judge tokens by.
 *
 * @param signer signs and verifies
 * @param clock tells the time
 * @param accessTokenLifetime how long an access token issued now lives
 * @param generation the generation of an access token issued now
 * @param accepted whether access tokens of a generation are not revoked
 * @param endUserTokens numbers end users' tokens
 * @param clients knows who proves to be a client
 */
public record Issuing(
    TokenSigner signer,
    InstantSource clock,
    Supplier<Duration> accessTokenLifetime,
    LongSupplier generation,
    LongPredicate accepted,
    EndUserTokens endUserTokens,
    ClientCheck clients) {}
