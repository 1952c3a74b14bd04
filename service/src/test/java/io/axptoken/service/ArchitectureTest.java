package io.axptoken.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the service is made of, and what it must not know. */
class ArchitectureTest {
  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.axptoken.service");

  @Test
  void itKnowsNoOtherModule() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.axptoken.client..",
            "io.axptoken.server..",
            "io.axptoken.sandbox..",
            "io.axptoken.demo..",
            "io.axptoken.testing..")
        .check(SERVICE);
  }

  /** The next program is made of it, too, and has neither. */
  @Test
  void itKnowsNothingOfTokensNorOfIntegrations() {
    assertThat(SERVICE.stream().flatMap(ArchitectureTest::names))
        .isNotEmpty()
        .noneMatch(name -> name.contains("token") || name.contains("integration"));
  }

  private static Stream<String> names(JavaClass type) {
    return Stream.concat(
            Stream.of(type.getSimpleName()), type.getMembers().stream().map(JavaMember::getName))
        .map(name -> name.toLowerCase(Locale.ROOT).replace("axptoken", ""));
  }

  @Test
  void noPackageNeedsOneThatNeedsIt() {
    slices().matching("io.axptoken.service.(**)").should().beFreeOfCycles().check(SERVICE);
  }

  @Test
  void onlyTheLogKnowsTheLoggerBehindTheSystemLogger() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.axptoken.service.observe..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
        .check(SERVICE);
  }

  @Test
  void onlyTheLogPrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.axptoken.service.observe.log..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(SERVICE);
  }
}
