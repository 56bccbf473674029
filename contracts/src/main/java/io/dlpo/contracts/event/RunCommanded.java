package io.dlpo.contracts.event;

import io.dlpo.contracts.id.RunId;
import java.util.Objects;

/**
 * A user gave a command to a run.
 *
 * @param commandId random id of the request, identifies repeated records
 * @param runId the run
 * @param command the command
 */
public record RunCommanded(String commandId, RunId runId, RunCommand command) implements Event {

  public RunCommanded {
    Objects.requireNonNull(commandId, "RunCommanded.commandId is missing");
    Objects.requireNonNull(runId, "RunCommanded.runId is missing");
    Objects.requireNonNull(command, "RunCommanded.command is missing");
  }

  @Override
  public String partitionKey() {
    return runId.value();
  }

  @Override
  public String identity() {
    return commandId;
  }
}
