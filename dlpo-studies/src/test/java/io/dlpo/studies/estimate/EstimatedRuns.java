package io.dlpo.studies.estimate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dlpo.contracts.id.RunId;
import io.dlpo.core.dataset.Dataset;
import io.dlpo.core.dataset.Row;
import io.dlpo.core.limit.InputLimits;
import io.dlpo.core.price.PriceFile;
import io.dlpo.core.run.RunContext;
import io.dlpo.core.spec.DefaultModels;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.core.spec.SpecReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs for tests: 20 rows to train on, 10 to validate and 30 to test. */
final class EstimatedRuns {

  static final int TRAIN = 20;
  static final int VALIDATION = 10;
  static final int TEST = 30;

  private static final String ID = "0123456789abcdef";

  private EstimatedRuns() {}

  /** A run with these settings of the optimizer. */
  static ResolvedRun of(String optimizer) {
    return with(optimizer, "metric: {type: number}");
  }

  /** The same with further lines of the spec, the metric among them. */
  static ResolvedRun with(String optimizer, String lines) {
    return read(
        """
        prompt: Answer the question.
        dataset: {id: %s, split: {train: %d, validation: %d, test: %d}}
        optimizer: {%s}
        %s
        """
            .formatted(ID, TRAIN, VALIDATION, TEST, optimizer, lines));
  }

  /** The same with a prompt of messages, of which only the first is open to edits. */
  static ResolvedRun withMessages(String optimizer) {
    return read(
        """
        messages:
          - {role: system, content: Answer the question.}
          - {role: user, content: 1 + 1, frozen: true}
          - {role: assistant, content: 'Answer: 2', frozen: true}
        dataset: {id: %s, split: {train: %d, validation: %d, test: %d}}
        optimizer: {%s}
        metric: {type: number}
        """
            .formatted(ID, TRAIN, VALIDATION, TEST, optimizer));
  }

  static RunContext context(ResolvedRun run) {
    return new RunContext(new RunId("estimate"), run.settings(), run.splits(), 0);
  }

  private static ResolvedRun read(String yaml) {
    Dataset dataset = dataset();
    try {
      return new SpecReader(
              new DefaultModels(Optional.of("sim-student"), Optional.of("sim-teacher")),
              PriceFile.builtIn(),
              id -> Optional.of(dataset),
              InputLimits.DEFAULT)
          .read(new YAMLMapper().readTree(yaml));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no YAML", e);
    }
  }

  private static Dataset dataset() {
    List<Row> rows =
        IntStream.rangeClosed(1, TRAIN + VALIDATION + TEST)
            .mapToObj(i -> new Row(i, "question " + i, String.valueOf(i), Map.of()))
            .toList();
    return new Dataset(ID, "numbers", rows);
  }
}
