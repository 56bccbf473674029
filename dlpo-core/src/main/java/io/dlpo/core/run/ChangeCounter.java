package io.dlpo.core.run;

import io.dlpo.contracts.wire.RunChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers the changes of a run.
 *
 * @param sequence number of the last change; 0 before the first
 * @param silentInputs ids of the inputs that have changed the run without events since the last
 *     events
 */
public record ChangeCounter(long sequence, List<String> silentInputs) {

  /** Before the first change. */
  public static final ChangeCounter START = new ChangeCounter(0, List.of());

  public ChangeCounter {
    silentInputs = List.copyOf(silentInputs);
  }

  /**
   * Numbers the next change.
   *
   * @param inputId CloudEvents id of the input that causes the change
   */
  public RunChange next(String inputId) {
    return new RunChange(sequence + 1, inputId, silentInputs);
  }

  /**
   * Returns the counter after a change.
   *
   * @param hasEvents whether the change caused events; these carry the ids of the earlier silent
   *     inputs
   */
  public ChangeCounter after(RunChange change, boolean hasEvents) {
    if (hasEvents) {
      return new ChangeCounter(change.sequence(), List.of());
    }
    List<String> silent = new ArrayList<>(silentInputs);
    silent.add(change.causationId());
    return new ChangeCounter(change.sequence(), silent);
  }
}
