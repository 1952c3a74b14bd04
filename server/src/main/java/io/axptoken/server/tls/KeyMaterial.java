package io.axptoken.server.tls;

import io.axptoken.client.Secret;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

/**
 * What a TLS server needs: its chain, own certificate first, and the key that belongs to it.
 *
 * @param chain at least the server's own certificate
 * @param privateKey RSA, EC or Ed25519
 */
public record KeyMaterial(List<X509Certificate> chain, PrivateKey privateKey) {
  /**
   * Reads and checks both files.
   *
   * @param passPhrase empty when the key has none
   * @throws KeyMaterialException with one line that names the file, what is wrong and what to do
   */
  @SuppressWarnings("DoNotCallSuggester")
  public static KeyMaterial load(Path certificate, Path key, Secret passPhrase, Clock clock) {
    throw new KeyMaterialException("to be built");
  }
}
