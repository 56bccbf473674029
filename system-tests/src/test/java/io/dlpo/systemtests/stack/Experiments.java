package io.dlpo.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Experiments with two variants and three seeds, on the command line.
 *
 * @param stack the stack that conducts them
 */
public record Experiments(Stack stack) {

  private static final String DATA = Dlpo.inCheckout("examples").toString();

  /** Runs the command and waits for it. */
  public CommandResult run(Path spec, String... options) {
    return stack.dlpo().run(arguments(spec, options));
  }

  /** Starts the command without waiting for it. */
  public Dlpo.RunningCommand start(Path spec) {
    return stack.dlpo().start(arguments(spec));
  }

  private static String[] arguments(Path spec, String... options) {
    return Stream.concat(
            Stream.of("experiment", spec.toString(), "--data", DATA), Stream.of(options))
        .toArray(String[]::new);
  }

  /** Returns the accuracy of each run in a report. */
  public static List<String> accuracies(JsonNode report) {
    return report
        .path("cells")
        .valueStream()
        .map(cell -> cell.path("cellId").asText() + " " + cell.path("accuracy").asText())
        .toList();
  }

  /** Returns the total number of paid calls in a report. */
  public static int paid(JsonNode report) {
    return report
        .path("cells")
        .valueStream()
        .flatMap(cell -> cell.at("/result/paidCalls").valueStream())
        .mapToInt(JsonNode::asInt)
        .sum();
  }

  /** Writes a spec with three consecutive seeds. Specs with the same seeds have the same runs. */
  public Path spec(String name, int seed) throws IOException {
    return Files.writeString(
        stack.dlpo().home().resolve(name + ".yaml"),
        """
        name: %s
        base:
          prompt: You will answer a reasoning question.
          metric: {type: number}
          optimizer: {batchSize: 5, steps: 3}
        datasets:
          all:
            dataset:
              file: object-counting.jsonl
              split: {train: 40, validation: 40, test: 60, seed: 1}
        variants:
          plain: {}
          rate: {optimizer: {learningRate: {limit: 1}}}
        seeds: [%d, %d, %d]
        parallel: 2
        """
            .formatted(name, seed, seed + 1, seed + 2));
  }
}
