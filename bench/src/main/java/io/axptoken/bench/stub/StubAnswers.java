package io.axptoken.bench.stub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;

/**
 * The platform's answers, made once: as long and as shaped as real ones, with a signature that is
 * only noise, so that the stub costs next to nothing. The tokens expire after half a day.
 */
final class StubAnswers {
  private static final Duration LIFE = Duration.ofHours(12);
  private static final int SIGNATURE_BYTES = 256;
  private static final String HEADER =
      "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"bench-stub-2f6c1d0e9b7a4c35\"}";

  private final ByteBuffer accessToken;
  private final ByteBuffer endUserToken;
  private final ByteBuffer notFound = answer("404 Not Found", "{\"status\":404}");

  StubAnswers(Instant now) {
    String access = unsigned(accessClaims(now));
    accessToken =
        answer(
            "200 OK",
            """
            {"access_token":"%s","expires_in":900,"refresh_expires_in":0,"token_type":"Bearer",\
            "not-before-policy":0,"scope":"email profile"}\
            """
                .formatted(access));
    endUserToken =
        answer("201 Created", "{\"jwtToken\":\"jwt.%s\"}".formatted(unsigned(userClaims(now))));
  }

  ByteBuffer accessToken() {
    return accessToken.duplicate();
  }

  ByteBuffer endUserToken() {
    return endUserToken.duplicate();
  }

  ByteBuffer notFound() {
    return notFound.duplicate();
  }

  static ByteBuffer answer(String status, String json) {
    String message =
        """
        HTTP/1.1 %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        av-log-id: bench-stub\r
        \r
        %s\
        """
            .formatted(status, json.length(), json);
    byte[] bytes = message.getBytes(ISO_8859_1);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  private static String userClaims(Instant now) {
    return """
    {"iss":"https://bench-stub.invalid/digital/chat","sub":"user-000000",\
    "integrationId":"00000000-0000-4000-8000-00000000be9c","accountId":"BENCHX",\
    "iat":%d,"exp":%d,"jti":"0f8fad5b-d9cb-469f-a165-70867728950e"}\
    """
        .formatted(now.getEpochSecond(), now.plus(LIFE).getEpochSecond());
  }

  private static String accessClaims(Instant now) {
    return """
    {"iss":"https://bench-stub.invalid/auth/realms/BENCHX","sub":"service-account-bench",\
    "typ":"Bearer","azp":"bench","iat":%d,"exp":%d,"scope":"email profile",\
    "realm_access":{"roles":["default-roles-benchx","offline_access","uma_authorization"]},\
    "resource_access":{"account":{"roles":["manage-account","view-profile"]}},\
    "preferred_username":"service-account-bench","email_verified":false}\
    """
        .formatted(now.getEpochSecond(), now.plus(LIFE).getEpochSecond());
  }

  private static String unsigned(String claims) {
    byte[] noise = new byte[SIGNATURE_BYTES];
    new Random(1).nextBytes(noise);
    return base64(HEADER.getBytes(ISO_8859_1))
        + "."
        + base64(claims.getBytes(ISO_8859_1))
        + "."
        + base64(noise);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
