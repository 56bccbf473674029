package io.dlpo.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The command line depends on no service and only uses their interfaces. */
@AnalyzeClasses(packages = "io.dlpo.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_SERVICE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dlpo.forward..",
              "io.dlpo.evaluator..",
              "io.dlpo.backward..",
              "io.dlpo.optimizer..",
              "io.dlpo.simulator..",
              "io.dlpo.gateway..",
              "io.dlpo.events..");

  @ArchTest
  static final ArchRule RUNS_DO_NOT_DEPEND_ON_THE_STACK =
      noClasses()
          .that()
          .resideInAPackage("io.dlpo.cli.run..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.dlpo.cli.stack..");
}
