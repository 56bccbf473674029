package io.dlpo.core.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.core.limit.InputLimits;
import io.dlpo.core.limit.TextSize;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.run.AcceptanceSplit;
import io.dlpo.core.run.AnnealingSettings;
import io.dlpo.core.run.Splits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the parts of a run fit into its events, so that a run that is too large is refused
 * before it begins.
 *
 * @param limits the size limits
 */
record SizeCheck(InputLimits limits) {

  private static final int SHOWN = 5;

  /** The problem with the initial prompt, if it is too large. */
  Optional<Problem> ofPrompt(String key, String prompt) {
    return tooLarge(key, TextSize.of(prompt), limits.promptBytes(), "prompt-bytes", "shorten it");
  }

  /** The problem with the resolved spec, if it is too large. */
  Optional<Problem> ofSpec(JsonNode spec) {
    return tooLarge(
        "spec",
        spec.toString().getBytes(StandardCharsets.UTF_8).length,
        limits.specBytes(),
        "spec-bytes",
        "shorten its texts, such as dataset.name");
  }

  /** A problem for each of the first few examples that are too large. */
  List<Problem> ofExamples(List<Example> examples) {
    return examples.stream()
        .flatMap(
            example ->
                tooLarge(
                    example.id(),
                    TextSize.of(example),
                    limits.exampleBytes(),
                    "example-bytes",
                    "shorten its texts, or take the row out")
                    .stream())
        .limit(SHOWN)
        .toList();
  }

  /** A problem for each split that is evaluated as a whole and has too many examples. */
  List<Problem> ofSplits(Splits splits, @Nullable AnnealingSettings annealing) {
    boolean onTrain = annealing != null && annealing.split() != AcceptanceSplit.VALIDATION;
    return Stream.of(
            split("train", onTrain ? annealing.acceptanceSet(splits).size() : 0),
            split("validation", splits.validation().size()),
            split("test", splits.test().size()))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Problem> split(String name, int size) {
    return size <= limits.evaluationExamples()
        ? Optional.empty()
        : Optional.of(
            Wording.mustBe(
                "dataset.split." + name,
                String.valueOf(size),
                "at most %d, since it is evaluated at once (dlpo.limits.evaluation-examples of the optimizer)"
                    .formatted(limits.evaluationExamples())));
  }

  private static Optional<Problem> tooLarge(
      String key, int bytes, int most, String setting, String advice) {
    if (bytes <= most) {
      return Optional.empty();
    }
    String allowed = "at most " + most + " bytes (dlpo.limits." + setting + " of the optimizer)";
    return Optional.of(
        new Problem(
            key,
            bytes + " bytes",
            allowed,
            "`%s` is %d bytes as JSON; it must be %s; %s".formatted(key, bytes, allowed, advice)));
  }
}
