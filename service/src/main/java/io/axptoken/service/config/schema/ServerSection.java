package io.axptoken.service.config.schema;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Protection.Unguarded.CHECKS_NOTHING;
import static io.axptoken.service.config.schema.Protection.Unguarded.IS_EXCHANGED;
import static io.axptoken.service.config.schema.Protection.Unguarded.NEEDS_RESTART;

import io.axptoken.service.config.OperationSettings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.ServerSettings;
import io.axptoken.service.config.SignOff;
import io.axptoken.service.config.type.AddressRange;
import io.axptoken.service.config.type.AllowedOrigins;
import io.axptoken.service.config.type.FileType;
import io.axptoken.service.config.type.Hosts;
import io.axptoken.service.config.type.Seconds;
import io.axptoken.service.config.type.Types;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Section {@code server}: its settings, and the record they make. */
public final class ServerSection {
  public static final Property<Integer> PORT =
      optional(
          "server.port",
          Types.PORT,
          "3000",
          Protection.none(NEEDS_RESTART),
          "Port to listen on; 0 lets the system choose.");
  static final Property<String> HOST =
      optional(
          "server.host",
          Hosts.LISTEN_ADDRESS,
          "0.0.0.0",
          Protection.none(NEEDS_RESTART),
          "Address to listen on; 0.0.0.0 means every IPv4 network of the machine.");
  public static final Property<List<String>> ALLOWED_ORIGINS =
      optional(
          "server.allowedOrigins",
          AllowedOrigins.TYPE,
          AllowedOrigins.ANY,
          Protection.entriesWithin(AllowedOrigins::areWithin)
              .withNewcomersNotSo(AllowedOrigins::areAny),
          "Origins whose pages may call the server; * means any page on the internet, an empty"
              + " list none but the server's own. Without TLS or a trusted proxy, pages are its own"
              + " only under localhost, an IP address or server.host: list any other name.");
  public static final Property<Boolean> SSL =
      optional(
          "server.ssl",
          Types.SWITCH,
          "false",
          Protection.never(false),
          "true serves HTTPS, false plain HTTP.");
  public static final Property<Optional<Path>> SSL_CERTIFICATE =
      optional(
          "server.sslCertificatePath",
          FileType.PATH,
          "",
          Protection.none(IS_EXCHANGED),
          "PEM file with the certificate and its chain; required when ssl is true.");
  public static final Property<Optional<Path>> SSL_PRIVATE_KEY =
      optional(
          "server.sslPrivateKeyPath",
          FileType.PRIVATE_KEY,
          "",
          Protection.none(IS_EXCHANGED),
          "PEM file with the private key; required when ssl is true.");
  static final Property<Secret> SSL_PASS_PHRASE =
      optional(
          "server.sslPassPhrase",
          Types.PASS_PHRASE,
          "",
          Protection.none(IS_EXCHANGED),
          "Passphrase of the private key, when it is encrypted.");
  public static final Property<List<String>> TRUSTED_PROXIES =
      optional(
          "server.trustedProxies",
          AddressRange.LIST,
          "",
          Protection.entriesWithin(AddressRange::areWithin),
          "Addresses of proxies whose Forwarded and X-Forwarded-For headers are believed.");
  static final Property<Boolean> PRODUCTION =
      optional(
          "server.production",
          Types.SWITCH,
          "false",
          Protection.never(false),
          "true makes unsafe settings refuse to start instead of only warning.");
  public static final Property<List<SignOff>> ACCEPTED =
      optional(
          "server.accepted",
          SignOffType.LIST,
          "",
          Protection.none(CHECKS_NOTHING),
          "Rules of the readiness check that you know to be broken, and take upon yourself; see"
              + " docs/readiness.md.");
  static final Property<Duration> RELOAD_INTERVAL =
      optional(
          "server.reloadInterval",
          Seconds.between(0, 3600),
          "10s",
          Protection.none(CHECKS_NOTHING),
          "How often certificates, keys and files of secrets are looked at, to use them anew when"
              + " they have changed; 0s for never. A SIGHUP has them looked at in any case.");
  static final Property<Duration> SHUTDOWN_GRACE =
      optional(
          "server.shutdownGrace",
          Seconds.between(0, 300),
          "0s",
          Protection.none(CHECKS_NOTHING),
          "How long a server that is told to stop goes on serving while it is unready: as long as"
              + " load balancers take to notice, 5s to 10s.");
  static final Property<Duration> SHUTDOWN_TIMEOUT =
      optional(
          "server.shutdownTimeout",
          Seconds.between(1, 300),
          "10s",
          Protection.none(CHECKS_NOTHING),
          "How long a server that has stopped taking requests waits for those under way.");

  private static final List<Property<?>> PROPERTIES =
      List.of(
          PORT,
          HOST,
          ALLOWED_ORIGINS,
          SSL,
          SSL_CERTIFICATE,
          SSL_PRIVATE_KEY,
          SSL_PASS_PHRASE,
          TRUSTED_PROXIES,
          PRODUCTION,
          ACCEPTED,
          RELOAD_INTERVAL,
          SHUTDOWN_GRACE,
          SHUTDOWN_TIMEOUT);

  private ServerSection() {}

  /** The section, with what a program adds to it. */
  public static Section with(Property<?>... more) {
    return new Section(
        "server",
        "The public listener.",
        Stream.concat(PROPERTIES.stream(), Stream.of(more)).toList());
  }

  /** The section of a program that listens on another port by default. */
  static Section on(int port) {
    Property<Integer> listening = PORT.or(Integer.toString(port));
    return new Section(
        "server",
        "The public listener.",
        PROPERTIES.stream().<Property<?>>map(one -> one.equals(PORT) ? listening : one).toList());
  }

  /** Certificate and key are dropped when they are not used: who has them serves HTTPS. */
  public static ServerSettings settings(Values values) {
    boolean ssl = values.get(SSL);
    return new ServerSettings(
        values.get(PORT),
        values.get(HOST),
        values.get(ALLOWED_ORIGINS),
        ssl,
        values.get(SSL_CERTIFICATE).filter(_ -> ssl).orElse(null),
        values.get(SSL_PRIVATE_KEY).filter(_ -> ssl).orElse(null),
        values.get(SSL_PASS_PHRASE),
        values.get(TRUSTED_PROXIES),
        values.get(PRODUCTION),
        values.get(ACCEPTED),
        new OperationSettings(
            values.get(RELOAD_INTERVAL), values.get(SHUTDOWN_GRACE), values.get(SHUTDOWN_TIMEOUT)));
  }
}
