package io.dlpo.core.replay;

import io.dlpo.contracts.event.Event;
import io.dlpo.contracts.wire.RunChange;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event in the log of a run.
 *
 * @param event the event
 * @param change the change of the run that caused it; null for an input of the run, and for an
 *     event of a version that did not number the changes
 */
public record LoggedEvent(Event event, @Nullable RunChange change) {

  public LoggedEvent {
    Objects.requireNonNull(event, "LoggedEvent.event is missing");
  }
}
