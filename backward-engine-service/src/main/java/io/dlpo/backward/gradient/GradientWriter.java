package io.dlpo.backward.gradient;

import io.dlpo.backward.critique.CritiqueRequest;
import io.dlpo.backward.critique.MergedCritiqueRequest;
import io.dlpo.backward.critique.MistakeList;
import io.dlpo.backward.reduction.ReductionRequest;
import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.gateway.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Writes the gradient of a batch: all critiques concurrently, then one reduction. If the run merges
 * its critiques, one request takes the place of both; if the update finds the causes itself, no
 * model is asked.
 */
final class GradientWriter {

  private final ModelCalls calls;

  GradientWriter(ModelCalls calls) {
    this.calls = calls;
  }

  /** Whether a gradient is needed: for a batch without failures that has mistakes. */
  static boolean isDue(BatchScored scored) {
    return switch (scored.evaluation().purpose()) {
      case BATCH -> scored.failed() == 0 && !scored.mistakes().isEmpty();
      case SCREENING, ACCEPTANCE, VALIDATION, TEST -> false;
    };
  }

  /**
   * The gradient, or the first failure in the order of the mistakes. Blocks while the model
   * replies.
   */
  GradientProduced write(BatchScored scored) {
    return switch (scored.evaluation().critiqueMode()) {
      case EACH -> reduced(scored);
      case MERGED -> merged(scored);
      case JOINT -> listed(scored);
    };
  }

  private GradientProduced merged(BatchScored scored) {
    Evaluation evaluation = scored.evaluation();
    BackwardReply advice =
        replies(evaluation, List.of(MergedCritiqueRequest.of(evaluation, scored.mistakes())))
            .getFirst();
    return new GradientProduced(
        evaluation,
        advice.text(),
        advice.failure(),
        List.of(),
        advice.usage(),
        Usage.NONE,
        advice.call().latencyMillis(),
        scored.correct(),
        advice.notes());
  }

  private static GradientProduced listed(BatchScored scored) {
    return new GradientProduced(
        scored.evaluation(),
        MistakeList.of(scored.evaluation(), scored.mistakes()).stripTrailing(),
        null,
        List.of(),
        Usage.NONE,
        Usage.NONE,
        0,
        scored.correct());
  }

  private GradientProduced reduced(BatchScored scored) {
    Evaluation evaluation = scored.evaluation();
    List<ModelRequest> requests =
        scored.mistakes().stream().map(mistake -> CritiqueRequest.of(evaluation, mistake)).toList();
    List<BackwardReply> replies = replies(evaluation, requests);
    Usage usage = replies.stream().map(BackwardReply::usage).reduce(Usage.NONE, Usage::plus);
    long slowest =
        replies.stream().mapToLong(reply -> reply.call().latencyMillis()).max().orElse(0);
    for (BackwardReply reply : replies) {
      if (reply.failure() != null) {
        return failed(scored, reply.failure(), usage, slowest, notes(replies));
      }
    }
    return reduce(scored, replies, usage, slowest);
  }

  private GradientProduced reduce(
      BatchScored scored, List<BackwardReply> replies, Usage critiqueUsage, long slowest) {
    List<Critique> critiques = critiques(scored.mistakes(), replies);
    Evaluation evaluation = scored.evaluation();
    BackwardReply advice =
        replies(evaluation, List.of(ReductionRequest.of(evaluation, critiques))).getFirst();
    return new GradientProduced(
        evaluation,
        advice.text(),
        advice.failure(),
        critiques,
        critiqueUsage,
        advice.usage(),
        slowest + advice.call().latencyMillis(),
        scored.correct(),
        notes(Stream.concat(replies.stream(), Stream.of(advice)).toList()));
  }

  private static List<String> notes(List<BackwardReply> replies) {
    return replies.stream().flatMap(reply -> reply.notes().stream()).toList();
  }

  private List<BackwardReply> replies(Evaluation evaluation, List<ModelRequest> requests) {
    String model = evaluation.engines().backward().model();
    return calls.all(requests).stream().map(reply -> BackwardReply.of(model, reply)).toList();
  }

  private static List<Critique> critiques(List<Mistake> mistakes, List<BackwardReply> replies) {
    List<Critique> critiques = new ArrayList<>();
    for (int i = 0; i < replies.size(); i++) {
      String text = Objects.requireNonNull(replies.get(i).text());
      critiques.add(new Critique(mistakes.get(i).exampleId(), text));
    }
    return critiques;
  }

  private static GradientProduced failed(
      BatchScored scored, CallFailure failure, Usage usage, long slowest, List<String> notes) {
    return new GradientProduced(
        scored.evaluation(),
        null,
        failure,
        List.of(),
        usage,
        Usage.NONE,
        slowest,
        scored.correct(),
        notes);
  }
}
