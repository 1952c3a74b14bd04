package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.load.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that mean something else than who wrote them may think: they are taken, with a word. */
class OddValuesTest {
  private static final String QUOTES = "has quotes around it that are part of the value";
  private static final String COMMENT = "ends before a # with a blank ahead of it";
  private static final String UNSEEN = "has a character in it that is not seen";

  @TempDir Path folder = Path.of("");

  private List<String> warnings(String... lines) {
    return warnings(Configuration.minimal().without("AXP_CLIENT_SECRET").file(folder, lines));
  }

  private static List<String> warnings(Configuration configuration) {
    return configuration.valid().effective().warnings();
  }

  private static Configuration environment(String secret) {
    return Configuration.minimal().environment("AXP_CLIENT_SECRET", secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"s3cr3t\"",
        "'s3cr3t'",
        "`s3cr3t`",
        "\u201cs3cr3t\u201d",
        "\u201es3cr3t\u201c",
        "\u2018s3cr3t\u2019",
        "\u00abs3cr3t\u00bb"
      })
  void quotesThatTheEnvironmentKeptAreNamed(String secret) {
    Configuration configuration = environment(secret);

    assertThat(configuration.settings().axp().clientSecret().reveal()).isEqualTo(secret);
    assertThat(warnings(configuration))
        .singleElement()
        .asString()
        .startsWith("axp.clientSecret " + QUOTES)
        .endsWith("(environment variable AXP_CLIENT_SECRET)")
        .doesNotContain("s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cr3t", "\"s3cr3t", "s3cr3t'", "s3'cr3t", "\"s3cr3t'", "\""})
  void otherQuotesArePartOfASecret(String secret) {
    assertThat(warnings(environment(secret))).isEmpty();
  }

  @Test
  void quotesOfAnyVariableAreNamed() {
    Configuration configuration = Configuration.minimal().environment("AXP_CONFIG_ID", "'id'");

    assertThat(warnings(configuration)).singleElement().asString().contains("AXP_CONFIG_ID");
  }

  @Test
  void quotesOfYamlAreNone() {
    assertThat(warnings("axp: { clientSecret: \"s3cr3t\", configId: 'id' }")).isEmpty();
    assertThat(warnings("axp: { clientSecret: \"'s3cr3t'\" }"))
        .singleElement()
        .asString()
        .contains("axp.clientSecret " + QUOTES, "token-server.yaml:1");
  }

  @Test
  void quotesInAReferredFileOrVariableAreNamed() throws IOException {
    Files.writeString(folder.resolve("secret"), "\"s3cr3t\"\n");

    assertThat(warnings("axp:", "  clientSecret: ${file:secret}"))
        .singleElement()
        .asString()
        .contains("axp.clientSecret " + QUOTES, "token-server.yaml:2");
  }

  @Test
  void quotesInPathsOfClaimsBelongThere() {
    assertThat(
            warnings(
                "axp: { clientSecret: s3cr3t }",
                "identity: { jwt: { claims: { userId: \"'https://shop.example/id'\" } } }"))
        .isEmpty();
  }

  @Test
  void bracketsThatTheEnvironmentKeptAreNamed() {
    Configuration configuration =
        Configuration.minimal().environment("IDENTITY_JWT_SCOPES", "[a,b]");

    assertThat(warnings(configuration))
        .contains(
            "identity.jwt.scopes has brackets that are part of a value: separate values by commas"
                + " (environment variable IDENTITY_JWT_SCOPES)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "axp:\n  clientSecret: s3cr3t #def",
        "axp:\n  clientSecret: s3cr3t\t#def",
        "axp: # of the shop \ud83d\ude00\n  clientSecret: s3cr3t   #def\n",
        "axp:\r\n  clientSecret: s3cr3t #def\r\n",
        "# \ud83d\ude00\naxp:\n  clientSecret: s3cr3t #d"
      })
  void aCommentThatMayBePartOfASecretIsNamed(String yaml) {
    assertThat(warnings(yaml))
        .singleElement()
        .asString()
        .startsWith("axp.clientSecret " + COMMENT)
        .containsPattern("token-server.yaml:[23]\\)$")
        .doesNotContain("s3cr3t", "def");
  }

