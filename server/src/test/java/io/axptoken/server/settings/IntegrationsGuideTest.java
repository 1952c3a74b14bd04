package io.axptoken.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.settings.AxpSettings.Platform;
import io.axptoken.server.settings.rules.ProductionRules;
import io.axptoken.service.config.load.Loaded;
import io.axptoken.service.config.rules.Judgement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/integrations.md shows can be copied and started. */
class IntegrationsGuideTest {
  private static final Path GUIDE = Path.of("../docs/integrations.md");
  private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder = Path.of("");

  @Test
  void theExampleIsValidAndFitForProduction() throws IOException {
    Loaded.Valid<Settings> example = example();

    assertThat(example.effective().warnings()).isEmpty();
    Judgement judgement = ProductionRules.judge(example.settings(), example.effective());
    assertThat(judgement.refusals()).isEmpty();
    assertThat(judgement.warnings()).isEmpty();
  }

  @Test
  void theExampleMeansWhatTheGuideSays() throws IOException {
    List<IntegrationSettings> all = example().settings().integrations();

    assertThat(all)
        .extracting(IntegrationSettings::name)
        .containsExactly("default", "sales", "support-eu");
    AxpSettings sales = all.get(1).axp();
    assertThat(sales.accountId()).isEqualTo("ABCDEF");
    assertThat(sales.clientSecret().reveal()).isEqualTo("s3cr3t-web");
    assertThat(all.get(1).allowedOrigins()).containsExactly("https://sales.example.com");
    AxpSettings support = all.get(2).axp();
    assertThat(support.platform()).isEqualTo(Platform.INFINITY);
    assertThat(support.clientSecret().reveal()).isEqualTo("s3cr3t-support");
    assertThat(all.get(2).identity()).isEqualTo(all.get(0).identity());
  }

  private Loaded.Valid<Settings> example() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(GUIDE));
    assertThat(example.find()).isTrue();
    return Configuration.none()
        .file(folder, example.group(1))
        .environment("WEB_CHAT_SECRET", "s3cr3t-web")
        .environment("INTEGRATIONS_SUPPORT_EU_CLIENT_SECRET", "s3cr3t-support")
        .valid();
  }
}
