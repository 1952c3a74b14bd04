package io.axptoken.service.observe.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.service.config.LoggingSettings;
import io.axptoken.service.config.LoggingSettings.Format;
import io.axptoken.service.config.LoggingSettings.Level;
import io.axptoken.testing.CapturedLogs;
import java.lang.System.Logger;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogsTest {
  private static final Logger OURS = System.getLogger("io.axptoken.server.LogsTest");
  private static final Logger NETTY = System.getLogger("io.netty.LogsTest");
  private static final Logger OTHER = System.getLogger("com.example.LogsTest");

  @AfterEach
  void restore() {
    Logs.configure(
        new LoggingSettings(Format.TEXT, Level.INFO),
        new ServiceIdentity("program", "1.2.0"),
        false);
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR,false,e,e,e",
    "WARN,false,we,we,we",
    "INFO,false,iwe,we,iwe",
    "DEBUG,false,diwe,we,iwe",
    "ERROR,true,diwe,diwe,iwe",
  })
  void levelsSayWhatIsWritten(
      Level level, boolean debug, String ours, String netty, String other, CapturedLogs logs) {
    Logs.configure(
        new LoggingSettings(Format.TEXT, level), new ServiceIdentity("program", "1.2.0"), debug);

    assertThat(written(OURS, logs)).isEqualTo(ours);
    assertThat(written(NETTY, logs)).isEqualTo(netty);
    assertThat(written(OTHER, logs)).isEqualTo(other);
  }

  @Test
  void configuringAgainReplacesTheFormat(CapturedLogs logs) {
    Logs.configure(
        new LoggingSettings(Format.TEXT, Level.INFO),
        new ServiceIdentity("program", "1.2.0"),
        false);
    Logs.configure(
        new LoggingSettings(Format.JSON, Level.INFO),
        new ServiceIdentity("program", "1.2.0"),
        false);

    OURS.log(Logger.Level.INFO, "once");

    Logs.flush();
    assertThat(logs.printed().lines().filter(line -> line.contains("once")))
        .singleElement()
        .asString()
        .startsWith("{\"@timestamp\"");
  }

  private static String written(Logger logger, CapturedLogs logs) {
    int before = logs.printed().length();
    logger.log(Logger.Level.DEBUG, "d");
    logger.log(Logger.Level.INFO, "i");
    logger.log(Logger.Level.WARNING, "w");
    logger.log(Logger.Level.ERROR, "e");
    Logs.flush();
    return Arrays.stream(logs.printed().substring(before).split("\n"))
        .map(line -> line.substring(line.length() - Math.min(1, line.length())))
        .reduce("", String::concat);
  }
}
