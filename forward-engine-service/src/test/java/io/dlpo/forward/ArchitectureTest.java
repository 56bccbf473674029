package io.dlpo.forward;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The forward engine is independent of other services and keeps no state except the gateway's
 * ledger.
 */
@AnalyzeClasses(packages = "io.dlpo.forward", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_OTHER_SERVICE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dlpo.evaluator..",
              "io.dlpo.backward..",
              "io.dlpo.optimizer..",
              "io.dlpo.simulator..",
              "io.dlpo.cli..");

  @ArchTest
  static final ArchRule NO_STATE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.persistence..");

  @ArchTest
  static final ArchRule ONLY_HANDLERS_KNOW_THE_PLATFORM =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Handler")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "io.smallrye..",
              "io.micrometer..",
              "org.apache.kafka..",
              "jakarta..");
}
