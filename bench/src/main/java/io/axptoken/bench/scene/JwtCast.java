package io.axptoken.bench.scene;

import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.Requests;
import io.axptoken.bench.load.TokenRequests;
import io.axptoken.bench.subject.Setup;
import java.io.IOException;

/**
 * The server as deployed: TLS on both sides, users proven by bearer tokens, limits in force, JSON
 * logs, audit and metrics on. The tokens are made before anything is measured.
 */
final class JwtCast implements Cast {
  // Fewer than the verdicts that the server remembers, or so many that each is new when it comes.
  private static final int REMEMBERED = 5_000;
  private static final int FIRST_SEEN = 200_000;
  private static final int RSA_REMEMBERED = 2_000;

  private final TokenSigner signer;
  private final int users;

  private JwtCast(TokenSigner signer, int users) {
    this.signer = signer;
    this.users = users;
  }

  static Scene deployed() {
    return new PairScene(
        "deployed",
        "as deployed: TLS on both sides, ES256 tokens, limits, metrics, JSON logs, audit",
        new JwtCast(new Es256Signer(), REMEMBERED));
  }

  static Scene deployedWithRsa() {
    return new PairScene(
        "deployed-rs256",
        "as deployed, RS256 tokens",
        new JwtCast(new Rs256Signer(), RSA_REMEMBERED));
  }

  static Scene firstSeen() {
    return new PairScene(
        "deployed-first",
        "as deployed, each ES256 token seen for the first time",
        new JwtCast(new Es256Signer(), FIRST_SEEN));
  }

  @Override
  public Setup setup(Stage stage, Workspace scene) throws IOException {
    String settings =
        """
        identity:
          modes: [jwt]
          jwt: { issuer: bench-backend, audience: axp-token-server, publicKeyPaths: [%s] }
        logging: { format: json }
        audit: { enabled: true }
        metrics: { enabled: true }
        """
            .formatted(scene.write("backend.pem", signer.publicKeyPem()));
    return new Setup(
        ", allowedOrigins: [\"https://www.example.com\"]",
        settings + Setup.LIMITS,
        false,
        stage.certificate());
  }

  @Override
  public Requests requests(Stage stage, Workspace scene, Setup setup) throws IOException {
    stage.say("signing %,d users' tokens".formatted(users));
    return Requests.write(
        scene,
        "jwt",
        users,
        user -> TokenRequests.proven("Authorization: Bearer " + signer.token(user) + "\r\n"));
  }
}
