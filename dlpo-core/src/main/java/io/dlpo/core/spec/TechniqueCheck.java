package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.run.OptimizerSettings;
import java.util.List;

/**
 * Checks the combination of techniques after the spec was merged with its profile. Removes invalid
 * techniques, so that the rest can still be checked.
 *
 * @param optimizer merged with its profile, with all defaults
 */
record TechniqueCheck(ObjectNode optimizer) {

  void addTo(List<Problem> problems) {
    JsonNode rate = optimizer.path("learningRate");
    if (rate.isObject() && !rate.has("limit")) {
      String key = "optimizer.learningRate.limit";
      problems.add(Wording.required(key, AllowedValue.in(SpecSchema.PUBLISHED.at(key))));
      optimizer.remove("learningRate");
    }
    JsonNode regularization = optimizer.path("regularization");
    if (regularization.isObject()
        && !regularization.path("l1").booleanValue()
        && !regularization.path("l2").booleanValue()) {
      problems.add(
          Wording.mustBe(
              "optimizer.regularization.l1",
              "false",
              "true, or l2 must be; to switch both off, use regularization: false"));
      optimizer.remove("regularization");
    }
    if (!optimizer.has("annealing")
        && optimizer.path("profile").textValue().equals(Profiles.ADAPTIVE)) {
      problems.add(
          Wording.mustBe(
              "optimizer.annealing",
              "false",
              "true or an object: the profile adaptive learns from the scores of candidates, so"
                  + " they must be compared"));
      optimizer.put("profile", OptimizerSettings.DEFAULT_PROFILE);
    }
  }
}
