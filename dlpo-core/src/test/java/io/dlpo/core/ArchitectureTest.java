package io.dlpo.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The core is plain Java: a test plays whole runs in memory, without a platform. */
@AnalyzeClasses(
    packages = {"io.dlpo.core", "io.dlpo.contracts"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_PLATFORM =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "io.smallrye..",
              "io.micrometer..",
              "org.apache.kafka..",
              "org.eclipse.microprofile..",
              "org.hibernate..",
              "jakarta..",
              "java.sql..",
              "java.net.http..");

  @ArchTest
  static final ArchRule NO_OTHER_MODULE =
      noClasses()
          .that()
          .resideInAPackage("io.dlpo.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dlpo.studies..", "io.dlpo.optimizer..", "io.dlpo.gateway..", "io.dlpo.events..");

  @ArchTest
  static final ArchRule NO_CLOCK =
      noClasses()
          .that()
          .resideInAPackage("io.dlpo.core..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.time\\..*|java\\.util\\.(Random|Date)|.*ThreadLocalRandom")
          .because("decisions depend on the spec, the seed and the replies only");

  @ArchTest
  static final ArchRule TECHNIQUES_KNOW_NO_RUN =
      noClasses()
          .that()
          .resideInAnyPackage("io.dlpo.core.technique..", "io.dlpo.core.annealing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.dlpo.core.run..", "io.dlpo.core.spec..")
          .because("a technique is a function of the step's state and its generator");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.dlpo.core.(*)..").should().beFreeOfCycles();
}
