package io.dlpo.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Event support handles events without knowing their content. */
@AnalyzeClasses(packages = "io.dlpo.events", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule NO_DOMAIN_WORD =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.dlpo.contracts.evaluation..",
              "io.dlpo.contracts.id..",
              "io.dlpo.contracts.metric..");

  @ArchTest
  static final ArchRule NO_SINGLE_EVENT =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "io.dlpo.contracts.event.(Prompt|Run|Batch|Gradient|Example|Prediction).*");
}
