package io.dlpo.optimizer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.dlpo.optimizer.rest.PromptResource;
import io.dlpo.optimizer.security.Ownership;
import io.dlpo.optimizer.store.PromptQueries;
import io.dlpo.optimizer.store.StoredPrompt;

/** The optimizer service connects the core to Kafka, the database and REST. */
@AnalyzeClasses(
    packages = "io.dlpo.optimizer",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_OTHER_SERVICE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dlpo.forward..",
              "io.dlpo.evaluator..",
              "io.dlpo.backward..",
              "io.dlpo.simulator..",
              "io.dlpo.cli..");

  @ArchTest
  static final ArchRule STORE_KNOWS_NO_ENTRANCE =
      noClasses()
          .that()
          .resideInAPackage("io.dlpo.optimizer.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.dlpo.optimizer.rest..", "io.dlpo.optimizer.handler..");

  @ArchTest
  static final ArchRule PROMPTS_ARE_READ_WITHOUT_KAFKA =
      noClasses()
          .that()
          .belongToAnyOf(
              PromptResource.class, PromptQueries.class, StoredPrompt.class, Ownership.class)
          .or()
          .haveSimpleNameStartingWith("PromptLookup")
          .or()
          .haveSimpleNameStartingWith("PromptVersionStore")
          .or()
          .haveSimpleNameStartingWith("ServedPrompt")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.dlpo.events..", "org.apache.kafka..", "io.smallrye.reactive..")
          .because("applications read their prompts while Kafka is away");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("io.dlpo.optimizer.(*)..").should().beFreeOfCycles();
}
