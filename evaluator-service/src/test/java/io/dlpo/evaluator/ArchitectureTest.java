package io.dlpo.evaluator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The evaluator is independent of other services, and results do not depend on storage or
 * transport.
 */
@AnalyzeClasses(
    packages = "io.dlpo.evaluator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_OTHER_SERVICE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dlpo.forward..",
              "io.dlpo.backward..",
              "io.dlpo.optimizer..",
              "io.dlpo.simulator..",
              "io.dlpo.cli..");

  @ArchTest
  static final ArchRule PURE_SCORING_AND_AGGREGATION =
      noClasses()
          .that()
          .resideInAnyPackage("..scoring..", "..aggregate..", "..text..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "io.smallrye..",
              "io.micrometer..",
              "org.apache.kafka..",
              "jakarta..",
              "java.sql..",
              "java.time..",
              "java.util.concurrent..",
              "..store..",
              "..handler..");

  @ArchTest
  static final ArchRule ONLY_THE_JUDGE_CALLS_MODELS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..judge..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.dlpo.gateway..");

  @ArchTest
  static final ArchRule STORE_KNOWS_NO_MESSAGING =
      noClasses()
          .that()
          .resideInAPackage("..store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.dlpo.events..", "..handler..");
}
