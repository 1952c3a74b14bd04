package io.axptoken.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.axptoken.server.issue.FailureKind;
import io.axptoken.server.issue.TokenAnswer.Fault;
import io.axptoken.server.issue.TokenAnswer.Shortage;
import io.axptoken.service.http.ProblemType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Log, health, metrics and problems call a failure by the same name. */
class FailureKindsTest {
  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void everyFailureIsAProblemOfTheSameName(FailureKind kind) {
    assertThat(ErrorsGuideTest.types())
        .filteredOn(type -> type.name().equals(kind.name()))
        .extracting(ProblemType::slug)
        .containsExactly(kind.toString());
  }

  @Test
  void noAnswerKnowsAnotherName() {
    List<String> names = Stream.of(FailureKind.values()).map(Enum::name).toList();

    assertThat(Fault.values()).extracting(Enum::name).isSubsetOf(names);
    assertThat(Shortage.values()).extracting(Enum::name).isSubsetOf(names);
  }
}