  @Test
  void soItIsInAnIntegrationInAListAndInAText() {
    assertThat(
            warnings(
                "axp:",
                "  clientSecret: s3cr3t",
                "  callingRemoteAddress: +49 89 1 #12",
                "integrations:",
                "  shop:",
                "    clientSecret: s3cr3t #def",
                "tracing:",
                "  headers:",
                "    key: s3cr3t #def"))
        .hasSize(3)
        .allMatch(warning -> warning.contains(COMMENT))
        .anyMatch(warning -> warning.startsWith("axp.callingRemoteAddress "))
        .anyMatch(warning -> warning.startsWith("integrations.shop.clientSecret "))
        .anyMatch(warning -> warning.startsWith("tracing.headers "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "axp:\n  clientSecret: s3cr3t # of the shop",
        "axp:\n  clientSecret: s3cr3t#def",
        "axp:\n  clientSecret: 's3cr3t #def'",
        "axp:\n  clientSecret: 's3cr3t' #def",
        "axp:\n  clientSecret: s3cr3t ##########",
        "axp:\n  clientSecret: s3cr3t #",
        "axp:\n  clientSecret: s3cr3t\nserver:\n  port: 3001 #the usual"
      })
  void otherCommentsAreComments(String yaml) {
    assertThat(warnings(yaml)).isEmpty();
  }

  @Test
  void aValueThatGoesOnInAnotherLineIsNamed() {
    assertThat(warnings("axp:", "  clientSecret: s3cr3t", "    more"))
        .containsExactly(
            "axp.clientSecret goes on in another line, and gets a blank in its place: write it in"
                + " one line, or in quotes (%s:2)".formatted(folder.resolve("token-server.yaml")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cr3t\u00a0", "s3\u200bcr3t", "\ufeffs3cr3t", "s3cr3t\u00ad"})
  void charactersThatNobodySeesAreNamed(String secret) {
    assertThat(warnings(environment(secret)))
        .singleElement()
        .asString()
        .startsWith("axp.clientSecret " + UNSEEN);
  }

  @Test
  void aBlankAtTheEndOfAPassphraseIsNamed() {
    Configuration configuration =
        Configuration.minimal().environment("SERVER_SSL_PASS_PHRASE", "s3cr3t ");

    assertThat(warnings(configuration))
        .containsExactly(
            "server.sslPassPhrase begins or ends with a blank, which is part of it: is that meant?"
                + " (environment variable SERVER_SSL_PASS_PHRASE)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cr3t\r", "s3cr3t ", " s3cr3t", "s3cr3t\t"})
  void blanksAndLineBreaksAtTheEndOfAnotherSecretAreRefused(String secret) {
    assertThat(environment(secret).problem()).contains("must not begin or end with white space");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123", "03000", "00"})
  void aNumberWithAZeroInFrontIsRefused(String port) {
    assertThat(Configuration.minimal().environment("SERVER_PORT", port).problem())
        .contains("write it without the 0 in front");
  }

  @Test
  void aByteOrderMarkIsNoPartOfAnything() throws IOException {
    Files.writeString(folder.resolve("secret"), "\ufeffs3cr3t");
    Configuration configuration =
        Configuration.minimal()
            .without("AXP_CLIENT_SECRET")
            .file(folder, "\ufeffaxp:", "  clientSecret: ${file:secret}");

    assertThat(configuration.settings().axp().clientSecret().reveal()).isEqualTo("s3cr3t");
    assertThat(warnings(configuration)).isEmpty();
  }

  @Test
  void aFaultyValueHasTheWarningBesideItsProblem() {
    var loaded = Configuration.minimal().environment("AXP_ACCOUNT_ID", "\"ABCDEF\"").load();

    assertThat(loaded).isInstanceOf(Loaded.Invalid.class);
    assertThat(((Loaded.Invalid<Settings>) loaded).warnings())
        .singleElement()
        .asString()
        .startsWith("axp.accountId " + QUOTES);
  }
}
