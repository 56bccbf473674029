package io.dlpo.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The simulator shares no code with the services: for them it is an ordinary endpoint. */
@AnalyzeClasses(
    packages = "io.dlpo.simulator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NOTHING_SHARED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dlpo.contracts..",
              "io.dlpo.events..",
              "io.dlpo.gateway..",
              "io.dlpo.forward..",
              "io.dlpo.evaluator..",
              "io.dlpo.backward..",
              "io.dlpo.optimizer..");

  @ArchTest
  static final ArchRule MODELS_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.dlpo.simulator.student..",
              "io.dlpo.simulator.teacher..",
              "io.dlpo.simulator.instruction..",
              "io.dlpo.simulator.chance..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.quarkus..", "io.smallrye..", "jakarta..");
}
