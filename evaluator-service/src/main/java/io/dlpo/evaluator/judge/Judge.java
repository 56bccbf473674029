package io.dlpo.evaluator.judge;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.evaluator.scoring.Assessment;
import io.dlpo.evaluator.scoring.Verdict;
import io.dlpo.gateway.FinishReason;
import io.dlpo.gateway.ModelGateway;
import io.dlpo.gateway.ModelReply;
import io.dlpo.gateway.ModelRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Has answers judged by a model. A reply that cannot be read is asked for once more; after that, as
 * after a failed call, there is no score. What was judged before is free: the ledger has it.
 */
@ApplicationScoped
public class Judge {

  private final ModelGateway gateway;

  Judge(ModelGateway gateway) {
    this.gateway = gateway;
  }

  /**
   * Judges an answer. Blocks while the model replies; call it outside any transaction.
   *
   * @param answer what the forward model replied to the example
   */
  public Assessment assess(
      Evaluation evaluation, JudgeMetric metric, Example example, String answer) {
    List<ModelCall> calls = new ArrayList<>();
    return switch (ask(JudgeRequest.first(evaluation, metric, example, answer), calls)) {
      case Hearing.Failed failed -> failed(failed.failure(), calls);
      case Hearing.Heard(Verdict.Read read) -> new Assessment.Scored(read.score(), calls);
      case Hearing.Heard(Verdict.Unreadable unreadable) ->
          secondTime(
              JudgeRequest.again(evaluation, metric, example, answer, unreadable.problem()), calls);
    };
  }

  private Assessment secondTime(ModelRequest request, List<ModelCall> calls) {
    return switch (ask(request, calls)) {
      case Hearing.Failed failed -> failed(failed.failure(), calls);
      case Hearing.Heard(Verdict.Read read) -> new Assessment.Scored(read.score(), calls);
      case Hearing.Heard(Verdict.Unreadable unreadable) ->
          failed(
              new CallFailure(
                  FailureKind.UNREADABLE,
                  request.engine().model()
                      + " gave two replies that are no verdict; of the last, "
                      + unreadable.problem()),
              calls);
    };
  }

  private Hearing ask(ModelRequest request, List<ModelCall> calls) {
    return switch (gateway.call(request)) {
      case ModelReply.Failed failed -> new Hearing.Failed(failed.failure());
      case ModelReply.Replied replied -> {
        calls.add(replied.call());
        yield new Hearing.Heard(verdict(replied));
      }
    };
  }

  private static Verdict verdict(ModelReply.Replied replied) {
    Verdict verdict = Verdict.of("judge", replied.text());
    return switch (verdict) {
      case Verdict.Unreadable unreadable when replied.finish() == FinishReason.LENGTH ->
          new Verdict.Unreadable(unreadable.problem() + "; it was cut off at maxTokens");
      case Verdict.Unreadable unreadable when replied.finish() == FinishReason.CONTENT_FILTER ->
          new Verdict.Unreadable("the endpoint's content filter took it");
      default -> verdict;
    };
  }

  private static Assessment failed(CallFailure failure, List<ModelCall> calls) {
    return new Assessment.Failed(
        new CallFailure(failure.kind(), "the judge: " + failure.message()), calls);
  }

  /** What came of asking once. */
  private sealed interface Hearing {

    record Heard(Verdict verdict) implements Hearing {}

    record Failed(CallFailure failure) implements Hearing {}
  }
}
