package io.dlpo.cli.stack;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The models of the stack. Without a key, a key file and an endpoint in the environment, the
 * simulator replaces them.
 *
 * @param endpoint base address of the model endpoint
 * @param simulatorPort port of the simulator; empty for a real endpoint
 * @param environment variables for the services; not the key, which they inherit
 */
record ModelSettings(String endpoint, OptionalInt simulatorPort, Map<String, String> environment) {

  private static final String OPENAI = "https://api.openai.com/v1";

  static boolean areSimulated(Map<String, String> environment) {
    return isBlank(environment.get("OPENAI_API_KEY"))
        && isBlank(environment.get("OPENAI_API_KEY_FILE"))
        && isBlank(environment.get("OPENAI_BASE_URL"));
  }

  /**
   * The settings that an environment selects.
   *
   * @param environment the environment of the user
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
    Map<String, String> settings = new HashMap<>();
    settings.put("OPENAI_BASE_URL", endpoint);
    model(environment, settings, "DLPO_FORWARD_MODEL", simulated ? "sim-student" : "gpt-4o-mini");
    model(environment, settings, "DLPO_BACKWARD_MODEL", simulated ? "sim-teacher" : "gpt-4o");
    return new ModelSettings(
        endpoint, simulated ? OptionalInt.of(freePort) : OptionalInt.empty(), settings);
  }

  private static void model(
      Map<String, String> environment, Map<String, String> settings, String name, String fallback) {
    settings.put(name, isBlank(environment.get(name)) ? fallback : environment.get(name));
  }

  boolean simulated() {
    return simulatorPort.isPresent();
  }

  private static boolean isBlank(String value) {
    return value == null || value.isBlank();
  }
}
