package io.dlpo.contracts.event;

import io.dlpo.contracts.id.RunId;
import java.util.Objects;

/**
 * A user asked a run to pause, resume or stop, or to be forgotten.
 *
 * @param commandId drawn for each request, so that a repeated record is known
 * @param runId the run
 * @param command what is asked
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
