package io.dlpo.core.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dlpo.core.budget.Answered;
import io.dlpo.core.step.AggregateScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A run's state, split for storage. Data that grows with the steps is stored in parts, each of
 * which is written only when it changes: the prompts, the scores of the accepted prompts, and for
 * each prompt the examples charged to the budget. The rest is the head, a few kilobytes that are
 * written at every change.
 */
public final class StateSnapshot {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final RunState head;
  private final Map<StatePart, Object> parts;

  private StateSnapshot(RunState head, Map<StatePart, Object> parts) {
    this.head = head;
    this.parts = parts;
  }

  /** Splits a state. */
  public static StateSnapshot of(RunState state) {
    Map<StatePart, Object> parts = new TreeMap<>();
    return new StateSnapshot(split(state, parts), parts);
  }

  /** Returns the state without what it moves to the parts. */
  private static RunState split(RunState state, Map<StatePart, Object> parts) {
    if (state instanceof Chains chains) {
      return split(chains, parts);
    }
    if (state instanceof Paused paused && paused.waiting() instanceof Chains chains) {
      return new Paused(split(chains, parts), paused.reason());
    }
    RunHistory history = history(state);
    parts.putAll(parts(history));
    return with(state, history.withoutParts());
  }

  /** Of each chain, only what differs from the run at the start of the round is stored. */
  private static Chains split(Chains chains, Map<StatePart, Object> parts) {
    Map<StatePart, Object> base = parts(chains.base());
    parts.putAll(base);
    List<RunHistory> heads = new ArrayList<>();
    for (int chain = 0; chain < chains.chains().size(); chain++) {
      String scope = chains.scope(chain);
      RunHistory history = chains.chains().get(chain).history();
      parts(history)
          .forEach(
              (part, value) -> {
                if (!value.equals(base.get(part))) {
                  parts.put(part.in(scope), value);
                }
              });
      heads.add(history.withoutParts());
    }
    return chains.with(chains.base().withoutParts(), heads);
  }

  private static Map<StatePart, Object> parts(RunHistory history) {
    Map<StatePart, Object> parts = new TreeMap<>();
    putAll(parts, StatePart.Kind.PROMPT, history.prompts().versions());
    putAll(parts, StatePart.Kind.ACCURACY, history.memory().trend().accuracies());
    history
        .charges()
        .asked()
        .byPrompt()
        .forEach((prompt, bits) -> parts.put(StatePart.asked(prompt), bits));
    history
        .charges()
        .metered()
        .byPrompt()
        .forEach((prompt, bits) -> parts.put(StatePart.metered(prompt), bits));
    return parts;
  }

  private static void putAll(Map<StatePart, Object> parts, StatePart.Kind kind, List<?> values) {
    for (int i = 0; i < values.size(); i++) {
      parts.put(StatePart.at(kind, i), values.get(i));
    }
  }

  /** Returns the head as JSON. */
  public String head() {
    return write(head);
  }

  /** Returns the parts that differ from an earlier snapshot of the same run, as JSON. */
  public Map<StatePart, String> changedSince(StateSnapshot earlier) {
    Map<StatePart, String> changed = new TreeMap<>();
    parts.forEach(
        (part, value) -> {
          if (!value.equals(earlier.parts.get(part))) {
            changed.put(part, write(value));
          }
        });
    return changed;
  }

  /** Returns all parts as JSON. */
  public Map<StatePart, String> parts() {
    return changedSince(new StateSnapshot(head, Map.of()));
  }

  /**
   * Reassembles a stored state. A state that was stored before parts were introduced has none.
   *
   * @throws UnknownStateException if a newer version wrote it
   * @throws IllegalStateException if it cannot be read
   */
  public static RunState read(String head, Map<StatePart, String> parts) {
    try {
      RunState state = MAPPER.readValue(head, RunState.class);
      if (parts.isEmpty()) {
        return state;
      }
      return whole(state, parts);
    } catch (JsonProcessingException e) {
      Optional<UnknownStateException> unknown = UnknownStateException.of(e);
      if (unknown.isPresent()) {
        throw unknown.get();
      }
      throw new IllegalStateException("cannot read a run's state: " + e.getOriginalMessage(), e);
    }
  }

  private static RunState whole(RunState state, Map<StatePart, String> parts)
      throws JsonProcessingException {
    if (state instanceof Chains chains) {
      return whole(chains, parts);
    }
    if (state instanceof Paused paused && paused.waiting() instanceof Chains chains) {
      return new Paused(whole(chains, parts), paused.reason());
    }
    return with(state, whole(history(state), StatePart.of("", parts)));
  }

  private static Chains whole(Chains chains, Map<StatePart, String> parts)
      throws JsonProcessingException {
    Map<StatePart, String> base = StatePart.of("", parts);
    List<RunHistory> histories = new ArrayList<>();
    for (int chain = 0; chain < chains.chains().size(); chain++) {
      Map<StatePart, String> own = new TreeMap<>(base);
      own.putAll(StatePart.of(chains.scope(chain), parts));
      histories.add(whole(chains.chains().get(chain).history(), own));
    }
    return chains.with(whole(chains.base(), base), histories);
  }

  private static RunHistory whole(RunHistory head, Map<StatePart, String> parts)
      throws JsonProcessingException {
    List<PromptVersion> prompts = new ArrayList<>();
    List<AggregateScore> accuracies = new ArrayList<>();
    Map<String, String> asked = new TreeMap<>();
    Map<String, String> metered = new TreeMap<>();
    for (Map.Entry<StatePart, String> part : parts.entrySet()) {
      String value = part.getValue();
      switch (part.getKey().kind()) {
        case PROMPT -> prompts.add(MAPPER.readValue(value, PromptVersion.class));
        case ACCURACY -> accuracies.add(MAPPER.readValue(value, AggregateScore.class));
        case ASKED -> asked.put(part.getKey().key(), MAPPER.readValue(value, String.class));
        case METERED -> metered.put(part.getKey().key(), MAPPER.readValue(value, String.class));
      }
    }
    return head.withParts(prompts, accuracies, new Answered(asked), new Answered(metered));
  }

  private static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
    }
  }

  private static RunHistory history(RunState state) {
    return switch (state) {
      case ActiveState active -> active.history();
      case Paused paused -> paused.waiting().history();
      case Ended ended -> ended.history();
    };
  }

  private static RunState with(RunState state, RunHistory history) {
    return switch (state) {
      case ActiveState active -> active.with(history);
      case Paused paused -> new Paused(paused.waiting().with(history), paused.reason());
      case Ended ended -> ended.with(history);
    };
  }
}
