package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A service process as {@code status --json} shows it.
 *
 * @param name such as {@code forward-engine}
 * @param index which of several, from where the stack counts
 * @param pid process id
 * @param ready whether it says so itself
 */
public record ServiceProcess(String name, int index, long pid, boolean ready) {

  static ServiceProcess of(JsonNode node) {
    return new ServiceProcess(
        node.path("name").asText(),
        node.path("index").asInt(),
        node.path("pid").asLong(),
        node.path("ready").asBoolean());
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() {
    if (!ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false)) {
      throw new AssertionError("cannot kill " + this);
    }
  }
}
