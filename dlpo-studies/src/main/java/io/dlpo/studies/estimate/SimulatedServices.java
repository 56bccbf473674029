package io.dlpo.studies.estimate;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.metric.JudgeMetric;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.run.RunSettings;
import io.dlpo.core.step.Draws;
import io.dlpo.core.update.UpdateReply;
import io.dlpo.core.update.UpdateRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Simulates the other services and their models. Not thread-safe. */
final class SimulatedServices {

  private static final int FEEDBACK_OF_A_RULE = 14;
  private static final int MARK = 4;

  private final AssumedStudent student;
  private final AssumedTeacher teacher;
  private final SimulatedLedger ledger;
  private final String answer;
  private final Optional<JudgeMetric> judge;
  private final String verdict;
  private final String feedback;
  private final int hidden;
  private String parent;

  /**
   * @param number number of the simulated run within the estimate; seeds its random draws
   */
  SimulatedServices(RunSettings settings, Assumptions assumptions, TokenMeter meter, int number) {
    Draws draws = Draws.of(settings.seed(), 0, "estimate", number);
    this.parent = Prompt.parse(settings.prompt()).text();
    this.student = new AssumedStudent(assumptions, parent, draws);
    this.teacher = new AssumedTeacher(assumptions, meter, draws);
    this.ledger = new SimulatedLedger(meter);
    this.answer = meter.text(ModelRole.FORWARD, assumptions.tokens(Assumption.TOKENS_ANSWER));
    this.judge = ModelRole.judge(settings.metric());
    this.verdict =
        judge
            .map(known -> meter.text(ModelRole.JUDGE, assumptions.tokens(Assumption.TOKENS_JUDGE)))
            .orElse("");
    this.feedback = verdict.isEmpty() ? meter.text(ModelRole.FORWARD, FEEDBACK_OF_A_RULE) : verdict;
    this.hidden = assumptions.tokens(Assumption.TOKENS_REASONING);
  }

  /** Usage by stage so far. */
  Map<CallPurpose, Usage> spent() {
    return ledger.spent();
  }

  /** Simulates the forward engine and the evaluator. */
  BatchScored score(Evaluation evaluation, List<Example> examples) {
    student.made(parent, evaluation.prompt());
    String format = evaluation.metric().answerFormat();
    String system = evaluation.prompt() + (format.isEmpty() ? "" : "\n\n" + format);
    // Answers of different prompts differ, so that the judge is asked about each.
    String mark = judge.isPresent() ? evaluation.promptId().value().substring(0, MARK) : "";
    List<ExampleScore> scores = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    Usage answered = Usage.NONE;
    Usage judged = Usage.NONE;
    for (Example example : examples) {
      String output = mark + answer + example.reference();
      SimulatedRequest request = new SimulatedRequest(system, example.question());
      answered = answered.plus(ask(CallPurpose.of(evaluation.purpose()), request, output));
      if (judge.isPresent()) {
        SimulatedRequest judging = ServiceRequests.judge(judge.get(), example, output);
        judged = judged.plus(ask(CallPurpose.JUDGE, judging, verdict));
      }
      boolean right = student.answers(evaluation.prompt(), example);
      scores.add(new ExampleScore(example.id(), right ? 1.0 : 0.0));
      if (!right) {
        mistakes.add(
            new Mistake(example.id(), example.question(), output, example.reference(), feedback));
      }
    }
    int correct = examples.size() - mistakes.size();
    double score = (double) correct / examples.size();
    return new BatchScored(
        evaluation,
        correct,
        0,
        score,
        scores,
        mistakes,
        List.of(),
        answered.plus(judged),
        0,
        judge.isPresent() ? judged : null);
  }

  private Usage ask(CallPurpose stage, SimulatedRequest request, String reply) {
    return Usage.of(ledger.ask(stage, request, 0, () -> reply).call());
  }

  /** Simulates the backward engine. */
  GradientProduced gradient(BatchScored scored) {
    return switch (scored.evaluation().critiqueMode()) {
      case EACH -> reduced(scored);
      case MERGED -> merged(scored);
      case JOINT ->
          gradient(
              scored,
              ServiceRequests.mistakes(scored.evaluation(), scored.mistakes()),
              List.of(),
              Usage.NONE,
              Usage.NONE);
    };
  }

  private GradientProduced merged(BatchScored scored) {
    SimulatedLedger.Reply critique =
        ledger.ask(
            CallPurpose.CRITIQUE,
            ServiceRequests.mergedCritique(scored.evaluation(), scored.mistakes()),
            hidden,
            () -> teacher.words(Assumption.TOKENS_REDUCTION));
    return gradient(scored, critique.text(), List.of(), Usage.of(critique.call()), Usage.NONE);
  }

  private static GradientProduced gradient(
      BatchScored scored,
      String text,
      List<Critique> critiques,
      Usage critiqueUsage,
      Usage reductionUsage) {
    return new GradientProduced(
        scored.evaluation(),
        text,
        null,
        critiques,
        critiqueUsage,
        reductionUsage,
        0,
        scored.correct());
  }

  private GradientProduced reduced(BatchScored scored) {
    Evaluation evaluation = scored.evaluation();
    List<Critique> critiques = new ArrayList<>();
    Usage usage = Usage.NONE;
    for (Mistake mistake : scored.mistakes()) {
      SimulatedLedger.Reply reply =
          ledger.ask(
              CallPurpose.CRITIQUE,
              ServiceRequests.critique(evaluation, mistake),
              hidden,
              () -> teacher.words(Assumption.TOKENS_CRITIQUE));
      usage = usage.plus(Usage.of(reply.call()));
      critiques.add(new Critique(mistake.exampleId(), reply.text()));
    }
    SimulatedLedger.Reply reduction =
        ledger.ask(
            CallPurpose.REDUCTION,
            ServiceRequests.reduction(evaluation, critiques),
            hidden,
            () -> teacher.words(Assumption.TOKENS_REDUCTION));
    return gradient(scored, reduction.text(), critiques, usage, Usage.of(reduction.call()));
  }

  /**
   * Simulates the model that the optimizer calls itself.
   *
   * @param prompt the prompt to edit
   */
  UpdateReply reply(UpdateRequest request, String prompt) {
    parent = prompt;
    SimulatedLedger.Reply reply =
        ledger.ask(
            request.kind(),
            new SimulatedRequest(request.system(), request.user()),
            hidden,
            () -> teacher.reply(request, student.progress(prompt)));
    return new UpdateReply.Answered(request.kind(), reply.text(), false, reply.call());
  }
}
