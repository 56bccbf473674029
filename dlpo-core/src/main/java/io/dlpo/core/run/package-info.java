/**
 * The run as a state machine. Each state is a record with a method per event. The method returns a
 * {@link io.dlpo.core.run.Transition}: the next state and the events to publish. Events that a
 * state does not wait for are dropped.
 *
 * <p>A step goes from {@code BatchScoring} through {@code GradientAwaited} to {@code
 * CandidateScoring}, where its decision is made. With several chains, {@code Chains} has such a
 * state for each of them, or {@code ChainWaiting} for one that waits for the others. {@code
 * StateTableTest} checks the code against this table:
 *
 * <pre>
 * state              | event    | next
 * PromptScoring      | score    | PromptScoring, Chains, BatchScoring, FinalChoice, Testing, Ended, Paused
 * BatchScoring       | score    | BatchScoring, GradientAwaited, Testing, Ended, Paused
 * BatchScoring       | gradient | CandidateScreening, CandidateScoring, PromptScoring, BatchScoring, FinalChoice, Testing, Ended, Paused
 * GradientAwaited    | gradient | CandidateScreening, CandidateScoring, PromptScoring, BatchScoring, FinalChoice, Testing, Ended, Paused
 * CandidateScreening | score    | CandidateScreening, CandidateScoring, BatchScoring, FinalChoice, Testing, Ended, Paused
 * CandidateScoring   | score    | CandidateScoring, PromptScoring, BatchScoring, FinalChoice, Testing, Ended, Paused
 * Chains             | score    | Chains, PromptScoring, BatchScoring, FinalChoice, Testing, Ended, Paused
 * Chains             | gradient | Chains, BatchScoring, FinalChoice, Testing, Ended, Paused
 * FinalChoice        | score    | FinalChoice, Testing, Ended, Paused
 * Testing            | score    | Testing, Ended, Paused
 * any but Ended      | late     | the same state: only calls and tokens are counted
 * any active         | pause    | Paused
 * any active         | repeat   | the same state, or what follows if the budget forbids to ask again
 * any but Ended      | cancel   | Ended
 * any but Ended      | fail     | Ended
 * Paused             | resume   | the state that was paused, or what follows if the budget forbids it
 * </pre>
 */
@NullMarked
package io.dlpo.core.run;

import org.jspecify.annotations.NullMarked;
