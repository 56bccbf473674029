package io.dlpo.simulator.teacher;

import io.dlpo.simulator.chance.Chance;
import java.util.List;

/**
 * What happens to fall out in answering one request: the same for the same request. Pure.
 *
 * @param role who answers
 * @param request the text of the request
 * @param variation tells samples of the same request apart; empty at temperature 0
 */
record Luck(String role, String request, String variation) {

  private static final double NONSENSE = 0.01;
  private static final double CUTS = 0.005;
  private static final double FENCES = 0.2;

  /**
   * Whether something happens.
   *
   * @param share how often it does, 0 to 1
   */
  boolean happens(String what, double share) {
    return Chance.of(role, what, request, variation) < share;
  }

  /** One of the choices. */
  <T> T pick(String what, List<T> choices) {
    return Chance.pick(choices, role, what, request, variation);
  }

  /** JSON as models send it: mostly bare, now and then in a fence, cut short or forgotten. */
  String dressed(String json) {
    if (happens("nonsense", NONSENSE)) {
      return "I would rather discuss the weather.";
    }
    if (happens("cuts", CUTS)) {
      return json.substring(0, json.length() / 2);
    }
    return happens("fences", FENCES) ? "Here it is:\n```json\n" + json + "\n```" : json;
  }
}
