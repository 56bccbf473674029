package io.dlpo.cli.view;

import io.dlpo.cli.stack.DlpoService;
import io.dlpo.cli.stack.StackState;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.terminal.Style;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A local stack: its addresses and its services. */
public final class StackText {

  private StackText() {}

  /** Prints addresses and services. */
  public static void print(StackState state, Console console) {
    field("REST", state.rest(), console);
    field("Kafka", state.kafka(), console);
    field("database", state.database(), console);
    field(
        "models",
        state.modelEndpoint()
            + (state.simulated()
                ? "  (simulated: no OPENAI_API_KEY, OPENAI_API_KEY_FILE or OPENAI_BASE_URL is set)"
                : ""),
        console);
    state.services().forEach(service -> service(service, console));
  }

  private static void field(String name, String value, Console console) {
    console.println("%-10s".formatted(name), value);
  }

  private static void service(StackState.ServiceState service, Console console) {
    console.println(
        "%-18s %s  pid %d  %s"
            .formatted(
                service.name() + "-" + service.index(),
                service.http(),
                service.pid(),
                service.ready()
                    ? console.styled(Style.GREEN, "ready")
                    : console.styled(Style.RED, "not ready")));
  }

  /** The scale as it is given in options, such as {@code evaluator=2}. */
  public static String scale(StackState state) {
    return Arrays.stream(DlpoService.values())
        .map(service -> service.label() + "=" + state.scale().getOrDefault(service.label(), 1))
        .collect(Collectors.joining(" "));
  }
}
