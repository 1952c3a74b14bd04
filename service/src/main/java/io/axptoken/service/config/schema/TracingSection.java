package io.axptoken.service.config.schema;

import static io.axptoken.service.config.schema.Property.optional;
import static io.axptoken.service.config.schema.Protection.Unguarded.IS_EXCHANGED;
import static io.axptoken.service.config.schema.Protection.Unguarded.NEEDS_RESTART;

import io.axptoken.service.config.Secret;
import io.axptoken.service.config.TracingSettings;
import io.axptoken.service.config.type.InvalidValue;
import io.axptoken.service.config.type.Mapped;
import io.axptoken.service.config.type.Types;
import io.axptoken.service.config.type.ValueType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Section {@code tracing}: its settings, and the record they make. */
public final class TracingSection {
  private static final String URL_SYNTAX = "a URL such as http://collector:4318";
  private static final String RATIO_SYNTAX = "a number from 0 to 1";
  private static final String HEADERS_SYNTAX = "names of headers with a text each";
  private static final Pattern RATIO = Pattern.compile("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final String SIGNAL = "/v1/traces";

  static final Property<Optional<URI>> ENDPOINT =
      optional(
          "tracing.endpoint",
          ValueType.of(
              URL_SYNTAX, text -> text.isEmpty() ? Optional.empty() : Optional.of(url(text))),
          "",
          Protection.none(NEEDS_RESTART),
          "Collector that traces are sent to, over OTLP with HTTP and protobuf; /v1/traces is added to"
              + " an address without a path. Empty: no traces. See operations.md.");

  /** Its default is the program's, in {@link #of}. */
  private static final Property<String> SERVICE_NAME = serviceName("");

  static final Property<Double> SAMPLE_RATIO =
      optional(
          "tracing.sampleRatio",
          ValueType.of(RATIO_SYNTAX, TracingSection::ratio),
          "1",
          Protection.none(NEEDS_RESTART),
          "Share of the traces begun here that are kept; with a traceparent, its sender has decided.");
  static final Property<Map<String, Secret>> HEADERS =
      optional(
          "tracing.headers",
          new Mapped<>(HEADERS_SYNTAX, TracingSection::header, Types.SECRET),
          "",
          Protection.none(IS_EXCHANGED),
          "Headers for the collector, such as its key.");

  private TracingSection() {}

  /** The section of the program that traces call by this name. */
  public static Section of(String program) {
    return new Section(
        "tracing",
        "Traces of requests, by OpenTelemetry.",
        List.of(ENDPOINT, serviceName(program), SAMPLE_RATIO, HEADERS));
  }

  private static Property<String> serviceName(String program) {
    return optional(
        "tracing.serviceName",
        Types.TEXT,
        program,
        Protection.none(NEEDS_RESTART),
        "What traces call this.");
  }

  public static TracingSettings settings(Values values) {
    return new TracingSettings(
        values.get(ENDPOINT),
        values.get(SERVICE_NAME),
        values.get(SAMPLE_RATIO),
        values.get(HEADERS));
  }

  private static URI url(String text) throws InvalidValue {
    if (text.indexOf('@') >= 0) {
      throw InvalidValue.withoutValue(
          "must be " + URL_SYNTAX, "put credentials into tracing.headers");
    }
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw InvalidValue.of("must be " + URL_SYNTAX);
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (uri.getHost() == null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || !(scheme.equals("http") || scheme.equals("https"))) {
      throw InvalidValue.of("must be " + URL_SYNTAX);
    }
    return uri.getPath().isEmpty() || uri.getPath().equals("/") ? uri.resolve(SIGNAL) : uri;
  }

  private static double ratio(String text) throws InvalidValue {
    if (!RATIO.matcher(text).matches()) {
      throw InvalidValue.of("must be " + RATIO_SYNTAX);
    }
    return Double.parseDouble(text);
  }

  private static String header(String name) throws InvalidValue {
    if (!HEADER.matcher(name).matches()) {
      throw InvalidValue.of("must be " + HEADERS_SYNTAX, "this is no name of a header");
    }
    return name;
  }
}
