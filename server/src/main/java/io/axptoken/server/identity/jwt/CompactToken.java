package io.axptoken.server.identity.jwt;

import io.axptoken.server.identity.jwt.keys.StrictJson;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A signed token in its compact form (RFC 7515, 3.1), taken apart and nothing more: what it says is
 * not proven yet. It holds customer data, so it does not print it.
 *
 * @param signingInput what the signature is over, as it came
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; lives for one verification.
record CompactToken(
    Map<String, Object> header, Map<String, Object> claims, String signingInput, byte[] signature) {
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final int PARTS = 3;
  private static final int PARTS_OF_ENCRYPTED = 5;

  /**
   * Takes a token apart.
   *
   * @param padding whether its parts may end in {@code =}, against the RFC
   */
  static CompactToken parse(String text, boolean padding) throws BadToken {
    String[] parts = text.split("\\.", -1);
    if (parts.length == PARTS_OF_ENCRYPTED) {
      throw new BadToken("The token is encrypted; send one that is signed only.");
    }
    if (parts.length != PARTS) {
      throw new BadToken("The token is not a JWT of three parts.");
    }
    if (parts[2].isEmpty()) {
      throw new BadToken("The token is not signed.");
    }
    return new CompactToken(
        object(parts[0], padding),
        object(parts[1], padding),
        text.substring(0, text.lastIndexOf('.')),
        decoded(parts[2], padding));
  }

  /** A text of the header, or {@code null} without it. */
  @Nullable String headerText(String name) throws BadToken {
    return text(header, name, "header parameter ");
  }

  /** A text among the claims, or {@code null} without it. */
  @Nullable String claimText(String name) throws BadToken {
    return text(claims, name, "claim ");
  }

  private static @Nullable String text(Map<String, Object> object, String name, String what)
      throws BadToken {
    return switch (object.get(name)) {
      case null -> null;
      case String text -> text;
      default -> throw new BadToken("The token's " + what + name + " is not a text.");
    };
  }

  private static Map<String, Object> object(String part, boolean padding) throws BadToken {
    try {
      return StrictJson.object(decoded(part, padding));
    } catch (IOException _) {
      throw new BadToken(
          "The token does not hold well-formed JSON objects without duplicate members.");
    }
  }

  /** Strict: one token has one spelling, so that no text but the signed one passes. */
  static byte[] decoded(String part, boolean padding) throws BadToken {
    String bare = padding ? withoutPadding(part) : part;
    try {
      byte[] bytes = DECODER.decode(bare);
      if (ENCODER.encodeToString(bytes).equals(bare)) {
        return bytes;
      }
    } catch (IllegalArgumentException _) {
      // Told below, together with spellings that the decoder takes.
    }
    throw new BadToken("The token is not encoded in base64url.");
  }

  private static String withoutPadding(String part) {
    int end = part.length();
    while (end > 0 && end > part.length() - 2 && part.charAt(end - 1) == '=') {
      end--;
    }
    return part.substring(0, end);
  }

  @Override
  public String toString() {
    return "CompactToken[REDACTED]";
  }
}
