package io.dlpo.optimizer.rest;

import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.PredictionProduced;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An example of an evaluation.
 *
 * @param exampleId the example
 * @param input what was asked; null if the dataset does not have the example
 * @param reference the right answer; null if the dataset does not have the example
 * @param output the model's answer; null if it is not known or there is none
 * @param thought what the model thought before the answer; null if it is not known or there is none
 * @param feedback why the answer is wrong; null if it is right or the list of mistakes was cut
 * @param score 0 to 1; null if the call failed
 * @param before the score in the evaluation before; null without one, or if it had no score there
 * @param outputBefore the model's answer there; null if it is not known
 * @param turned how right and wrong changed; null without a score on both sides
 */
public record ExampleBody(
    String exampleId,
    @Nullable String input,
    @Nullable String reference,
    @Nullable String output,
    @Nullable String thought,
    @Nullable String feedback,
    @Nullable Double score,
    @Nullable Double before,
    @Nullable String outputBefore,
    @Nullable Turn turned) {

  /** How an answer compares with the one before. */
  public enum Turn {
    STAYED,
    RIGHT_TO_WRONG,
    WRONG_TO_RIGHT;

    static @Nullable Turn of(@Nullable Double before, @Nullable Double now) {
      if (before == null || now == null || (before == 1) == (now == 1)) {
        return before == null || now == null ? null : STAYED;
      }
      return now == 1 ? WRONG_TO_RIGHT : RIGHT_TO_WRONG;
    }
  }

  /**
   * The examples of an evaluation in the order of their ids.
   *
   * @param before an earlier evaluation; null without a comparison
   * @param dataset the examples of the run by id
   * @param replies replies by their identity
   */
  static List<ExampleBody> of(
      BatchScored scored,
      @Nullable BatchScored before,
      Map<String, Example> dataset,
      Map<String, PredictionProduced> replies) {
    Map<String, Mistake> mistakes = mistakes(scored);
    Map<String, Mistake> mistakesBefore = before == null ? Map.of() : mistakes(before);
    Map<String, Double> scoresBefore = before == null ? Map.of() : scores(before);
    return scored.examples().stream()
        .map(
            example -> {
              String id = example.exampleId();
              Example row = dataset.get(id);
              Mistake mistake = mistakes.get(id);
              Double earlier = scoresBefore.get(id);
              return new ExampleBody(
                  id,
                  row == null ? null : row.question(),
                  row == null ? null : row.reference(),
                  output(scored, id, mistake, replies),
                  thought(replies.get(identity(scored, id))),
                  mistake == null ? null : mistake.feedback(),
                  example.score(),
                  earlier,
                  before == null ? null : output(before, id, mistakesBefore.get(id), replies),
                  Turn.of(earlier, example.score()));
            })
        .toList();
  }

  private static @Nullable String output(
      BatchScored scored,
      String id,
      @Nullable Mistake mistake,
      Map<String, PredictionProduced> replies) {
    PredictionProduced reply = replies.get(identity(scored, id));
    String output = reply == null ? null : reply.output();
    return output == null && mistake != null ? mistake.output() : output;
  }

  private static @Nullable String thought(@Nullable PredictionProduced reply) {
    return reply == null ? null : reply.thought();
  }

  private static String identity(BatchScored scored, String id) {
    return scored.evaluation().id().value() + ":" + id;
  }

  private static Map<String, Mistake> mistakes(BatchScored scored) {
    return scored.mistakes().stream()
        .collect(Collectors.toMap(Mistake::exampleId, Function.identity(), (one, other) -> one));
  }

  private static Map<String, Double> scores(BatchScored scored) {
    Map<String, Double> scores = new HashMap<>();
    for (ExampleScore example : scored.examples()) {
      Double score = example.score();
      if (score != null) {
        scores.put(example.exampleId(), score);
      }
    }
    return scores;
  }
}
