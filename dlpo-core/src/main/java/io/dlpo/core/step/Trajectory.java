package io.dlpo.core.step;

import io.dlpo.contracts.id.PromptId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A digest of all decisions of a run so far, as a hash chain: each decision is hashed together with
 * the previous digest. It contains no run id, time, attempt or usage, so equal specs, seeds and
 * replies give equal trajectories.
 *
 * @param digest SHA-256 in hex
 */
public record Trajectory(String digest) {

  private static final String NONE = "-";

  /** Starts the trajectory of a run without decisions. */
  public static Trajectory begin(PromptId initial) {
    return new Trajectory(sha256("dlpo trajectory 1\n" + initial));
  }

  /** Combines the trajectories of several chains, in their order. */
  public static Trajectory of(List<Trajectory> chains) {
    return new Trajectory(
        sha256(chains.stream().map(Trajectory::digest).collect(Collectors.joining("\n"))));
  }

  /** Adds a decision. */
  public Trajectory plus(StepOutcome outcome) {
    return new Trajectory(sha256(digest + "\n" + line(outcome)));
  }

  /** Returns the canonical line of a decision. Doubles are written as the hex of their bits. */
  static String line(StepOutcome outcome) {
    StepDecision decision = outcome.decision();
    return Stream.of(
            Integer.toString(outcome.step()),
            String.join("\u001f", outcome.batch()),
            outcome.parentId().value(),
            text(outcome.candidateId()),
            outcome.accepted() ? "ACCEPTED" : "REJECTED",
            decision.kind().name(),
            text(decision.correct()) + grade(decision.score()),
            Integer.toString(decision.evaluated()),
            Integer.toString(decision.total()),
            text(decision.previousCorrect()) + grade(decision.previous()),
            bits(decision.temperature()),
            bits(decision.probability()),
            bits(decision.draw()))
        .collect(Collectors.joining("\t", "", alternatives(outcome)));
  }

  /** Returns an empty string if the step had one candidate. */
  private static String alternatives(StepOutcome outcome) {
    return outcome.alternatives().stream()
        .map(
            other ->
                "\t"
                    + other.candidate().promptId()
                    + "\t"
                    + other.score().correct()
                    + grade(other.score()))
        .collect(Collectors.joining());
  }

  private static String text(@Nullable Object value) {
    return value == null ? NONE : value.toString();
  }

  /** Returns an empty string if the scores are not graded. */
  private static String grade(@Nullable AggregateScore aggregate) {
    return aggregate == null || !aggregate.isGraded() ? "" : "/" + aggregate.micros();
  }

  private static String bits(@Nullable Double value) {
    return value == null ? NONE : HexFormat.of().toHexDigits(Double.doubleToLongBits(value));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
