package io.axptoken.service.observe.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.config.AuditSettings.Addresses;
import io.axptoken.service.config.Secret;
import io.axptoken.service.observe.audit.AuditRecord.Weight;
import io.axptoken.service.observe.log.LogField;
import io.axptoken.service.observe.log.LogText;
import io.axptoken.service.observe.log.NamedField;
import io.axptoken.testing.CapturedLogs;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How decisions of any program are written, and how many of them. */
class AuditTest {
  private static final LogField DOOR = new NamedField("door.name", "door.name", "door");
  private static final LogField USER = new NamedField("user.hash", "user.hash", "user");

  private long nanos;

  private Audit audit(boolean enabled) {
    AuditSettings settings =
        new AuditSettings(
            enabled, Addresses.FULL, Secret.of("s3cr3t-audit-key-of-more-than-32-characters"));
    return new Audit(settings, () -> nanos);
  }

  /** Whether a door was opened. */
  private record Knock(Weight weight, String source) implements AuditRecord {
    @Override
    public void forEach(AuditPrivacy privacy, BiConsumer<LogField, Object> consumer) {
      consumer.accept(DOOR, source);
      consumer.accept(USER, privacy.user("cust0mer-1"));
    }

    @Override
    public String toString() {
      return "Knock";
    }
  }

  private static Knock knock(Weight weight) {
    return new Knock(weight, "front");
  }

  private static List<String> lines(CapturedLogs logs) {
    return logs.records().stream()
        .filter(entry -> entry.getLoggerName().equals(Audit.LOGGER))
        .map(LogText::message)
        .toList();
  }

  @Test
  void aDecisionIsALineOfItsProgramsFields(CapturedLogs logs) {
    audit(true).record(knock(Weight.ALL));

    assertThat(lines(logs)).containsExactly("door=front user=83bc8c069f52bace847c789d10c2f821");
  }

  @Test
  void whatIsSwitchedOffWritesNothing(CapturedLogs logs) {
    try (Audit off = audit(false)) {
      off.record(knock(Weight.ALL));

      assertThat(off.isEnabled()).isFalse();
    }
    assertThat(lines(logs)).isEmpty();
  }

  @Test
  void itIsWrittenWhateverTheLevelOfTheLog(CapturedLogs logs) {
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.setLevel(Level.SEVERE);
    try {
      audit(true).record(knock(Weight.ALL));
    } finally {
      root.setLevel(before);
    }
    assertThat(lines(logs)).hasSize(1);
  }

  @Test
  void aStormOfTheLightestIsALineForEachSourceAndTenSeconds(CapturedLogs logs) {
    Audit audit = audit(true);
    for (int i = 0; i < 1_000; i++) {
      audit.record(new Knock(Weight.FEW, i % 2 == 0 ? "front" : "back"));
    }
    assertThat(lines(logs)).hasSize(2);

    nanos += Duration.ofSeconds(10).toNanos();
    audit.record(new Knock(Weight.FEW, "front"));
    assertThat(lines(logs)).hasSize(3);
    assertThat(lines(logs).getLast()).startsWith("door=front ").endsWith(" notWritten=998");
  }

  @Test
  void aStormFromManySourcesIsAHundredLines(CapturedLogs logs) {
    try (Audit audit = audit(true)) {
      IntStream.range(0, 5_000).forEach(i -> audit.record(new Knock(Weight.FEW, "door " + i)));
      audit.record(knock(Weight.ALL));

      assertThat(lines(logs)).hasSize(101);
    }
    assertThat(lines(logs).getLast()).isEqualTo("notWritten=4900");
  }

  @Test
  void theMiddleOnesAreEachWrittenUpToAThousand(CapturedLogs logs) {
    Audit audit = audit(true);
    for (int i = 0; i < 1_010; i++) {
      audit.record(knock(Weight.MANY));
    }
    assertThat(lines(logs)).hasSize(1_000);

    nanos += Duration.ofSeconds(10).toNanos();
    audit.record(knock(Weight.MANY));
    assertThat(lines(logs).getLast()).endsWith(" notWritten=10");
  }

  @Test
  void theHeaviestAreAllWritten(CapturedLogs logs) {
    Audit audit = audit(true);
    for (int i = 0; i < 1_010; i++) {
      audit.record(knock(Weight.ALL));
    }
    assertThat(lines(logs)).hasSize(1_010).noneMatch(line -> line.contains("notWritten"));
  }
}
