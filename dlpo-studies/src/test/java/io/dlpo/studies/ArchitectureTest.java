package io.dlpo.studies;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Studies build on the core and the contracts, and on no platform. */
@AnalyzeClasses(packages = "io.dlpo.studies", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule ONLY_CORE_AND_CONTRACTS =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.dlpo.studies..",
              "io.dlpo.core..",
              "io.dlpo.contracts..",
              "java..",
              "com.fasterxml.jackson..",
              "com.knuddels.jtokkit..",
              "com.github.difflib..",
              "org.apache.commons..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule NO_CLOCK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.time\\..*|java\\.util\\.(Random|Date)|.*ThreadLocalRandom")
          .because("a study gives the same figures for the same runs");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.dlpo.studies.(**)").should().beFreeOfCycles();
}
