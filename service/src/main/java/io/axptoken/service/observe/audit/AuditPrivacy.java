package io.axptoken.service.observe.audit;

import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.Secret;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * How people appear in the audit log: users as a keyed hash, which without the key is of no use for
 * trying out ids, and addresses as far as the settings allow. Safe for use by many threads.
 */
public final class AuditPrivacy {
  private static final String HMAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final int HASH_BYTES = 16;
  private static final int IPV4_BYTES = 4;
  private static final int IPV4_NETWORK = 3;
  private static final int IPV6_NETWORK = 6;

  private final AuditSettings.Addresses addresses;
  private final Mac keyed;

  public AuditPrivacy(AuditSettings settings) {
    this.addresses = settings.addresses();
    this.keyed = mac(settings.hashKey());
  }

  /** 128 bits in hexadecimal that stand for the user. */
  public String user(String userId) {
    byte[] hash = fresh().doFinal(userId.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
  }

  /** The address in its usual form, its network, or {@code null}; never the text as it came. */
  public @Nullable String address(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    if (bytes == null || addresses == AuditSettings.Addresses.NONE) {
      return null;
    }
    try {
      // An IPv6 address that is an IPv4 one in disguise comes out as that.
      byte[] canonical = InetAddress.getByAddress(bytes).getAddress();
      return addresses == AuditSettings.Addresses.FULL ? shown(canonical) : network(canonical);
    } catch (UnknownHostException impossible) {
      return null;
    }
  }

  private static String network(byte[] address) throws UnknownHostException {
    int kept = address.length == IPV4_BYTES ? IPV4_NETWORK : IPV6_NETWORK;
    byte[] network = Arrays.copyOf(Arrays.copyOf(address, kept), address.length);
    return shown(network) + "/" + kept * Byte.SIZE;
  }

  private static String shown(byte[] address) throws UnknownHostException {
    return NetUtil.toAddressString(InetAddress.getByAddress(address));
  }

  private Mac fresh() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException("the JDK's " + HMAC + " can be copied", impossible);
    }
  }

  private static Mac mac(Secret key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(keyBytes(key), HMAC));
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + HMAC, impossible);
    }
  }

  private static byte[] keyBytes(Secret key) {
    if (!key.isEmpty()) {
      return key.reveal().getBytes(StandardCharsets.UTF_8);
    }
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    return random;
  }
}
