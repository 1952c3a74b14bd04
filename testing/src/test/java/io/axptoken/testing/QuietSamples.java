package io.axptoken.testing;

import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Tests that may say what they say; run by {@link LogGuardTest} alone. */
class QuietSamples {
  private static final Logger LOG = Logger.getLogger("io.axptoken.sample");

  @Test
  void speaksOfSecretsWithoutShowingThem() {
    LOG.info("Bearer authentication is needed");
    LOG.info("WWW-Authenticate: Bearer realm=\"tokens\", error=\"invalid_token\"");
    LOG.info("authorization: Bearer [REDACTED]");
    LOG.info("client_secret=[REDACTED]&grant_type=client_credentials");
    LOG.info("client_secret= is empty");
    LOG.info("-----BEGIN CERTIFICATE-----");
    LOG.info("a JWT starts with eyJ and has two dots");
  }
}
