package io.dlpo.optimizer.deadletter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Remembers which dead letters were given back. Blocks. */
public interface Redrives {

  /**
   * Publishes letters and remembers them, both or at worst only the first: nothing is remembered
   * that was not published. Two callers at once take turns over a letter.
   *
   * @param again whether to publish those as well that were published before
   * @param publishing returns when the broker has all; given those to be published, none twice
   * @return those that were published
   */
  List<StoredLetter> once(
      List<StoredLetter> letters, boolean again, Consumer<List<StoredLetter>> publishing);

  /** When each of these was given back the last time; those that were not are not in the map. */
  Map<DeadLetterId, Instant> times(Collection<DeadLetter> letters);
}
