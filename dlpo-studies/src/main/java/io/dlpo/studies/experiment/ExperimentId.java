package io.dlpo.studies.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dlpo.contracts.id.RunId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Identifies an experiment by everything that determines its runs. Requesting the same experiment
 * again returns the existing one, and the run ids of its cells are always the same.
 *
 * @param value the experiment's name, a dash and 10 hexadecimal digits
 */
public record ExperimentId(String value) {

  private static final int DIGITS = 10;

  /**
   * The id of an experiment.
   *
   * @param name name of the experiment
   * @param runs its resolved runs
   */
  public static ExperimentId of(String name, List<PlannedRun> runs) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      // The ids of runs contain only the digest. It includes the name, so that experiments with
      // different names have separate runs; the ledger still has their calls cached.
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      for (PlannedRun run : runs) {
        String line = run.cell().id() + "\n" + nameless(run.spec()) + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
      String hex = HexFormat.of().formatHex(digest.digest());
      return new ExperimentId(name + "-" + hex.substring(0, DIGITS));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The id of a cell's run. */
  public RunId runId(Cell cell) {
    return new RunId("x" + value.substring(value.length() - DIGITS) + "." + cell.id());
  }

  private static JsonNode nameless(ObjectNode spec) {
    ObjectNode nameless = spec.deepCopy();
    nameless.remove("name");
    if (nameless.get("dataset") instanceof ObjectNode dataset) {
      dataset.remove("name");
    }
    return nameless;
  }

  @Override
  public String toString() {
    return value;
  }
}
