package io.dlpo.core.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.core.run.AcceptanceSplit;
import io.dlpo.core.run.AnnealingSettings;
import io.dlpo.core.run.BatchSource;
import io.dlpo.core.run.OptimizerSettings;
import io.dlpo.core.run.ValidationSettings;
import io.dlpo.core.technique.TechniqueSettings;
import io.dlpo.core.update.UpdateForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What best-practice chooses where the budget limits the calls. */
class BudgetedProfileTest {

  private static final String BUDGET = "\nbudget: {calls: 300, test: false}";
  private static final Path DOCUMENTED = Path.of("../docs/spec.md");

  @Test
  void shouldChooseAllSettingsFromTheBudget() {
    // When
    OptimizerSettings chosen = read("optimizer: {profile: best-practice}" + BUDGET);

    // Then
    AnnealingSettings base = AnnealingSettings.DEFAULT;
    TechniqueSettings best = TechniqueSettings.BEST_PRACTICE;
    assertThat(chosen)
        .isEqualTo(
            new OptimizerSettings(
                "best-practice",
                5,
                1000,
                10,
                new TechniqueSettings(best.learningRate(), best.decay(), null, null, null, null),
                null,
                new AnnealingSettings(
                    base.temperature(),
                    base.cooling(),
                    base.largestDrop(),
                    base.per(),
                    base.start(),
                    AcceptanceSplit.TRAIN_AND_VALIDATION,
                    15,
                    false,
                    1,
                    3,
                    5,
                    1),
                new ValidationSettings(0, 3),
                false,
                true,
                new UpdateForm(CritiqueMode.JOINT, 3, 5),
                BatchSource.MISTAKES));
  }

  @ParameterizedTest
  @CsvSource({"239, 0", "240, 3", "5000, 3"})
  void shouldMakeAFinalChoiceIfItCostsAnEighthOfTheBudgetAtMost(int calls, int finalists) {
    // When
    OptimizerSettings chosen =
        read(
            "optimizer: {profile: best-practice}\nbudget: {calls: %d, test: false}"
                .formatted(calls));

    // Then
    assertThat(chosen.validation().finalists()).isEqualTo(finalists);
  }

  @Test
  void shouldFitTheTrainSplit() {
    // Given
    BudgetedProfile profile = new BudgetedProfile(100, 4, 0, 1);

    // When
    ObjectNode chosen =
        profile.over(Profiles.all().path("best-practice"), (ObjectNode) Specs.tree("{}"));

    // Then
    assertThat(profile.examples()).isEqualTo(4);
    assertThat(chosen.path("batchSize").intValue()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "profile: annealing     | budget: {calls: 300, test: false}",
        "profile: textgrad      | budget: {calls: 300, test: false}",
        "profile: reference     | budget: {calls: 300, test: false}",
        "profile: best-practice | budget: {tokens: 100000}",
        "profile: best-practice | seed: 1"
      })
  void shouldChooseNothingForOtherProfilesAndOtherBudgets(String profile, String budget) {
    // When
    OptimizerSettings settings = read("optimizer: {" + profile + "}\n" + budget);

    // Then
    assertThat(settings.form()).isEqualTo(UpdateForm.DEFAULT);
    assertThat(settings.steps()).isEqualTo(10);
    assertThat(settings.batchFrom()).isEqualTo(BatchSource.TRAIN);
    assertThat(settings.validation()).isEqualTo(ValidationSettings.DEFAULT);
  }

  @Test
  void shouldLetExplicitSettingsWinKeyByKey() {
    // When
    OptimizerSettings settings =
        read(
            """
            optimizer:
              profile: best-practice
              steps: 7
              batchSize: 2
              critique: MERGED
              candidates: 2
              contrast: true
              annealing: {examples: 8}
              validation: {finalists: 2}
            """
                + BUDGET);

    // Then
    assertThat(settings.steps()).isEqualTo(7);
    assertThat(settings.batchSize()).isEqualTo(2);
    assertThat(settings.form()).isEqualTo(new UpdateForm(CritiqueMode.MERGED, 2, 5));
    assertThat(settings.techniques().contrast()).isNotNull();
    assertThat(settings.annealing()).extracting(AnnealingSettings::examples).isEqualTo(8);
    assertThat(settings.annealing()).extracting(AnnealingSettings::race).isEqualTo(3);
    assertThat(settings.validation()).isEqualTo(new ValidationSettings(0, 2));
  }

  @Test
  void shouldNotChooseWhatTheSpecRulesOut() {
    // When
    OptimizerSettings unscored =
        read("optimizer: {profile: best-practice, annealing: false}" + BUDGET);
    OptimizerSettings validating =
        read("optimizer: {profile: best-practice, annealing: {split: validation}}" + BUDGET);

    // Then
    assertThat(unscored.form().candidates()).isEqualTo(1);
    assertThat(unscored.batchFrom()).isEqualTo(BatchSource.TRAIN);
    assertThat(unscored.validation()).isEqualTo(ValidationSettings.DEFAULT);
    assertThat(validating.batchFrom()).isEqualTo(BatchSource.TRAIN);
    assertThat(validating.form().candidates()).isEqualTo(3);
  }

  @Test
  void shouldRefuseABudgetThatIsTooSmallForAStep() {
    // When / Then
    assertThatThrownBy(
            () ->
                Specs.read(
                    Specs.SHORTEST
                        + "optimizer: {profile: best-practice}\nbudget: {calls: 20, test: false}"))
        .hasMessageContaining(
            "`budget.calls` is '20'; it must be 25 or more: 15 for the initial prompt, 10 for a first"
                + " step");
  }

  @Test
  void shouldReadTheChosenSettingsAgainAsTheyWere() {
    // Given
    var run = Specs.read(Specs.SHORTEST + "optimizer: {profile: best-practice}" + BUDGET);

    // When
    var again = Specs.read(run.spec().toString());

    // Then
    assertThat(again.settings()).isEqualTo(run.settings());
  }

  @Test
  void shouldBeDocumented() throws IOException {
    // Given
    List<String> rows = Files.readAllLines(DOCUMENTED);

    // When / Then
    assertThat(rows)
        .anyMatch(row -> row.startsWith("| `batchSize` | 5"))
        .anyMatch(row -> row.startsWith("| `steps` | 1000"))
        .anyMatch(row -> row.startsWith("| `critique` | `JOINT`"))
        .anyMatch(row -> row.startsWith("| `candidates` | 3"))
        .anyMatch(row -> row.startsWith("| `memory` | 5"))
        .anyMatch(row -> row.startsWith("| `batchFrom` | `MISTAKES`"))
        .anyMatch(row -> row.startsWith("| `annealing.examples` | 15"))
        .anyMatch(row -> row.startsWith("| `annealing.race` | 3"));
  }

  private static OptimizerSettings read(String sections) {
    return Specs.read(Specs.SHORTEST + sections).settings().optimizer();
  }
}
