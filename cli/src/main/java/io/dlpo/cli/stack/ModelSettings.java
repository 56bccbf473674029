package io.dlpo.cli.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where the models are, by the environment: without a key and an endpoint it is the simulator.
 *
 * @param endpoint base address
 * @param simulatorPort the simulator's port; empty for a real endpoint
 * @param environment what the services are told; never the key, which they inherit
 */
record ModelSettings(String endpoint, OptionalInt simulatorPort, Map<String, String> environment) {

  private static final String OPENAI = "https://api.openai.com/v1";

  static boolean areSimulated(Map<String, String> environment) {
    return isBlank(environment.get("OPENAI_API_KEY"))
        && isBlank(environment.get("OPENAI_BASE_URL"));
  }

  /**
   * @param environment of the user
   * @param freePort for the simulator, if it is needed
   */
  static ModelSettings of(Map<String, String> environment, int freePort) {
    boolean simulated = areSimulated(environment);
    String endpoint =
        simulated
            ? "http://127.0.0.1:" + freePort + "/v1"
            : isBlank(environment.get("OPENAI_BASE_URL"))
                ? OPENAI
                : environment.get("OPENAI_BASE_URL");
    Map<String, String> told = new HashMap<>();
    told.put("OPENAI_BASE_URL", endpoint);
    model(environment, told, "DLPO_FORWARD_MODEL", simulated ? "sim-student" : "gpt-4o-mini");
    model(environment, told, "DLPO_BACKWARD_MODEL", simulated ? "sim-teacher" : "gpt-4o");
    return new ModelSettings(
        endpoint, simulated ? OptionalInt.of(freePort) : OptionalInt.empty(), told);
  }

  private static void model(
      Map<String, String> environment, Map<String, String> told, String name, String absent) {
    told.put(name, isBlank(environment.get(name)) ? absent : environment.get(name));
  }

  boolean simulated() {
    return simulatorPort.isPresent();
  }

  private static boolean isBlank(String value) {
    return value == null || value.isBlank();
  }
}
