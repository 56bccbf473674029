package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.refusal.Problem;
import java.util.List;

/**
 * Checks that the settings of candidates, batches, chains and the final choice fit the annealing
 * settings. Resets those that do not, so that the rest can still be checked.
 *
 * @param optimizer merged with its profile, with all defaults
 */
record RaceCheck(ObjectNode optimizer) {

  private static final String FROM_MISTAKES = "MISTAKES";

  void addTo(List<Problem> problems) {
    JsonNode annealing = optimizer.path("annealing");
    boolean mistakes = optimizer.path("batchFrom").asText().equals(FROM_MISTAKES);
    if (annealing.isMissingNode()) {
      checkWithout(problems, mistakes);
      return;
    }
    if (mistakes && annealing.path("split").asText().equals("VALIDATION")) {
      problems.add(
          Wording.mustBe(
              "optimizer.batchFrom",
              FROM_MISTAKES,
              "TRAIN, unless optimizer.annealing.split is TRAIN or TRAIN_AND_VALIDATION: with"
                  + " VALIDATION, a batch must not show the backward model its rows"));
      optimizer.put("batchFrom", "TRAIN");
    }
    checkChains(problems, (ObjectNode) annealing);
    boolean races = annealing.path("race").asInt() > 0;
    if ((races || mistakes) && annealing.path("start").asText().equals("ZERO")) {
      problems.add(
          Wording.mustBe(
              "optimizer.annealing.start",
              "ZERO",
              "INITIAL, since optimizer."
                  + (races ? "annealing.race" : "batchFrom")
                  + " needs the mistakes of the initial prompt"));
      ((ObjectNode) annealing).put("start", "INITIAL");
    }
  }

  /** Chains exchange scored prompts, and their steps are not one after the other. */
  private void checkChains(List<Problem> problems, ObjectNode annealing) {
    String key = "optimizer.annealing.chains";
    if (annealing.path("start").asText().equals("ZERO")) {
      reset(problems, annealing, key, "chains", 1, ", since optimizer.annealing.start is ZERO");
    }
    if (optimizer.path("profile").asText().equals(Profiles.ADAPTIVE)) {
      reset(
          problems,
          annealing,
          key,
          "chains",
          1,
          ", since the profile adaptive learns from one step for the next");
    }
  }

  /** Without annealing, no candidate is scored. */
  private void checkWithout(List<Problem> problems, boolean mistakes) {
    String reason = ", since optimizer.annealing is off and no candidate is scored";
    if (mistakes) {
      problems.add(Wording.mustBe("optimizer.batchFrom", FROM_MISTAKES, "TRAIN" + reason));
      optimizer.put("batchFrom", "TRAIN");
    }
    reset(problems, optimizer, "optimizer.candidates", "candidates", 1, reason);
    if (optimizer.get("validation") instanceof ObjectNode validation) {
      reset(problems, validation, "optimizer.validation.finalists", "finalists", 0, reason);
    }
  }

  private static void reset(
      List<Problem> problems, ObjectNode section, String key, String name, int only, String why) {
    int value = section.path(name).asInt(only);
    if (value > 1) {
      problems.add(Wording.mustBe(key, String.valueOf(value), (only == 0 ? "0 or 1" : "1") + why));
      section.put(name, only);
    }
  }
}
