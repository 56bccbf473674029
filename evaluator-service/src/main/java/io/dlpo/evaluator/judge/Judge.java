package io.dlpo.evaluator.judge;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.evaluator.scoring.ScorerReply;
import io.dlpo.evaluator.scoring.ScoringResult;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelGateway;
import io.dlpo.gateway.ModelReply;
import io.dlpo.gateway.ModelRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores answers with a judge model. An unreadable reply is requested once more; after that, as
 * after a failed call, there is no score. Repeated judgements are free: the ledger has them.
 */
@ApplicationScoped
public class Judge {

  private final ModelGateway gateway;

  Judge(ModelGateway gateway) {
    this.gateway = gateway;
  }

  /**
   * Scores an answer. Blocks while the model replies; call it outside any transaction.
   *
   * @param answer the reply of the forward model
   */
  public ScoringResult score(
      Evaluation evaluation, JudgeMetric metric, Example example, String answer) {
    JudgeCalls calls = new JudgeCalls(new ArrayList<>(), new ArrayList<>());
    return switch (call(JudgeRequest.first(evaluation, metric, example, answer), calls)) {
      case JudgeCall.Failed failed -> failed(failed.failure(), calls);
      case JudgeCall.Replied(ScorerReply.Scored scored) -> scored(scored, calls);
      case JudgeCall.Replied(ScorerReply.Unreadable unreadable) ->
          retry(
              JudgeRequest.again(evaluation, metric, example, answer, unreadable.problem()), calls);
    };
  }

  private ScoringResult retry(ModelRequest request, JudgeCalls calls) {
    return switch (call(request, calls)) {
      case JudgeCall.Failed failed -> failed(failed.failure(), calls);
      case JudgeCall.Replied(ScorerReply.Scored scored) -> scored(scored, calls);
      case JudgeCall.Replied(ScorerReply.Unreadable unreadable) ->
          failed(
              new CallFailure(
                  FailureKind.UNREADABLE,
                  request.engine().model()
                      + " gave two unreadable replies; the last one: "
                      + unreadable.problem()),
              calls);
    };
  }

  private JudgeCall call(ModelRequest request, JudgeCalls calls) {
    return switch (gateway.call(request)) {
      case ModelReply.Failed failed -> {
        if (!failed.call().equals(ModelCall.NONE)) {
          calls.made().add(failed.call());
        }
        yield new JudgeCall.Failed(failed.failure());
      }
      case ModelReply.Replied replied -> {
        calls.made().add(replied.call());
        calls.notes().addAll(replied.notes());
        yield new JudgeCall.Replied(read(replied));
      }
    };
  }

  private static ScorerReply read(ModelReply.Replied replied) {
    ScorerReply reply = ScorerReply.of("judge", replied.text());
    return switch (reply) {
      case ScorerReply.Unreadable unreadable when replied.finish() == FinishReason.LENGTH ->
          new ScorerReply.Unreadable(unreadable.problem() + "; it was cut off at maxTokens");
      default -> reply;
    };
  }

  private static ScoringResult scored(ScorerReply.Scored scored, JudgeCalls calls) {
    return new ScoringResult.Scored(scored.score(), calls.made(), calls.notes());
  }

  private static ScoringResult failed(CallFailure failure, JudgeCalls calls) {
    return new ScoringResult.Failed(
        new CallFailure(failure.kind(), "the judge: " + failure.message()),
        calls.made(),
        calls.notes());
  }

  /** The calls about one answer, and the notes about the judge. */
  private record JudgeCalls(List<ModelCall> made, List<String> notes) {}

  /** The result of one judge call. */
  private sealed interface JudgeCall {

    record Replied(ScorerReply reply) implements JudgeCall {}

    record Failed(CallFailure failure) implements JudgeCall {}
  }
}
