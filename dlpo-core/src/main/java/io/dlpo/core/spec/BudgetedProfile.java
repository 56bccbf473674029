package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.core.run.AcceptanceSplit;
import io.dlpo.core.run.BatchSource;
import java.util.List;

/**
 * What the profile {@code best-practice} chooses if the budget limits the calls. The values were
 * found by experiment; see {@code docs/spec.md} for the table.
 *
 * @param calls the budget
 * @param train size of the train split, 1 or more
 * @param validation size of the validation split
 * @param perExample calls per example: 2 with a judge model, else 1
 */
record BudgetedProfile(int calls, int train, int validation, int perExample) {

  private static final int BATCH = 5;
  private static final int CANDIDATES = 3;
  private static final int EXAMPLES = 15;
  private static final int FIRST_SAMPLE = 3;
  private static final int MEMORY = 5;
  private static final int RESTART = 5;
  private static final int STEPS = 1000;
  private static final int FINALISTS = 3;

  /** The final choice may cost this part of the budget. */
  private static final int CHOICE_SHARE = 8;

  /** Whether the budget chooses the settings of a spec, which has a profile. */
  static boolean appliesTo(ObjectNode spec) {
    return spec.at("/optimizer/profile").asText().equals(Profiles.BEST_PRACTICE)
        && spec.at("/budget/calls").isInt()
        && spec.at("/dataset/split/train").isInt();
  }

  static BudgetedProfile of(ObjectNode spec) {
    return new BudgetedProfile(
        spec.at("/budget/calls").intValue(),
        spec.at("/dataset/split/train").intValue(),
        spec.at("/dataset/split/validation").asInt(0),
        spec.at("/metric/type").asText().equals("judge") ? 2 : 1);
  }

  /** Returns the number of train examples on which candidates are compared at first. */
  int examples() {
    return Math.min(EXAMPLES, train);
  }

  /** Returns how many prompts are scored on the validation split at the end. */
  int finalists() {
    return FINALISTS * validation * perExample <= calls / CHOICE_SHARE ? FINALISTS : 0;
  }

  /**
   * Returns the chosen settings, as a profile would have them.
   *
   * @param profile the settings of the profile without a budget
   * @param optimizer what the spec says; a choice that it rules out is not made
   */
  ObjectNode over(JsonNode profile, ObjectNode optimizer) {
    ObjectNode chosen = profile.deepCopy();
    chosen.put("contrast", false).put("regularization", false);
    chosen
        .putObject("annealing")
        .put("split", AcceptanceSplit.TRAIN_AND_VALIDATION.name())
        .put("examples", examples())
        .put("race", FIRST_SAMPLE)
        .put("restart", RESTART);
    chosen.put("steps", STEPS).put("batchSize", Math.min(BATCH, train));
    chosen.put("critique", CritiqueMode.JOINT.name()).put("memory", MEMORY);
    JsonNode annealing = optimizer.path("annealing");
    if (!Profiles.isSwitchedOff(annealing)) {
      chosen.putObject("validation").put("every", 0).put("finalists", finalists());
      chosen.put("candidates", CANDIDATES);
      if (!annealing.path("split").asText().equals(AcceptanceSplit.VALIDATION.name())) {
        chosen.put("batchFrom", BatchSource.MISTAKES.name());
      }
    }
    return chosen;
  }

  /** Names the settings that are no techniques. */
  static List<String> settings() {
    return List.of(
        "steps", "batchSize", "critique", "memory", "validation", "candidates", "batchFrom");
  }
}
