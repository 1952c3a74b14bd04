package io.axptoken.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The dependency rule of the design, and what no class may do. */
class ArchitectureTest {
  private static final String SERVER = "io.axptoken.server.";
  private static final String CLIENT = "io.axptoken.client..";

  /** Which siblings a package may use; the service and the client are for all. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("edge", List.of("identity", "issue", "observe")),
          Map.entry("issue", List.of("identity")),
          Map.entry("identity", List.of()),
          Map.entry("transport", List.of()),
          // Settings are plain data; declarations, rules and what is read stand below.
          Map.entry("settings", List.of()),
          // A rehearsal is given what makes a server.
          Map.entry("rehearsal", List.of("settings")),
          // Failures have one vocabulary.
          Map.entry("observe", List.of("issue")),
          Map.entry(
              "assembly",
              List.of(
                  "edge", "identity", "issue", "observe", "rehearsal", "settings", "transport")),
          // The command line checks a configuration, keys included, without starting a server, and
          // reports failures in the words of the log.
          Map.entry("command", List.of("settings", "identity", "issue")));

  /** Packages whose decisions are those on a request. */
  private static final String[] ON_THE_WAY = {
    SERVER + "edge..", SERVER + "identity..", SERVER + "issue.."
  };

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.axptoken.server", "io.axptoken.client", "io.axptoken.service");

  @TestFactory
  List<DynamicTest> aPackageUsesOnlyTheSiblingsItMay() {
    return MAY_USE.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> check(onlyUses(SERVER + entry.getKey() + "..", entry.getValue()))))
        .toList();
  }

  private static ArchRule onlyUses(String pack, List<String> siblings) {
    String[] allowed = siblings.stream().map(name -> SERVER + name + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(pack)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.axptoken.server..")
                .and(not(resideInAPackage(pack)))
                .and(not(resideInAnyPackage(allowed))));
  }

  /** A rule holds for no classes as well, so that none would notice a package that moved away. */
  @Test
  void everyPackageThatTheRulesNameHasClasses() {
    for (String name : MAY_USE.keySet()) {
      assertHasClasses(SERVER + name + "..");
    }
    assertHasClasses(CLIENT);
  }

  private static void assertHasClasses(String pack) {
    assertThat(PRODUCT.that(resideInAPackage(pack))).as(pack).isNotEmpty();
  }

  @Test
  void everyPackageIsNamedInTheRule() {
    List<String> known = MAY_USE.keySet().stream().map(name -> SERVER + name + "..").toList();
    check(
        classes()
            .that()
            .resideInAPackage("io.axptoken.server.*..")
            .should()
            .resideInAnyPackage(known.toArray(String[]::new)));
  }

  /** The root is where the program begins: nobody goes back there. */
  @Test
  void nobodyUsesTheRoot() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.axptoken.server.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.axptoken.server"));
  }

  @Test
  void noPackageNeedsOneThatNeedsIt() {
    slices().matching("io.axptoken.server.(**)").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void theClientKnowsNoFrameworkAndNoServer() {
    check(
        noClasses()
            .that()
            .resideInAPackage(CLIENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.vertx..",
                "io.netty..",
                "org.bouncycastle..",
                "io.axptoken.server..",
                "io.axptoken.service.."));
  }

  @Test
  void theProductKnowsNeitherSandboxNorTests() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.axptoken.sandbox..", "io.axptoken.testing..", "io.axptoken.demo..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.assertj.."));
  }

  @Test
  void onlyIdentityMakesAnIdentifiedUser() {
    String identifiedUser = SERVER + "identity.IdentifiedUser";
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + "identity..")
            .should()
            .callConstructorWhere(
                DescribedPredicate.describe(
                    "it makes an " + identifiedUser,
                    call -> call.getTargetOwner().getName().equals(identifiedUser))));
  }

  @Test
  void nobodyKnowsTheLoggerBehindTheSystemLogger() {
    check(
        noClasses()
            .that()
            .resideInAPackage("io.axptoken.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "org.apache.logging.."));
  }

  @Test
  void onlyTheCommandLineAndTheLogPrint() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(SERVER + "command..", "io.axptoken.service.observe.log..")
            .and()
            .doNotHaveSimpleName("Main")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  /**
   * On the way of a request the compiler holds every kind of a sealed type of ours to a case, by a
   * method or a switch. Who asks {@code instanceof} forgets the kind that is added next.
   */
  @Test
  void nobodyAsksWhichKindOfASealedTypeADecisionIs() {
    List<String> asked =
        PRODUCT.that(resideInAnyPackage(ON_THE_WAY)).stream()
            .flatMap(owner -> owner.getCodeUnits().stream())
            .flatMap(unit -> unit.getInstanceofChecks().stream())
            .filter(check -> isKindOfOurs(check.getRawType().reflect()))
            .map(check -> check.getOwner().getFullName() + ": " + check.getRawType().getName())
            .toList();

    assertThat(asked).isEmpty();
  }

  private static boolean isKindOfOurs(Class<?> type) {
    return Stream.of(type.getInterfaces())
        .anyMatch(above -> above.isSealed() && isOurs(above.getName()));
  }

  private static boolean isOurs(String type) {
    return type.startsWith(SERVER) || type.startsWith("io.axptoken.service.");
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PRODUCT);
  }
}
