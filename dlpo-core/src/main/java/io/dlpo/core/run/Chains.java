package io.dlpo.core.run;

import io.dlpo.contracts.event.BatchScored;
import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.event.GradientProduced;
import io.dlpo.contracts.event.RunCommand;
import io.dlpo.contracts.id.EvaluationId;
import io.dlpo.core.update.UpdateDialogue;
import io.dlpo.core.update.UpdateReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Several annealing chains that make their steps at the same time, each from a parent of its own.
 * After a round, what they have found is combined, and they begin the next one from there. What a
 * chain does in a round depends on nothing that the others do in it, so the order in which events
 * arrive changes no decision.
 *
 * @param base the run when the round began
 * @param first the first step of the round
 * @param chains the chains, 2 or more
 */
record Chains(RunHistory base, int first, List<ActiveState> chains) implements ActiveState {

  Chains {
    chains = List.copyOf(chains);
  }

  /**
   * Begins a round. If the budget has become too small to be divided, the run goes on with one
   * chain.
   */
  static Transition begin(RunContext context, RunHistory base, int first) {
    RunContext round = context.in(ChainRound.beginningAt(first, context, base));
    List<ActiveState> chains = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    for (int chain = 0; chain < context.chains(); chain++) {
      RunHistory parent =
          chain == 0
              ? base
              : Restart.drawn(first + chain, context, base.with(base.spending().punctual()));
      Transition begun = Steps.continued(round, parent, first + chain);
      chains.add((ActiveState) begun.next());
      events.addAll(begun.events());
    }
    return events.isEmpty()
        ? Steps.alone(context, base, first)
        : Transition.to(new Chains(base, first, chains), events);
  }

  @Override
  public RunHistory history() {
    return Merging.of(base, chains.stream().map(ActiveState::history).toList());
  }

  @Override
  public Optional<Transition> scored(RunContext context, BatchScored event) {
    return handled(context, (chain, round) -> chain.scored(round, event));
  }

  @Override
  public Optional<UpdateDialogue> updateFor(RunContext context, GradientProduced event) {
    RunContext round = round(context);
    return chains.stream().flatMap(chain -> chain.updateFor(round, event).stream()).findFirst();
  }

  @Override
  public Optional<Transition> updated(
      RunContext context, GradientProduced event, List<UpdateReply> replies) {
    return handled(context, (chain, round) -> chain.updated(round, event, replies));
  }

  /** Lets the chain that waits for an event handle it. */
  private Optional<Transition> handled(
      RunContext context, BiFunction<ActiveState, RunContext, Optional<Transition>> handler) {
    RunContext round = round(context);
    for (int chain = 0; chain < chains.size(); chain++) {
      Optional<Transition> effect = handler.apply(chains.get(chain), round);
      if (effect.isPresent()) {
        return Optional.of(after(context, chain, effect.get()));
      }
    }
    return Optional.empty();
  }

  private Transition after(RunContext context, int chain, Transition effect) {
    return switch (effect.next()) {
      case ActiveState next -> with(chain, next).going(context, effect);
      case Paused paused ->
          effect.to(
              new Paused(
                  mapped(other -> other.abandoned(round(context))).with(chain, paused.waiting()),
                  paused.reason()));
      case Ended ended -> throw new IllegalStateException("a chain has ended its run: " + ended);
    };
  }

  /** Ends the round once all chains have. */
  private Transition going(RunContext context, Transition effect) {
    return chains.stream().allMatch(ChainWaiting.class::isInstance)
        ? effect.before(Steps.begin(context, history(), round(context).lastStep() + 1))
        : effect.to(this);
  }

  private RunContext round(RunContext context) {
    return context.in(ChainRound.beginningAt(first, context, base));
  }

  private Chains with(int chain, ActiveState next) {
    List<ActiveState> all = new ArrayList<>(chains);
    all.set(chain, next);
    return new Chains(base, first, all);
  }

  private Chains mapped(UnaryOperator<ActiveState> change) {
    return new Chains(base, first, chains.stream().map(change).toList());
  }

  /** Returns under which name parts of a chain are stored. Each round has names of its own. */
  String scope(int chain) {
    return first + "." + chain + "/";
  }

  /** Replaces the histories of the run when the round began, and of each chain. */
  Chains with(RunHistory newBase, List<RunHistory> histories) {
    List<ActiveState> all = new ArrayList<>();
    for (int chain = 0; chain < chains.size(); chain++) {
      all.add(chains.get(chain).with(histories.get(chain)));
    }
    return new Chains(newBase, first, all);
  }

  @Override
  public Optional<ActiveState> late(RunContext context, BatchScored event) {
    return late(chain -> chain.late(context, event));
  }

  @Override
  public Optional<ActiveState> late(GradientProduced event, List<UpdateReply> replies) {
    return late(chain -> chain.late(event, replies));
  }

  private Optional<ActiveState> late(Function<ActiveState, Optional<ActiveState>> counting) {
    for (int chain = 0; chain < chains.size(); chain++) {
      Optional<ActiveState> counted = counting.apply(chains.get(chain));
      if (counted.isPresent()) {
        return Optional.of(with(chain, counted.get()));
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the scores that the chains wait for, or the gradients if no chain waits for a score.
   */
  @Override
  public Optional<Awaited> awaits(RunContext context) {
    List<Awaited> all = awaited(context);
    Optional<Awaited.Kind> kind = all.stream().map(Awaited::kind).sorted().findFirst();
    return kind.map(
        first ->
            new Awaited(
                first, evaluations(all.stream().filter(each -> each.kind() == first).toList())));
  }

  @Override
  public List<EvaluationId> abandonedBy(RunContext context, RunCommand command) {
    return switch (command) {
      case PAUSE, CANCEL -> evaluations(awaited(context));
      case RESUME, REPEAT, DELETE -> List.of();
    };
  }

  private List<Awaited> awaited(RunContext context) {
    RunContext round = round(context);
    return chains.stream().flatMap(chain -> chain.awaits(round).stream()).toList();
  }

  private static List<EvaluationId> evaluations(List<Awaited> all) {
    return all.stream().flatMap(each -> each.evaluations().stream()).toList();
  }

  @Override
  public ActiveState abandoned(RunContext context) {
    return mapped(chain -> chain.abandoned(round(context)));
  }

  @Override
  public Transition again(RunContext context) {
    Chains all = this;
    List<Event> events = new ArrayList<>();
    for (int chain = 0; chain < chains.size(); chain++) {
      Transition repeated = chains.get(chain).again(round(context));
      all = all.with(chain, (ActiveState) repeated.next());
      events.addAll(repeated.events());
    }
    return all.going(context, Transition.to(all, events));
  }

  @Override
  public int step() {
    return chains.stream().mapToInt(ActiveState::step).max().orElse(first);
  }

  @Override
  public String phase() {
    return "steps %d to %d in %d chains".formatted(first, step(), chains.size());
  }

  /** The chains have histories of their own. */
  @Override
  public ActiveState with(RunHistory other) {
    throw new UnsupportedOperationException("chains have more than one history");
  }

  @Override
  public Optional<Transition> awaited(RunContext context, BatchScored event) {
    throw new UnsupportedOperationException("each chain handles its own scores");
  }
}
