package io.dlpo.optimizer.signature;

import io.dlpo.optimizer.step.Ruling;
import io.dlpo.optimizer.step.StepOutcome;
import io.dlpo.optimizer.step.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run's course as far as it is watched, and what was recognised in it. A signature that was once
 * recognised stays, with the figures of the last time.
 *
 * @param accuracies of the prompts that the run has had, as far as they were scored, in order, all
 *     on the same examples
 * @param idle updates since the last one that is known to have improved the accuracy
 * @param batches answers of the current prompt to batches; null if it has given none
 * @param signatures what was recognised, each kind once at most
 */
public record Course(
    List<Tally> accuracies, int idle, @Nullable Tally batches, List<Signature> signatures) {

  /** Of a run without a score. */
  public static final Course BEGINNING = new Course(List.of(), 0, null, List.of());

  private static final String BATCHES = "batches of the train split";

  public Course {
    accuracies = List.copyOf(accuracies);
    signatures = List.copyOf(signatures);
  }

  /** The prompt that the run has now was scored on the examples by which prompts are compared. */
  public Course scored(Tally accuracy) {
    boolean better = best().map(best -> Tally.compareScores(accuracy, best) > 0).orElse(true);
    List<Tally> all = new ArrayList<>(accuracies);
    all.add(accuracy);
    return new Course(all, better ? 0 : idle + 1, null, signatures)
        .recognising(Oscillation.in(all))
        .stagnating();
  }

  /**
   * A step has ended. Without a mistake to learn from it had no update, and a candidate that the
   * budget left unscored may be good or bad: both say nothing.
   */
  public Course after(StepOutcome outcome) {
    Ruling ruling = outcome.verdict().ruling();
    if (ruling == Ruling.NO_MISTAKE || ruling == Ruling.UNAFFORDABLE) {
      return this;
    }
    if (!outcome.accepted()) {
      return new Course(accuracies, idle + 1, batches, signatures).stagnating();
    }
    Tally score = outcome.verdict().score();
    return score == null ? new Course(accuracies, idle, null, signatures) : scored(score);
  }

  /**
   * The current prompt has answered batches.
   *
   * @param answers right ones of all
   * @param validation the current prompt on the validation split; null if it was not scored there
   */
  public Course answered(Tally answers, @Nullable Tally validation) {
    Tally sum = batches == null ? answers : batches.plus(answers);
    Course next = new Course(accuracies, idle, sum, signatures);
    return validation == null
        ? next
        : next.compared(new Place(BATCHES, sum), new Place("the validation split", validation));
  }

  /**
   * A prompt was scored where it was made or chosen, and elsewhere.
   *
   * @param fitted where it was made or chosen
   * @param held where it was neither
   */
  public Course compared(Place fitted, Place held) {
    return recognising(Overfitting.between(fitted, held));
  }

  /** A run that swings does not stand still, and the advice for the one is bad for the other. */
  private Course stagnating() {
    if (signatures.stream().anyMatch(known -> known.kind() == SignatureKind.OSCILLATION)) {
      return this;
    }
    return recognising(
        best().flatMap(best -> Stagnation.after(idle, best, best.equals(accuracies.getFirst()))));
  }

  private Optional<Tally> best() {
    return accuracies.stream().max(Tally::compareScores);
  }

  private Course recognising(Optional<Signature> found) {
    if (found.isEmpty()) {
      return this;
    }
    List<Signature> all = new ArrayList<>(signatures);
    all.removeIf(known -> known.kind() == found.get().kind());
    all.add(found.get());
    all.sort(Comparator.comparing(Signature::kind));
    return new Course(accuracies, idle, batches, all);
  }
}
