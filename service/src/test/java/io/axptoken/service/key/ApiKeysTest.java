package io.axptoken.service.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {
  private static final String SHOP = "s3cr3t-shop";
  private static final String SHOP_NEXT = "s3cr3t-shop-next";
  private static final String BANK = "s3cr3t-bank";

  private static String hash(String key) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, List<String>> hashes() throws Exception {
    Map<String, List<String>> hashes = new LinkedHashMap<>();
    hashes.put("shop", List.of(hash(SHOP), hash(SHOP_NEXT)));
    hashes.put("bank", List.of(hash(BANK)));
    return hashes;
  }

  @Test
  void eachKeyBelongsToItsOwnerAndOneMayHaveSeveral() throws Exception {
    ApiKeys keys = new ApiKeys(hashes());

    assertThat(keys.owner(SHOP)).isEqualTo("shop");
    assertThat(keys.owner(SHOP_NEXT)).isEqualTo("shop");
    assertThat(keys.owner(BANK)).isEqualTo("bank");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "s3cr3t-sho", "s3cr3t-shopp", "S3CR3T-SHOP", "s3cr3t-shop ", "é"})
  void anythingElseIsNobodys(String key) throws Exception {
    assertThat(new ApiKeys(hashes()).owner(key)).isNull();
  }

  @Test
  void theHashIsNotTheKey() throws Exception {
    assertThat(new ApiKeys(hashes()).owner(hash(SHOP))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {SHOP, SHOP_NEXT, BANK, "s3cr3t-wrong", ""})
  void whateverIsPresentedIsComparedWithEveryKey(String key) throws Exception {
    AtomicInteger compares = new AtomicInteger();
    ApiKeys keys =
        new ApiKeys(
            hashes(),
            (known, given) -> {
              compares.incrementAndGet();
              return MessageDigest.isEqual(known, given);
            });
    keys.owner(key);

    assertThat(compares).hasValue(3);
  }
}
