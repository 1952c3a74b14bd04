package io.axptoken.server.rehearsal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.axptoken.server.settings.IdentitySettings.Mode;
import io.axptoken.service.config.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;

/**
 * What the callers of a rehearsal ask: for tokens of one user after another, now and then for the
 * configuration, and sometimes in a way that is refused.
 *
 * @param mode how the users prove who they are
 * @param secret signs their proofs
 */
record Requests(Mode mode, Secret secret, Clock clock) {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int SELDOM = 16;

  /** The request of that number. */
  byte[] request(int number) {
    return switch (number % SELDOM) {
      case 1 -> bytes("GET /config HTTP/1.1\r\nHost: localhost\r\n\r\n");
      case 2 -> post("", "{\"userId\": }");
      default -> token("rehearsal-" + number);
    };
  }

  private byte[] token(String user) {
    String body =
        "{\"userId\":\"%s\",\"userName\":\"A User\",\"verified\":true,\"userIdentifiers\":{}}"
            .formatted(user);
    return switch (mode) {
      case JWT -> post("Authorization: Bearer " + proof(user) + "\r\n", body);
      case GUEST -> post("", "{}");
      case GATEWAY, API_KEY, CLAIMED -> post("", body);
    };
  }

  private static byte[] post(String headers, String body) {
    return bytes(
        "POST /token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Origin: https://www.example.com\r\nContent-Length: "
            + body.length()
            + "\r\n"
            + headers
            + "\r\n"
            + body);
  }

  private String proof(String user) {
    try {
      JWTClaimsSet claims =
          new JWTClaimsSet.Builder()
              .issuer(StageSettings.ISSUER)
              .subject(user)
              .expirationTime(Date.from(clock.instant().plus(LIFE)))
              .build();
      var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      jwt.sign(new MACSigner(secret.reveal()));
      return jwt.serialize();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("The secret is long enough.", impossible);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
