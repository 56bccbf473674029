package io.dlpo.core.run;

import io.dlpo.contracts.evaluation.CallPurpose;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.update.UpdateReply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The calls, tokens and time of a run.
 *
 * @param byPurpose calls and tokens by purpose
 * @param stepUsage calls and tokens since the start of the current step
 * @param criticalPathMillis sum over the phases of the slowest chain of model latencies
 * @param late keys of the events that the run no longer waits for and has not counted yet
 */
record Spending(
    Map<CallPurpose, Usage> byPurpose,
    Usage stepUsage,
    long criticalPathMillis,
    List<String> late) {

  static final Spending NONE = new Spending(Map.of(), Usage.NONE, 0, List.of());

  Spending {
    Map<CallPurpose, Usage> all = new EnumMap<>(CallPurpose.class);
    for (CallPurpose purpose : CallPurpose.counted()) {
      all.put(purpose, byPurpose.getOrDefault(purpose, Usage.NONE));
    }
    byPurpose = Collections.unmodifiableMap(all);
    late = List.copyOf(late);
  }

  Spending stepBegun() {
    return new Spending(byPurpose, Usage.NONE, criticalPathMillis, late);
  }

  /** Counts all calls as cached, because another run paid for them, and resets the time. */
  Spending known() {
    Map<CallPurpose, Usage> all = new EnumMap<>(CallPurpose.class);
    byPurpose.forEach((purpose, usage) -> all.put(purpose, usage.known()));
    return new Spending(all, Usage.NONE, 0, List.of());
  }

  /** Adds the spending of chains that all go on from this one, and took the time of the slowest. */
  Spending joined(List<Spending> chains) {
    Map<CallPurpose, Usage> all = new EnumMap<>(byPurpose);
    Set<String> lates = new LinkedHashSet<>();
    long slowest = criticalPathMillis;
    for (Spending chain : chains) {
      byPurpose.forEach(
          (purpose, usage) ->
              all.merge(purpose, chain.byPurpose.get(purpose).minus(usage), Usage::plus));
      lates.addAll(chain.late);
      slowest = Math.max(slowest, chain.criticalPathMillis);
    }
    return new Spending(all, Usage.NONE, slowest, List.copyOf(lates));
  }

  /** Waits for no late events, because another chain does. */
  Spending punctual() {
    return new Spending(byPurpose, stepUsage, criticalPathMillis, List.of());
  }

  /** Adds an evaluation's calls but not its time, which depends on what runs concurrently. */
  Spending plus(BatchScored event) {
    return plus(CallPurpose.of(event.evaluation().purpose()), event.usage());
  }

  Spending plus(GradientProduced event) {
    return plus(CallPurpose.CRITIQUE, event.critiqueUsage())
        .plus(CallPurpose.REDUCTION, event.reductionUsage())
        .plusMillis(event.criticalPathMillis());
  }

  Spending plus(List<UpdateReply> replies) {
    Spending sum = this;
    for (UpdateReply reply : replies) {
      sum =
          switch (reply) {
            case UpdateReply.Answered answer ->
                sum.plus(answer.kind(), Usage.of(answer.call()))
                    .plusMillis(answer.call().latencyMillis());
            case UpdateReply.Failed failed when failed.call().paid() ->
                sum.plus(failed.kind(), Usage.of(failed.call()));
            case UpdateReply.Failed ignored -> sum;
          };
    }
    return sum;
  }

  Spending plusMillis(long millis) {
    return new Spending(byPurpose, stepUsage, criticalPathMillis + millis, late);
  }

  private Spending plus(CallPurpose purpose, Usage usage) {
    Map<CallPurpose, Usage> all = new EnumMap<>(byPurpose);
    all.merge(purpose, usage, Usage::plus);
    return new Spending(all, stepUsage.plus(usage), criticalPathMillis, late);
  }

  Spending expectLateScore(EvaluationId id) {
    return expectLate(scoreKey(id));
  }

  Spending expectLateGradient(EvaluationId id) {
    return expectLate(gradientKey(id));
  }

  private Spending expectLate(String key) {
    if (late.contains(key)) {
      return this;
    }
    List<String> all = new ArrayList<>(late);
    all.add(key);
    return new Spending(byPurpose, stepUsage, criticalPathMillis, all);
  }

  /** Adds the calls of an evaluation that the run no longer waits for. Empty if already counted. */
  Optional<Spending> late(BatchScored event) {
    return arrived(scoreKey(event.evaluation().id()))
        .map(spending -> spending.plus(event).plusMillis(event.criticalPathMillis()));
  }

  /** Adds the calls of a gradient that the run no longer waits for. Empty if already counted. */
  Optional<Spending> late(GradientProduced event, List<UpdateReply> replies) {
    return arrived(gradientKey(event.evaluation().id()))
        .map(spending -> spending.plus(event).plus(replies));
  }

  private Optional<Spending> arrived(String key) {
    if (!late.contains(key)) {
      return Optional.empty();
    }
    List<String> left = late.stream().filter(other -> !other.equals(key)).toList();
    return Optional.of(new Spending(byPurpose, stepUsage, criticalPathMillis, left));
  }

  private static String scoreKey(EvaluationId id) {
    return "score:" + id;
  }

  private static String gradientKey(EvaluationId id) {
    return "gradient:" + id;
  }
}
