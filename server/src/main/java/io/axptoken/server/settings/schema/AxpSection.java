package io.axptoken.server.settings.schema;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Property.required;
import static io.axptoken.service.config.schema.Protection.Unguarded.CHECKS_NOTHING;

import io.axptoken.client.PlatformConfig.AuthPath;
import io.axptoken.server.settings.AxpSettings;
import io.axptoken.server.settings.AxpSettings.Platform;
import io.axptoken.service.config.Secret;
import io.axptoken.service.config.schema.Property;
import io.axptoken.service.config.schema.Protection;
import io.axptoken.service.config.schema.Section;
import io.axptoken.service.config.schema.Values;
import io.axptoken.service.config.type.Choice;
import io.axptoken.service.config.type.FileType;
import io.axptoken.service.config.type.Types;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Section {@code axp}: its settings, and the record they make. */
public final class AxpSection {
  public static final Property<Platform> PLATFORM =
      optional(
          "axp.platform",
          Choice.of(Platform.class),
          "axp",
          Protection.ownStaysOwn(),
          "Which platform issues the tokens: the Avaya Experience Platform or Avaya Infinity.");
  public static final Property<PlatformHost> HOST_NAME =
      required(
          "axp.hostName",
          PlatformHost.TYPE,
          Protection.ownStaysOwn(),
          "Host of the platform, such as na.api.avayacloud.com; handed to the clients as it"
              + " stands. Plain http is accepted only for a platform on this machine.");
  static final Property<Optional<Path>> CA_CERTIFICATE =
      optional(
          "axp.caCertificatePath",
          FileType.READABLE,
          "",
          Protection.ownStaysOwn(),
          "PEM file with certificates to trust besides the usual ones when calling the platform.");
  public static final Property<String> ACCOUNT_ID =
      required("axp.accountId", Types.ACCOUNT_ID, Protection.ownStaysOwn(), "Account id.");
  public static final Property<String> INTEGRATION_ID =
      required(
          "axp.integrationId",
          Types.UUID,
          Protection.ownStaysOwn(),
          "Integration id; handed to the clients.");
  public static final Property<String> CLIENT_ID =
      required(
          "axp.clientId",
          Types.HEADER_TEXT,
          Protection.ownStaysOwn(),
          "OAuth client for the platform's APIs.");
  public static final Property<Secret> CLIENT_SECRET =
      required(
          "axp.clientSecret",
          Types.SECRET,
          Protection.ownStaysOwn(),
          "Secret of that OAuth client.");
  public static final Property<String> APP_KEY =
      optional(
          "axp.appKey",
          Types.HEADER_TEXT,
          "",
          Protection.ownStaysOwn(),
          "Application key; sent with every call to AXP, which requires it, and handed to the"
              + " clients. Infinity has none.");
  public static final Property<AuthPath> AUTH_PATH =
      optional(
          "axp.authPath",
          Choice.of(AuthPath.class),
          "current",
          Protection.none(CHECKS_NOTHING),
          "Where AXP gives the account access tokens: legacy for older accounts, under"
              + " /auth/realms and without the application key.");
  public static final Property<Duration> JWT_VALIDITY_INTERVAL =
      optional(
          "axp.jwtValidityInterval",
          Types.minutes(15, 60),
          "30",
          Protection.noMore(),
          "How many minutes an end user's token lives. Infinity decides that itself: 10 minutes"
              + " today.");
  static final Property<String> CALLING_REMOTE_ADDRESS =
      optional(
          "axp.callingRemoteAddress",
          Types.TEXT,
          "",
          Protection.none(CHECKS_NOTHING),
          "Phone number for voice calls; handed to the clients.");
  static final Property<String> FCM_CONNECTOR_BASE_URL =
      optional(
          "axp.fcmConnectorBaseUrl",
          Types.TEXT,
          "",
          Protection.none(CHECKS_NOTHING),
          "Base URL of the push connector; handed to the clients.");
  static final Property<String> CONFIG_ID =
      optional(
          "axp.configId",
          Types.TEXT,
          "",
          Protection.none(CHECKS_NOTHING),
          "Id of the push notification configuration; handed to the clients.");

  public static final Section SECTION =
      new Section(
          "axp",
          "The platform, and what is handed to the clients.",
          all(
              PLATFORM,
              HOST_NAME,
              CA_CERTIFICATE,
              ACCOUNT_ID,
              INTEGRATION_ID,
              CLIENT_ID,
              CLIENT_SECRET,
              APP_KEY,
              AUTH_PATH,
              JWT_VALIDITY_INTERVAL,
              CALLING_REMOTE_ADDRESS,
              FCM_CONNECTOR_BASE_URL,
              CONFIG_ID));

  private static List<Property<?>> all(Property<?>... own) {
    return Stream.concat(Stream.of(own), ReachSection.PROPERTIES.stream()).toList();
  }

  private AxpSection() {}

  static AxpSettings settings(Values values) {
    return new AxpSettings(
        values.get(PLATFORM),
        values.get(HOST_NAME).configured(),
        values.get(HOST_NAME).baseUri(),
        values.get(CA_CERTIFICATE).orElse(null),
        values.get(ACCOUNT_ID),
        values.get(INTEGRATION_ID),
        values.get(CLIENT_ID),
        values.get(CLIENT_SECRET),
        values.get(APP_KEY),
        values.get(AUTH_PATH),
        values.get(JWT_VALIDITY_INTERVAL),
        values.get(CALLING_REMOTE_ADDRESS),
        values.get(FCM_CONNECTOR_BASE_URL),
        values.get(CONFIG_ID),
        ReachSection.proxy(values),
        ReachSection.resilience(values));
  }
}
