package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.CallFailure;
import io.dlpo.contracts.evaluation.Critique;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.evaluation.Example;
import io.dlpo.contracts.evaluation.ExampleScore;
import io.dlpo.contracts.evaluation.FailedExample;
import io.dlpo.contracts.evaluation.FailureKind;
import io.dlpo.contracts.evaluation.Mistake;
import io.dlpo.contracts.evaluation.ModelCall;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.core.update.UpdateReply;
import io.dlpo.core.update.UpdateRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plays the models and the other services: every answer is a function of what is asked. A ledger
 * knows what was paid for.
 */
public class ScriptedServices {

  static final long LATENCY = 10;
  private static final CallFailure DOWN =
      new CallFailure(FailureKind.SERVER_ERROR, "503 from test");

  private static final CallFailure FILTERED =
      new CallFailure(FailureKind.REFUSED, "400 from test: filtered");

  /** How many mistakes the evaluator tells of at most. */
  int maxMistakes = Integer.MAX_VALUE;

  private final Set<String> ledger = new HashSet<>();

  /** A world of other models: what is right, and what an update is replied to. */
  public static ScriptedServices of(
      BiPredicate<String, Example> answers, UnaryOperator<String> update) {
    return new ScriptedServices() {
      @Override
      boolean answers(String prompt, Example example) {
        return answers.test(prompt, example);
      }

      @Override
      public String update(String user) {
        return update.apply(user);
      }
    };
  }

  /** How many of a hundred questions a prompt gets right. */
  int quality(String prompt) {
    int helps = prompt.split("Help", -1).length - 1;
    int harms = prompt.split("Harm", -1).length - 1;
    return Math.clamp(40 + 15L * helps - 20L * harms, 0, 95);
  }

  boolean answers(String prompt, Example example) {
    return Math.floorMod(example.input().hashCode() * 31, 100) < quality(prompt);
  }

  /** Whether the endpoint refuses an example, whatever the prompt is. */
  boolean refuses(Evaluation evaluation, Example example) {
    return false;
  }

  /** The backward model: mostly helps, sometimes harms, does nothing or talks nonsense. */
  public String update(String user) {
    int choice = Math.floorMod(user.hashCode(), 10);
    if (choice == 0) {
      return "I would rather not.";
    }
    if (choice == 1) {
      return "{\"edits\":[]}";
    }
    String text = (choice < 4 ? "Harm " : "Help ") + Math.floorMod(user.hashCode(), 1_000) + ".";
    return "{\"edits\":[{\"op\":\"add\",\"after\":1,\"text\":\"" + text + "\"}]}";
  }

  /** Deletes one of the first sentences, or tries to. */
  String regularization(String user) {
    int sentence = 1 + Math.floorMod(user.hashCode(), 4);
    return "{\"edits\":[{\"op\":\"delete\",\"sentence\":" + sentence + "}]}";
  }

  public BatchScored score(Evaluation evaluation, List<Example> examples) {
    List<ExampleScore> scores = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    Usage usage = Usage.NONE;
    boolean paid = false;
    List<FailedExample> refused =
        examples.stream()
            .filter(example -> refuses(evaluation, example))
            .map(example -> FailedExample.of(example.id(), FILTERED))
            .toList();
    Integer most = evaluation.tolerated();
    boolean tolerated = most != null && refused.size() <= most;
    for (Example example : examples) {
      if (refuses(evaluation, example)) {
        scores.add(new ExampleScore(example.id(), tolerated ? 0.0 : null));
        continue;
      }
      ModelCall call = call(evaluation.prompt() + "\n" + example.input());
      usage = usage.plus(Usage.of(call));
      paid |= call.paid();
      boolean right = answers(evaluation.prompt(), example);
      scores.add(new ExampleScore(example.id(), right ? 1.0 : 0.0));
      if (!right) {
        mistakes.add(new Mistake(example.id(), example.input(), "no", "yes", "wrong"));
      }
    }
    int correct = examples.size() - mistakes.size() - refused.size();
    int failed = tolerated ? 0 : refused.size();
    List<Mistake> told = mistakes.subList(0, Math.min(mistakes.size(), maxMistakes));
    return new BatchScored(
        evaluation,
        correct,
        failed,
        failed == examples.size() ? 0 : (double) correct / (examples.size() - failed),
        scores,
        told,
        refused.isEmpty() ? List.of() : List.of(FILTERED),
        usage,
        paid ? LATENCY : 0,
        null,
        null,
        tolerated && !refused.isEmpty() ? refused.size() : null,
        refused.isEmpty() ? null : refused);
  }

