package io.axptoken.service.key;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The API keys there are, by their SHA-256. A presented key is compared with every one of them in
 * constant time, so that the time it takes tells nothing of which is near.
 */
public final class ApiKeys {
  private final List<String> owners = new ArrayList<>();
  private final List<byte[]> known = new ArrayList<>();
  private final BiPredicate<byte[], byte[]> equal;

  /** Takes the hashes in hexadecimal by the name of the caller they belong to. */
  public ApiKeys(Map<String, List<String>> hashesByName) {
    this(hashesByName, MessageDigest::isEqual);
  }

  ApiKeys(Map<String, List<String>> hashesByName, BiPredicate<byte[], byte[]> equal) {
    this.equal = equal;
    hashesByName.forEach((name, hashes) ->
        hashes.forEach(hex -> {
          owners.add(name);
          known.add(HexFormat.of().parseHex(hex));
        }));
  }

  /** The name of the caller whose key this is, or {@code null} if it is nobody's. */
  public @Nullable String owner(String key) {
    byte[] hash = NewApiKey.sha256(key);
    String owner = null;
    for (int i = 0; i < known.size(); i++) {
      if (equal.test(known.get(i), hash)) {
        owner = owners.get(i);
      }
    }
    return owner;
  }
}
