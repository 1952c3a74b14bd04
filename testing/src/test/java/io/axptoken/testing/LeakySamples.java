package io.axptoken.testing;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Tests that each show something they must not; run by {@link LogGuardTest} alone. */
class LeakySamples {
  private static final Logger LOG = Logger.getLogger("io.axptoken.sample");
  private static final Logger BLOCKED =
      Logger.getLogger("io.vertx.core.impl.btc.BlockedThreadChecker");

  @Test
  void logsJwt() {
    LOG.info("token eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln came");
  }

  @Test
  void logsJwtOfTheOlderForm() {
    LOG.info("token jwt.eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln came");
  }

  @Test
  void logsBearerToken() {
    LOG.warning("authorization: Bearer abc123def456");
  }

  @Test
  void printsClientSecret() {
    System.out.println("grant_type=client_credentials&client_secret=abc123&x=y");
  }

  @Test
  void printsMarkerInAnException() {
    new IllegalStateException("of s3cr3t-value").printStackTrace();
  }

  @Test
  void printsPrivateKey() {
    System.err.println("-----BEGIN ENCRYPTED PRIVATE KEY-----");
  }

  @Test
  void isToldOfABlockedThread() {
    BLOCKED.warning("Thread Thread[loop-0,5,main] has been blocked for 3000 ms, limit is 2000 ms");
  }

  @Test
  void logsAtFine() {
    LOG.fine("the s3cr3t");
  }

  @Test
  void printsByteByByte() {
    for (char c : "a s3cr3t\n".toCharArray()) {
      System.out.write(c);
    }
  }

  @Test
  void logsACustomersName() {
    LOG.info("no token for Cust0mer-Name <cust0mer@example.com>");
  }

  @Test
  void leavesAnExceptionToVertx() {
    LOG.log(Level.SEVERE, "Unhandled exception", new IllegalStateException("nobody cared"));
  }
}