  BatchScored failedScore(Evaluation evaluation) {
    return new BatchScored(evaluation, 0, 1, 0, List.of(), List.of(), List.of(DOWN), Usage.NONE, 0);
  }

  public GradientProduced gradient(BatchScored scored) {
    return switch (scored.evaluation().critiqueMode()) {
      case EACH -> reduced(scored);
      case MERGED -> merged(scored);
      case JOINT -> gradient(scored, "mistakes " + mistakes(scored), Usage.NONE, 0);
    };
  }

  private GradientProduced merged(BatchScored scored) {
    ModelCall critique = call("merged\n" + scored.evaluation().prompt() + "\n" + mistakes(scored));
    return gradient(
        scored, "advice on " + mistakes(scored), Usage.of(critique), critique.latencyMillis());
  }

  private static List<String> mistakes(BatchScored scored) {
    return scored.mistakes().stream().map(Mistake::exampleId).toList();
  }

  private static GradientProduced gradient(
      BatchScored scored, String text, Usage usage, long latency) {
    return new GradientProduced(
        scored.evaluation(), text, null, List.of(), usage, Usage.NONE, latency, scored.correct());
  }

  private GradientProduced reduced(BatchScored scored) {
    Usage critiques = Usage.NONE;
    List<Critique> texts = new ArrayList<>();
    String prompt = scored.evaluation().prompt();
    long latency = 0;
    for (Mistake mistake : scored.mistakes()) {
      ModelCall call = call("critique\n" + prompt + mistake.exampleId());
      critiques = critiques.plus(Usage.of(call));
      latency = Math.max(latency, call.latencyMillis());
      texts.add(new Critique(mistake.exampleId(), "see " + mistake.exampleId()));
    }
    ModelCall reduction = call("reduction\n" + prompt + texts);
    return new GradientProduced(
        scored.evaluation(),
        "gradient of " + texts,
        null,
        texts,
        critiques,
        Usage.of(reduction),
        latency + reduction.latencyMillis(),
        scored.correct());
  }

  GradientProduced failedGradient(Evaluation evaluation) {
    return new GradientProduced(evaluation, null, DOWN, List.of(), Usage.NONE, Usage.NONE, 0, null);
  }

  UpdateReply reply(UpdateRequest request) {
    String text =
        switch (request.kind()) {
          case CONTRAST -> "{\"positive\":\"they help\",\"negative\":\"they harm\"}";
          case REGULARIZATION -> regularization(request.user());
          default -> update(request);
        };
    return new UpdateReply.Answered(request.kind(), text, false, call("update\n" + request.user()));
  }

  /** One set of edits, or as many as the request asks for. */
  private String update(UpdateRequest request) {
    int candidates = request.form().candidates();
    return candidates == 1
        ? update(request.user())
        : IntStream.range(0, candidates)
            .mapToObj(candidate -> update(request.user() + "\ncandidate " + candidate))
            .filter(edits -> edits.startsWith("{"))
            .collect(Collectors.joining(",", "{\"candidates\":[", "]}"));
  }

  UpdateReply failedReply() {
    return new UpdateReply.Failed(DOWN);
  }

  int paid() {
    return ledger.size();
  }

  private ModelCall call(String request) {
    return ledger.add(request)
        ? new ModelCall(true, 100, 10, LATENCY)
        : new ModelCall(false, 100, 10, 0);
  }
}
