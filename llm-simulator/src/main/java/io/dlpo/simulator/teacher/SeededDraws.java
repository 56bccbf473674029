package io.dlpo.simulator.teacher;

import io.dlpo.simulator.chance.Chance;
import java.util.List;

/**
 * Pseudo-random draws for the reply to one request: the same for the same request. Pure.
 *
 * @param role the role that replies
 * @param request text of the request
 * @param variation distinguishes samples of the same request; empty at temperature 0
 */
record SeededDraws(String role, String request, String variation) {

  private static final double NONSENSE = 0.01;
  private static final double CUTS = 0.005;
  private static final double FENCES = 0.2;

  /**
   * Whether an event happens.
   *
   * @param share its probability, 0 to 1
   */
  boolean happens(String what, double share) {
    return Chance.of(role, what, request, variation) < share;
  }

  /** Picks one of the choices. */
  <T> T pick(String what, List<T> choices) {
    return Chance.pick(choices, role, what, request, variation);
  }

  /**
   * The draws for one of several candidates in a reply. The first has the draws of the reply.
   *
   * @param candidate its index, from 0
   */
  SeededDraws ofCandidate(int candidate) {
    return candidate == 0
        ? this
        : new SeededDraws(role, request, variation + " candidate " + candidate);
  }

  /** JSON as models send it: mostly plain, sometimes in a code fence, truncated or missing. */
  String formatted(String json) {
    if (happens("nonsense", NONSENSE)) {
      return "I would rather discuss the weather.";
    }
    if (happens("cuts", CUTS)) {
      return json.substring(0, json.length() / 2);
    }
    return happens("fences", FENCES) ? "Here it is:\n```json\n" + json + "\n```" : json;
  }
}
