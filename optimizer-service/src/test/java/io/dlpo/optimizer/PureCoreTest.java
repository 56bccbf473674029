package io.dlpo.optimizer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What decides is plain Java, so that a whole run can be played in a test without a platform. */
@AnalyzeClasses(
    packages = "io.dlpo.optimizer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class PureCoreTest {

  private static final String[] CORE = {
    "io.dlpo.optimizer.prompt..",
    "io.dlpo.optimizer.technique..",
    "io.dlpo.optimizer.annealing..",
    "io.dlpo.optimizer.adaptive..",
    "io.dlpo.optimizer.signature..",
    "io.dlpo.optimizer.update..",
    "io.dlpo.optimizer.run..",
    "io.dlpo.optimizer.step..",
    "io.dlpo.optimizer.dataset..",
    "io.dlpo.optimizer.spec..",
    "io.dlpo.optimizer.statistics..",
    "io.dlpo.optimizer.experiment..",
    "io.dlpo.optimizer.price..",
    "io.dlpo.optimizer.estimate..",
    "io.dlpo.optimizer.replay",
    "io.dlpo.optimizer.fork..",
    "io.dlpo.optimizer.refusal.."
  };

  @ArchTest
  static final ArchRule NO_PLATFORM =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "io.smallrye..",
              "io.micrometer..",
              "org.apache.kafka..",
              "jakarta..",
              "org.hibernate..",
              "java.sql..",
              "io.dlpo.gateway..",
              "io.dlpo.events..");

  @ArchTest
  static final ArchRule NO_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.time\\..*|java\\.util\\.(Random|Date)|.*ThreadLocalRandom")
          .because("decisions depend on the spec, the seed and the replies only");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.dlpo.optimizer.(*)..").should().beFreeOfCycles();
}
