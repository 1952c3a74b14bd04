package io.axptoken.service.tls;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A PEM text in today's plain form: blocks of Base64 and no more (RFC 7468, section 3), as nearly
 * every file is. Certificates and keys in it are read by the JDK alone. The library that knows all
 * other forms is in signed jars: the JVM checks them before it takes the first class, a tenth of a
 * second at each start.
 */
final class PlainPem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([^-]+)-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");
  private static final List<String> CURVES = List.of("secp256r1", "secp384r1", "secp521r1");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");

  private final List<Block> blocks;

  private PlainPem(List<Block> blocks) {
    this.blocks = blocks;
  }

  /** The blocks of this text; none of them if there is one in another form. */
  static PlainPem of(String text) {
    List<Block> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    try {
      while (block.find()) {
        byte[] bytes = Base64.getDecoder().decode(block.group(2).replaceAll("\\s", ""));
        blocks.add(new Block(block.group(1), bytes));
      }
    } catch (IllegalArgumentException damaged) {
      return new PlainPem(List.of());
    }
    long begun = text.lines().filter(line -> line.startsWith("-----BEGIN ")).count();
    return new PlainPem(blocks.size() == begun ? blocks : List.of());
  }

  /** Its certificates, in order; empty if there is none, or one of another kind than usual. */
  List<byte[]> certificates() {
    List<Block> all = labelled("CERTIFICATE").toList();
    return all.stream().allMatch(block -> block.label.equals("CERTIFICATE"))
        ? all.stream().map(block -> block.bytes).toList()
        : List.of();
  }

  /** Its private key, if it has one alone, in PKCS#8 without a pass phrase, that the JDK takes. */
  Optional<PrivateKey> privateKey() {
    List<Block> keys = labelled("PRIVATE KEY").toList();
    return keys.size() == 1 && keys.getFirst().label.equals("PRIVATE KEY")
        ? ALGORITHMS.stream()
            .flatMap(name -> key(name, keys.getFirst()))
            .filter(key -> !(key instanceof ECKey ec) || isUsual(ec.getParams()))
            .findFirst()
        : Optional.empty();
  }

  private Stream<Block> labelled(String end) {
    return blocks.stream().filter(block -> block.label.endsWith(end));
  }

  private static Stream<PrivateKey> key(String algorithm, Block block) {
    try {
      var encoded = new PKCS8EncodedKeySpec(block.bytes);
      return Stream.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
    } catch (GeneralSecurityException ofAnotherKind) {
      return Stream.empty();
    }
  }

  private static boolean isUsual(ECParameterSpec params) {
    return CURVES.stream().map(PlainPem::curve).anyMatch(params.getCurve()::equals);
  }

  private static EllipticCurve curve(String name) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(name));
      return parameters.getParameterSpec(ECParameterSpec.class).getCurve();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java has the curve " + name, missing);
    }
  }

  private static final class Block {
    private final String label;
    private final byte[] bytes;

    private Block(String label, byte[] bytes) {
      this.label = label;
      this.bytes = bytes;
    }
  }
}
