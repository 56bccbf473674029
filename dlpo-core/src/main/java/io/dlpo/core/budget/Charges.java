package io.dlpo.core.budget;

import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.PromptId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The usage charged to a run: every call that it would pay for with an empty ledger, counted once.
 * Runs with equal specs therefore end at the same step, whatever was cached, and a run never pays
 * for more than it is charged. Repeating a critique or an update with identical text is charged
 * again. Calls are charged when an evaluation is proposed, tokens when its score arrives.
 *
 * @param asked the proposed examples
 * @param metered the scored examples
 * @param calls model calls, including those in flight
 * @param forward tokens of the forward model
 * @param judge tokens of the judge model
 * @param backward tokens of critiques, reductions and updates
 * @param spent why the budget ended the run; null if it did not
 */
public record Charges(
    Answered asked,
    Answered metered,
    int calls,
    Tokens forward,
    Tokens judge,
    Tokens backward,
    @Nullable String spent) {

  public static final Charges NONE =
      new Charges(
          Answered.NOTHING, Answered.NOTHING, 0, Tokens.NONE, Tokens.NONE, Tokens.NONE, null);

  /** Returns all request and reply tokens. */
  public long tokens() {
    return forward.plus(judge).plus(backward).sum();
  }

  /**
   * Adds the calls of a proposed evaluation.
   *
   * @param positions positions of its examples in the splits
   * @param perExample calls per example: 2 with a judge model, else 1
   */
  public Charges proposed(PromptId prompt, Collection<Integer> positions, int perExample) {
    int more = asked.fresh(prompt, positions) * perExample;
    return new Charges(
        asked.plus(prompt, positions), metered, calls + more, forward, judge, backward, spent);
  }

  /**
   * Adds the tokens of a scored evaluation. Only new examples are charged, at the mean of all its
   * examples.
   *
   * @param usage usage of the answers, paid or cached
   * @param judged usage of the judge model
   */
  public Charges scored(PromptId prompt, Collection<Integer> positions, Usage usage, Usage judged) {
    int fresh = metered.fresh(prompt, positions);
    int of = Math.max(1, positions.size());
    return new Charges(
        asked,
        metered.plus(prompt, positions),
        calls,
        forward.plus(share(usage.tokens(), fresh, of)),
        judge.plus(share(judged.tokens(), fresh, of)),
        backward,
        spent);
  }

  /** Adds calls of the backward model. */
  public Charges backward(Usage usage) {
    return new Charges(
        asked,
        metered,
        calls + usage.calls(),
        forward,
        judge,
        backward.plus(usage.tokens()),
        spent);
  }

  /** Adds the charges of chains that all go on from these. */
  public Charges joined(List<Charges> chains) {
    Charges sum = this;
    for (Charges chain : chains) {
      sum =
          new Charges(
              sum.asked.plus(chain.asked),
              sum.metered.plus(chain.metered),
              sum.calls + chain.calls - calls,
              sum.forward.plus(chain.forward).minus(forward),
              sum.judge.plus(chain.judge).minus(judge),
              sum.backward.plus(chain.backward).minus(backward),
              null);
    }
    return sum;
  }

  /** Replaces the records of proposed and scored examples. */
  public Charges with(Answered newAsked, Answered newMetered) {
    return new Charges(newAsked, newMetered, calls, forward, judge, backward, spent);
  }

  /** Clears the reason why the budget ended a run. */
  public Charges unspent() {
    return new Charges(asked, metered, calls, forward, judge, backward, null);
  }

  /** Records why the budget ends the run. */
  public Charges spent(String reason) {
    return new Charges(asked, metered, calls, forward, judge, backward, reason);
  }

  private static Tokens share(Tokens tokens, int part, int of) {
    return new Tokens(tokens.input() * part / of, tokens.output() * part / of);
  }
}
