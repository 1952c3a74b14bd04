package io.axptoken.service.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class StartFailureTest {
  private static final int PLENTY = 1024;

  @Test
  void tooFewFilesAreNamedWithTheLimitAndWhatToDo() {
    assertThat(StartFailure.words(new ExceptionInInitializerError(), 64))
        .isEqualTo(
            "it may not open enough files: the limit is 64. Allow at least 1024, by ulimit -n, by"
                + " LimitNOFILE of a systemd unit or by --ulimit nofile of a container.");
    assertThat(StartFailure.words(new NoClassDefFoundError("a/B"), 0))
        .startsWith("it may not open enough files. Allow at least 1024");
    assertThat(
            StartFailure.words(
                new IllegalStateException(new IOException("Too many open files")), PLENTY))
        .startsWith("it may not open enough files: the limit is 1024.");
  }

  @Test
  void aBrokenPackageIsToBeUnpackedAnew() {
    assertThat(StartFailure.words(new NoClassDefFoundError("a/B"), PLENTY))
        .contains("Unpack the package anew")
        .doesNotContain("a/B");
  }

  @Test
  void tooLittleMemoryAndTooFewThreadsAreToldApart() {
    assertThat(StartFailure.words(new OutOfMemoryError("Java heap space"), PLENTY))
        .contains("JAVA_OPTS=-Xmx256m");
    assertThat(StartFailure.words(new OutOfMemoryError("unable to create native thread"), PLENTY))
        .contains("ulimit -u", "TasksMax");
  }

  @Test
  void whatNobodyExpectedHasNoNameOfAClass() {
    assertThat(StartFailure.words(new IllegalStateException("broken"), PLENTY))
        .isEqualTo("broken. Start it with --debug to see where that comes from.");
    assertThat(StartFailure.words(new IllegalStateException(), PLENTY))
        .startsWith("something unexpected happened. ");
  }
}
