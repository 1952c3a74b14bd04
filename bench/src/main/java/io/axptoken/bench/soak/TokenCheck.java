package io.axptoken.bench.soak;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a token is one of the platform's, and of the user that it was asked for. */
final class TokenCheck {
  private static final String PREFIX = "jwt.";
  private static final JsonFactory JSON = new JsonFactory();

  private final List<PublicKey> keys;

  private TokenCheck(List<PublicKey> keys) {
    this.keys = keys;
  }

  /** By the keys of this JWK set (RFC 7517). */
  static TokenCheck by(String jwkSet) throws IOException {
    List<PublicKey> keys = new ArrayList<>();
    try (JsonParser json = JSON.createParser(jwkSet)) {
      boolean isSet = json.nextToken() == JsonToken.START_OBJECT;
      while (isSet && json.nextToken() != null) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
          keys.add(key(texts(json)));
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("The platform's keys cannot be read", e);
    }
    return new TokenCheck(keys);
  }

  /** True for an answer that holds a token for this user, signed by the platform. */
  boolean isFor(String user, String answer) {
    try {
      String token = texts(answer).getOrDefault("jwtToken", "");
      String[] parts = token.replaceFirst("^" + PREFIX, "").split("\\.", -1);
      return token.startsWith(PREFIX)
          && parts.length == 3
          && isSigned(parts[0] + '.' + parts[1], decode(parts[2]))
          && user.equals(texts(new String(decode(parts[1]), StandardCharsets.UTF_8)).get("sub"));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private boolean isSigned(String text, byte[] signature) throws GeneralSecurityException {
    for (PublicKey key : keys) {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key);
      verifier.update(text.getBytes(StandardCharsets.US_ASCII));
      if (verifier.verify(signature)) {
        return true;
      }
    }
    return false;
  }

  private static PublicKey key(Map<String, String> jwk) throws GeneralSecurityException {
    BigInteger modulus = new BigInteger(1, decode(jwk.getOrDefault("n", "")));
    BigInteger exponent = new BigInteger(1, decode(jwk.getOrDefault("e", "")));
    return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
  }

  private static Map<String, String> texts(String object) throws IOException {
    try (JsonParser json = JSON.createParser(object)) {
      json.nextToken();
      return texts(json);
    }
  }

  /** The fields with text of the object that begins here. */
  private static Map<String, String> texts(JsonParser json) throws IOException {
    Map<String, String> texts = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (json.nextToken() == JsonToken.VALUE_STRING) {
        texts.put(name, json.getText());
      } else {
        json.skipChildren();
      }
    }
    return texts;
  }

  private static byte[] decode(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }
}
