package io.axptoken.push;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class ArchitectureTest {
  private static final JavaClasses PUSH =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.axptoken.push");

  @Test
  void itKnowsTheServiceAloneOfOurModules() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.axptoken.client..",
            "io.axptoken.server..",
            "io.axptoken.sandbox..",
            "io.axptoken.demo..",
            "io.axptoken.testing..")
        .check(PUSH);
  }

  @Test
  void noPackageNeedsOneThatNeedsIt() {
    slices().matching("io.axptoken.push.(**)").should().beFreeOfCycles().check(PUSH);
  }

  @Test
  void onlyTheAssemblyKnowsTheEdge() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.axptoken.push.edge..", "io.axptoken.push.assembly..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.axptoken.push.edge..")
        .check(PUSH);
  }

  @Test
  void onlyTheStoreKnowsTheDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.axptoken.push.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jdbi..", "java.sql..", "com.zaxxer..", "org.flywaydb..")
        .check(PUSH);
  }
}
