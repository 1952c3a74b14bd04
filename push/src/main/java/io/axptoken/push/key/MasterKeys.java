package io.axptoken.push.key;

import io.axptoken.push.settings.KeySettings;
import io.axptoken.service.config.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that service accounts are sealed with (AES-256-GCM): the current one seals, and former
 * ones still open. What is sealed for one configuration opens for no other. Immutable and safe for
 * use by many threads.
 */
public final class MasterKeys {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final List<Key> keys = new ArrayList<>();
  private final SecureRandom random = new SecureRandom();

  /** Those of the settings. */
  public MasterKeys(KeySettings settings) {
    keys.add(Key.of(settings.masterKey()));
    settings.previousMasterKeys().forEach(previous -> keys.add(Key.of(previous)));
  }

  private record Key(String id, SecretKeySpec secret) {
    static Key of(Secret text) {
      byte[] bytes = Base64.getDecoder().decode(text.reveal());
      return new Key(idOf(bytes), new SecretKeySpec(bytes, "AES"));
    }

    private static String idOf(byte[] bytes) {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        return HexFormat.of().formatHex(hash, 0, 8);
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("every Java platform has SHA-256", impossible);
      }
    }

    @Override
    public String toString() {
      return "Key[" + id + "]";
    }
  }

  /** Which key seals; it says nothing of the key. */
  public String currentId() {
    return keys.getFirst().id();
  }

  /** Seals a text for a configuration, with the current key. */
  public String seal(String configId, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, keys.getFirst(), configId, nonce, utf8(text));
    byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return Base64.getEncoder().encodeToString(all);
  }

  /**
   * Opens what was sealed.
   *
   * @throws CannotOpen if the key is none of these, or it was sealed for another configuration, or
   *     somebody changed it
   */
  public String open(String configId, String keyId, String sealed) {
    Key key =
        keys.stream()
            .filter(one -> one.id().equals(keyId))
            .findFirst()
            .orElseThrow(() -> new CannotOpen(configId, keyId));
    byte[] all = Base64.getDecoder().decode(sealed);
    try {
      byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
      byte[] text = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
      return new String(
          run(Cipher.DECRYPT_MODE, key, configId, nonce, text), StandardCharsets.UTF_8);
    } catch (IllegalStateException | IllegalArgumentException _) {
      throw new CannotOpen(configId, keyId);
    }
  }

  private static byte[] run(int mode, Key key, String configId, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(utf8(configId));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the cipher refuses", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A service account cannot be read with the keys at hand. */
  public static final class CannotOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotOpen(String configId, String keyId) {
      super(
          "The service account of configuration "
              + configId
              + " is encrypted with the master key "
              + keyId
              + ", which is not configured or does not fit: add that key to"
              + " keys.previousMasterKeys, or PUT the configuration anew.");
    }
  }
}
