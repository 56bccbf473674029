package io.dlpo.optimizer.deadletter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Stores which dead letters were redriven. Blocks. */
public interface Redrives {

  /**
   * Publishes dead letters and then marks them as redriven. After a failure between the two,
   * letters may be published but not marked, never the reverse. Concurrent callers lock each
   * letter.
   *
   * @param again whether to include dead letters that were redriven before
   * @param publishing receives the dead letters to publish, without duplicates; returns when the
   *     broker has acknowledged all of them
   * @return the published dead letters
   */
  List<StoredLetter> once(
      List<StoredLetter> letters, boolean again, Consumer<List<StoredLetter>> publishing);

  /** Returns when each of these was last redriven. Omits dead letters that were not redriven. */
  Map<DeadLetterId, Instant> times(Collection<DeadLetter> letters);
}
