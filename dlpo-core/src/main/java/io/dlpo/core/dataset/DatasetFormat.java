package io.dlpo.core.dataset;

import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The format of a dataset file. */
public enum DatasetFormat {
  /** A BIG-Bench Hard task: {@code {"examples": [{"input", "target"}]}}. */
  BBH,
  /** JSON Lines with {@code question} and an {@code answer} that ends in {@code #### n}. */
  GSM8K,
  /**
   * JSON Lines with {@code input} or {@code question}, and {@code reference} or one of its aliases.
   */
  JSONL,
  /** CSV with a header line; the columns have the names used in JSONL. */
  CSV;

  /** Maximum size of a file in bytes. */
  public static final int MAX_BYTES = 20_000_000;

  /** Maximum number of rows in a file. */
  public static final int MAX_ROWS = 100_000;

  private static final int ID_LENGTH = 16;

  /**
   * The format with this name, ignoring case.
   *
   * @throws RefusedException if there is none
   */
  public static DatasetFormat named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new RefusedException(Problem.of("format", name, "one of " + names())));
  }

  private static String names() {
    return Arrays.stream(values()).map(DatasetFormat::toString).collect(Collectors.joining(", "));
  }

  /**
   * Parses a file.
   *
   * @return its rows, 1 to {@value #MAX_ROWS}
   * @throws RefusedException if a row is invalid, or if the file is too large or has no rows
   */
  public List<Row> parse(byte[] file) {
    if (file.length > MAX_BYTES) {
      throw new RefusedException(
          Problem.of("dataset", file.length + " bytes", "at most " + MAX_BYTES + " bytes"));
    }
    List<Row> rows = rows(file);
    if (rows.isEmpty()) {
      throw new RefusedException(
          new Problem(
              "dataset",
              "0 rows",
              "1 to " + MAX_ROWS + " rows",
              "the dataset is empty; must have 1 to " + MAX_ROWS + " rows"));
    }
    if (rows.size() > MAX_ROWS) {
      throw new RefusedException(
          Problem.of("dataset", rows.size() + " rows", "1 to " + MAX_ROWS + " rows"));
    }
    return rows;
  }

  /**
   * Reads a file as a dataset. The same content in the same format has the same id.
   *
   * @param name display name
   * @throws RefusedException as {@link #parse} does
   */
  public Dataset read(String name, byte[] file) {
    return new Dataset(idOf(file), name, parse(file));
  }

  private List<Row> rows(byte[] file) {
    return switch (this) {
      case BBH -> BbhFile.parse(file);
      case GSM8K -> JsonLines.parse(file, GsmRow::read);
      case JSONL -> JsonLines.parse(file, PlainRow::read);
      case CSV -> CsvFile.parse(file);
    };
  }

  private String idOf(byte[] file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((this + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(file)).substring(0, ID_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** The name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
