package io.axptoken.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request as a curl command, run by a shell. */
@Tag("slow")
final class CurlPageTest {
  @RegisterExtension static final PlaygroundExtension PLAYGROUND = new PlaygroundExtension();

  @Test
  void theCommandSaysWhatTheFormSays() {
    Page page = PLAYGROUND.open();
    PageParts parts = new PageParts(page);
    parts.userId().fill("O'Neil");
    parts.name().fill("Zoë \"Z\" Müller");
    parts.button("Add an identifier").click();
    page.getByLabel("Value").fill("+49 30 1");
    page.getByLabel("Type").fill("phoneNumbers");
    page.getByLabel("Verified customer").check();
    assertThat(page.locator("#curl"))
        .hasText(
            "curl -s localhost:"
                + PLAYGROUND.address().getPort()
                + "/token -H 'content-type: application/json' -d '{\"userId\":\"O'\\''Neil\","
                + "\"userName\":\"Zoë \\\"Z\\\" Müller\","
                + "\"userIdentifiers\":{\"phoneNumbers\":[\"+49 30 1\"]},\"verified\":true}'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "u1",
        "O'Neil & ''sons''",
        "$(exit 1) `exit 1` $HOME \\ ! * ?",
        "Zoë Müller 😀",
        "<img src=x onerror=alert(1)>",
        "%41 \\u0041 \\n @file"
      })
  void theCommandWorksInAShellWhateverTheUserIsCalled(String name) throws Exception {
    Page page = PLAYGROUND.open();
    new PageParts(page).userId().fill(name);
    String answer = run(page.locator("#curl").innerText());
    assertThat(claims(answer).getString("sub")).isEqualTo(name);
  }

  @Test
  void lineBreaksAreSentAsJsonEscapes() {
    Page page = PLAYGROUND.open();
    Object command =
        page.evaluate(
            "async (caller) => (await import('/playground/curl.js')).curlCommand('http://h:1', caller)",
            Map.of("mode", "claimed", "user", Map.of("userId", "a\nb")));
    assertThat(command)
        .isEqualTo(
            "curl -s h:1/token -H 'content-type: application/json' -d '{\"userId\":\"a\\nb\"}'");
  }

  @Test
  void identifiersOfOneTypeAreGatheredAndNoTypeIsSpecial() {
    Page page = PLAYGROUND.open();
    PageParts parts = new PageParts(page);
    for (String type : List.of("emailAddresses", "__proto__", "emailAddresses")) {
      parts.button("Add an identifier").click();
      page.getByLabel("Type").last().fill(type);
      page.getByLabel("Value").last().fill("v");
    }
    assertThat(page.locator("#curl"))
        .containsText("{\"emailAddresses\":[\"v\",\"v\"],\"__proto__\":[\"v\"]}");
  }

  @Test
  void theCommandCanBeCopied() {
    Page page =
        PLAYGROUND.open(
            new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
    PageParts parts = new PageParts(page);
    parts.button("Copy").click();
    assertThat(parts.button("Copied")).isVisible();
    assertThat(page.evaluate("navigator.clipboard.readText()"))
        .isEqualTo(page.locator("#curl").innerText());
  }

  private static String run(String command) throws IOException, InterruptedException {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", command);
    // The shell passes bytes through; the locale only matters to Java's encoding of arguments.
    shell.environment().put("LC_ALL", "C.UTF-8");
    Process process = shell.start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return answer;
  }

  private static JsonObject claims(String answer) {
    String payload = new JsonObject(answer).getString("jwtToken").split("\\.", 4)[2];
    return new JsonObject(
        new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
  }
}
