package io.axptoken.server.settings;

/**
 * A configuration with all that can protect, in the server and in a named integration. Where a file
 * must be, it is the configuration's own.
 */
final class Whole {
  private static final String KEY = "s3cr3t-0123456789-0123456789-0123456789";
  private static final String HASH = "0f".repeat(32);

  /** What an integration may have, strictly. */
  private static final String STRICT =
      """
      identity:
        modes: [jwt, gateway, apiKey, guest]
        jwt:
          issuer: backend
          jwksUri: https://idp.example/keys
          publicKeyPaths: [token-server.yaml]
          secrets: [KEY]
          caCertificatePath: token-server.yaml
          audience: [tokens]
          algorithms: [HS512, ES256]
          clockSkew: 5
          authorizedParties:
            - shop
          type: at+jwt
          claims: { userId: oid, emailAddresses: "" }
          scopes:
            - tokens:write
            - tokens:read
        gateway:
          preset: alb
          headers: { userId: x-user }
          payloadHeader: x-payload
          claims: { userId: oid }
          issuer: https://login.example
          audience: [gate]
          signers: ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/one/0123456789abcdef"]
          keysUrl: https://keys.example/alb
        apiKey:
          keys: { crm: HASH }
        guest:
          secrets: [KEY]
          maxAge: 7d
        pseudonymize: KEY
      limits:
        perAddress: 10/min
        perUser: 5/min
        burst: 3
      """
          .replace("KEY", KEY + "-0123456789-0123456789-0123456789")
          .replace("HASH", HASH);

  private static final String PLATFORM =
      """
      hostName: na.api.avayacloud.com
      accountId: ABCDEF
      integrationId: 3f2504e0-4f89-41d3-9a0c-0305e82c3301
      clientId: client
      clientSecret: s3cr3t-client
      appKey: app-key
      jwtValidityInterval: 15
      """;

  static final String ID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

  /** A platform, and nothing else. */
  static final String AXP = "axp:\n" + indented(1, PLATFORM);

  /** One that is not served itself. */
  static final String AXP_WITHOUT_INTEGRATION = AXP.replace("  integrationId: " + ID + "\n", "");

  /** The server's part, then an integration that is looser, and last one that is strict. */
  static final String YAML =
      """
      server:
        production: true
        ssl: true
        sslCertificatePath: token-server.yaml
        sslPrivateKeyPath: token-server.yaml
        trustedProxies: [10.1.0.0/16]
        allowedOrigins: ["https://www.example"]
      audit:
        enabled: true
        addresses: none
        hashKey: KEY
      """
              .replace("KEY", KEY)
          + AXP
          + "limits: { perAddress: 100/min, perUser: 15/min, burst: 10 }\n"
          + "identity:\n"
          + "  modes: [guest]\n"
          + "  guest: { secrets: ["
          + KEY
          + "] }\n"
          + "integrations:\n"
          + "  inheriting:\n"
          + "    integrationId: 3f2504e0-4f89-41d3-9a0c-0305e82c3302\n"
          + "  strict:\n"
          + indented(2, PLATFORM.replace("3301", "3303").replace("ABCDEF", "BCDEFG"))
          + "    platform: axp\n"
          + "    caCertificatePath: token-server.yaml\n"
          + "    allowedOrigins: [\"https://shop.example\"]\n"
          + indented(2, STRICT);

  private Whole() {}

  private static String indented(int depth, String yaml) {
    return yaml.indent(depth * 2);
  }
}
