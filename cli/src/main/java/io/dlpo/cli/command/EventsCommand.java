package io.dlpo.cli.command;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.event.EventReader;
import io.dlpo.cli.event.EventRecord;
import io.dlpo.cli.event.KafkaClientSettings;
import io.dlpo.cli.run.RunIdResolver;
import io.dlpo.cli.stack.StackManager;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.EventText;
import io.dlpo.contracts.event.EventType;
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
    description = {
      "Show new events as they arrive, until Ctrl-C.",
      "With --run, show all events of one run, from the first to the last."
    },
    footer = {
      "  ./dlpo events",
      "  ./dlpo events --run latest --json",
      "  KAFKA_BOOTSTRAP_SERVERS=kafka:9092 ./dlpo events"
    })
public final class EventsCommand implements Callable<Integer> {

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "Only of this run: an id, a unique prefix, or latest.")
  private @Nullable String run;

  @Option(names = "--json", description = "Print one JSON object for each event.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Map<String, Object> broker = broker(System.getenv());
    String runId = run == null ? null : RunIdResolver.resolve(OptimizerConnection.open(), run);
    Console console = Console.stdout(spec);
    EventText text = new EventText(ZoneId.systemDefault());
    Predicate<EventRecord> print =
        event -> json ? console.printData(event.json()) : console.printlnCut(text.line(event));
    try (EventReader reader = EventReader.open(broker, runId != null)) {
      if (runId == null) {
        reader.read(print);
      } else {
        reader.readUntil(
            event -> runId.equals(event.subject()),
            event -> event.is(EventType.RUN_FINISHED),
            print);
      }
    }
    return ExitStatus.DONE;
  }

  /**
   * The broker that the environment selects, or that of the local stack.
   *
   * @throws CliException if the environment selects a remote optimizer but no broker
   */
  static Map<String, Object> broker(Map<String, String> environment) {
    return KafkaClientSettings.of(environment)
        .orElseGet(
            () -> {
              if (OptimizerConnection.address(environment).isPresent()) {
                throw new CliException(
                    ExitStatus.USAGE,
                    "DLPO_REST selects a remote optimizer, but its broker is not known; set"
                        + " KAFKA_BOOTSTRAP_SERVERS, such as 127.0.0.1:9094");
              }
              return KafkaClientSettings.open(StackManager.ofEnvironment().required().kafka());
            });
  }
}
