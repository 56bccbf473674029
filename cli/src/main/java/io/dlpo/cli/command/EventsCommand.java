package io.dlpo.cli.command;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.event.EventReader;
import io.dlpo.cli.event.EventRecord;
import io.dlpo.cli.event.KafkaClientSettings;
import io.dlpo.cli.run.RunIdResolver;
import io.dlpo.cli.stack.StackManager;
import io.dlpo.cli.view.EventText;
import io.dlpo.contracts.event.EventType;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dlpo events}. */
@Command(
    name = "events",
    description =
        "Show the events as they come, until Ctrl-C. With --run those of one run, from its"
            + " beginning to its end.")
public final class EventsCommand implements Callable<Integer> {

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Only of this run: its id, the beginning of it, or latest.")
  private @Nullable String run;

  @Option(names = "--json", description = "Print one JSON object for each event.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, Object> broker = broker(System.getenv());
    String runId = run == null ? null : RunIdResolver.resolve(OptimizerConnection.rest(), run);
    PrintWriter out = spec.commandLine().getOut();
    EventText text = new EventText(ZoneId.systemDefault());
    Predicate<EventRecord> shown =
        event -> {
          if (runId == null || runId.equals(event.subject())) {
            out.println(json ? event.json() : text.line(event));
          }
          // Whoever reads this may have gone.
          return !out.checkError();
        };
    try (EventReader tap = EventReader.open(broker, runId != null)) {
      if (runId == null) {
        tap.read(shown);
      } else {
        tap.readUntil(
            event -> event.is(EventType.RUN_FINISHED) && runId.equals(event.subject()), shown);
      }
    }
    return ExitStatus.DONE;
  }

  /**
   * The broker that the environment names, or else the local stack's.
   *
   * @throws CliException if the environment names an optimizer elsewhere and no broker
   */
  static Map<String, Object> broker(Map<String, String> environment) {
    return KafkaClientSettings.of(environment)
        .orElseGet(
            () -> {
              if (OptimizerConnection.address(environment).isPresent()) {
                throw new CliException(
                    ExitStatus.USAGE,
                    "DLPO_REST names an optimizer elsewhere, but nothing names its broker; set"
                        + " KAFKA_BOOTSTRAP_SERVERS, such as 127.0.0.1:9094");
              }
              return KafkaClientSettings.open(StackManager.ofEnvironment().required().kafka());
            });
  }
}
