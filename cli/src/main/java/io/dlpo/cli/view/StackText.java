package io.dlpo.cli.view;

import io.dlpo.cli.stack.DlpoService;
import io.dlpo.cli.stack.StackState;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A stack in words. */
public final class StackText {

  private StackText() {}

  /** Prints addresses and services. */
  public static void print(StackState state, PrintWriter out) {
    out.println("REST      " + state.rest());
    out.println("Kafka     " + state.kafka());
    out.println("database  " + state.database());
    out.println(
        "models    "
            + state.modelEndpoint()
            + (state.simulated()
                ? "  (simulated: no OPENAI_API_KEY or OPENAI_BASE_URL is set)"
                : ""));
    state
        .services()
        .forEach(
            service ->
                out.printf(
                    "%-18s %s  pid %d  %s%n",
                    service.name() + "-" + service.index(),
                    service.http(),
                    service.pid(),
                    service.ready() ? "ready" : "not ready"));
  }

  /** The scale as it is written in options. */
  public static String scale(StackState state) {
    return Arrays.stream(DlpoService.values())
        .map(service -> service.label() + "=" + state.scale().getOrDefault(service.label(), 1))
        .collect(Collectors.joining(" "));
  }
}
