package io.dlpo.contracts.wire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The change of a run that caused an event, as CloudEvents extensions. The events of a run are
 * spread over several topics; the changes say in which order the run took its inputs. It is
 * metadata: neither the event's value nor its id depends on it.
 *
 * @param sequence number of the change in its run, from 1 and without gaps. All events of one
 *     change have the same number
 * @param causationId CloudEvents id of the input that caused the change
 * @param priorIds ids of the inputs that changed the run since the last change with events, in
 *     order. They caused no events, and have the numbers right before this one
 */
public record RunChange(long sequence, String causationId, List<String> priorIds) {

  /** CloudEvents' own extension: 10 digits with leading zeros, so that it sorts as text. */
  public static final String SEQUENCE = "sequence";

  public static final String CAUSATION_ID = "causationid";

  /** Separated by commas; missing if there are none. */
  public static final String PRIOR_IDS = "priorids";

  private static final String SEPARATOR = ",";

  public RunChange {
    Objects.requireNonNull(causationId, "RunChange.causationId is missing");
    priorIds = List.copyOf(priorIds);
    if (sequence <= priorIds.size()) {
      throw new IllegalArgumentException(
          "RunChange.sequence is %d; must be greater than %d, the number of priorIds"
              .formatted(sequence, priorIds.size()));
    }
  }

  /** The extensions by their names. */
  public Map<String, String> extensions() {
    Map<String, String> extensions = new TreeMap<>();
    extensions.put(SEQUENCE, String.format(Locale.ROOT, "%010d", sequence));
    extensions.put(CAUSATION_ID, causationId);
    if (!priorIds.isEmpty()) {
      extensions.put(PRIOR_IDS, String.join(SEPARATOR, priorIds));
    }
    return extensions;
  }

  /**
   * Reads the extensions of an event.
   *
   * @param extensions the value of an extension by its name; null if the event does not have it
   * @return empty for an event without a sequence
   * @throws IllegalArgumentException if the extensions are not as documented
   */
  public static Optional<RunChange> of(Function<String, @Nullable String> extensions) {
    String sequence = extensions.apply(SEQUENCE);
    if (sequence == null) {
      return Optional.empty();
    }
    String causationId = extensions.apply(CAUSATION_ID);
    if (!sequence.matches("\\d{1,18}") || causationId == null) {
      throw new IllegalArgumentException(
          "sequence is '%s' and causationid is '%s'; must be a number and an event id"
              .formatted(sequence, causationId));
    }
    String priorIds = extensions.apply(PRIOR_IDS);
    return Optional.of(
        new RunChange(
            Long.parseLong(sequence),
            causationId,
            priorIds == null ? List.of() : List.of(priorIds.split(SEPARATOR))));
  }
}
