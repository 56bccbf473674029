package io.dlpo.core.budget;

import io.dlpo.contracts.evaluation.Tokens;
import io.dlpo.contracts.evaluation.Usage;
import io.dlpo.contracts.id.PromptId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What a run is charged: every call that it would have paid with an empty ledger, once. So equal
 * specs end at the same step, whatever the ledger knew, and what is paid is never more than what is
 * charged. A critique or an update that is asked for again word for word is charged again. Calls
 * are charged when an evaluation is proposed, tokens when its score is there.
 *
 * @param asked what was proposed so far
 * @param metered what was scored so far
 * @param calls model calls, and such that are under way
 * @param forward tokens of answers
 * @param judge tokens of a judging model
 * @param backward tokens of critiques, reductions and updates
 * @param spent why the budget has ended the run; null if it has not
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

  /** All tokens, of requests and replies. */
  public long tokens() {
    return forward.plus(judge).plus(backward).sum();
  }

  /**
   * With the calls of an evaluation that is proposed.
   *
   * @param positions of its examples in the splits
   * @param perExample calls of an example: 1, or 2 with a judge
   */
  public Charges proposed(PromptId prompt, Collection<Integer> positions, int perExample) {
    int more = asked.fresh(prompt, positions) * perExample;
    return new Charges(
        asked.plus(prompt, positions), metered, calls + more, forward, judge, backward, spent);
  }

  /**
   * With the tokens of an evaluation that was scored: those of its new examples, at the mean of
   * all.
   *
   * @param usage of the answers, whether paid or known
   * @param judged of the judging model
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

  /** With calls of the backward model. */
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

  /** The same charges with other records of what was asked and scored. */
  public Charges with(Answered newAsked, Answered newMetered) {
    return new Charges(newAsked, newMetered, calls, forward, judge, backward, spent);
  }

  /** The same charges, not yet held against a budget. */
  public Charges unspent() {
    return new Charges(asked, metered, calls, forward, judge, backward, null);
  }

  /** The budget ends the run. */
  public Charges spent(String reason) {
    return new Charges(asked, metered, calls, forward, judge, backward, reason);
  }

  private static Tokens share(Tokens tokens, int part, int of) {
    return new Tokens(tokens.input() * part / of, tokens.output() * part / of);
  }
}
