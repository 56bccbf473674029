package io.dlpo.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.stack.StackManager;
import io.dlpo.cli.stack.StackState;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.StackText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo status}. */
@Command(
    name = "status",
    description = {
      "Show the state of the local stack.",
      "This includes its addresses and whether its services are ready."
    })
public final class StatusCommand implements Callable<Integer> {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    StackManager stack = StackManager.ofEnvironment();
    stack.required();
    StackState state = stack.status().orElseThrow();
    if (json) {
      ObjectNode node = MAPPER.createObjectNode();
      node.put("rest", state.rest()).put("kafka", state.kafka()).put("database", state.database());
      node.put("modelEndpoint", state.modelEndpoint()).put("simulated", state.simulated());
      node.set("services", MAPPER.valueToTree(state.services()));
      Console.stdout(spec).printData(MAPPER.writeValueAsString(node));
    } else {
      StackText.print(state, Console.stdout(spec));
    }
    return ExitStatus.DONE;
  }
}
