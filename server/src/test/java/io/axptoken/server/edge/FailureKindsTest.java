package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.issue.FailureKind;
import io.axptoken.server.issue.TokenAnswer.Fault;
import io.axptoken.server.issue.TokenAnswer.Shortage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Log, health, metrics and problems call a failure by the same name. */
class FailureKindsTest {
  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void everyFailureIsAProblemOfTheSameName(FailureKind kind) {
    assertThat(ProblemKind.valueOf(kind.name()).slug()).isEqualTo(kind.toString());
  }

  @Test
  void noAnswerKnowsAnotherName() {
    for (Fault fault : Fault.values()) {
      assertThat(FailureKind.valueOf(fault.name())).isNotNull();
    }
    for (Shortage shortage : Shortage.values()) {
      assertThat(FailureKind.valueOf(shortage.name())).isNotNull();
    }
  }
}
