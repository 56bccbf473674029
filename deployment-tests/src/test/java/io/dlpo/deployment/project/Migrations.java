package io.dlpo.deployment.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Flyway migrations of all modules. */
final class Migrations {

  private static final Path CHECKOUT = Path.of("..");
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** What a process of the last release does not notice. */
  private static final Pattern ADDITIVE =
      Pattern.compile(
          "create (table|sequence|view|index) .*"
              + "|comment on .*"
              + "|alter table \\S+ alter column \\S+ drop not null",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ADDED_COLUMNS =
      Pattern.compile("alter table \\S+ (add column .*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NEXT_CHANGE = Pattern.compile(", (?=add |drop |alter |rename )");

  private Migrations() {}

  /** The digests of all migrations by their paths in the checkout. */
  static Map<String, String> digests() throws IOException {
    Map<String, String> digests = new TreeMap<>();
    for (Path file : files()) {
      digests.put(CHECKOUT.relativize(file).toString(), digest(file));
    }
    return digests;
  }

  /** Reads a migration. */
  static String read(String path) throws IOException {
    return Files.readString(CHECKOUT.resolve(path));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> modules = Files.list(CHECKOUT)) {
      List<Path> files = new ArrayList<>();
      for (Path module : modules.sorted().toList()) {
        Path folder = module.resolve("src/main/resources/db");
        if (Files.isDirectory(folder)) {
          try (Stream<Path> found = Files.walk(folder)) {
            found.filter(file -> file.toString().endsWith(".sql")).forEach(files::add);
          }
        }
      }
      return files;
    }
  }

  /** The statements of a migration that are more than additions. */
  static List<String> notAdditive(String sql) {
    return Stream.of(COMMENT.matcher(sql).replaceAll("").split(";"))
        .map(statement -> SPACE.matcher(statement).replaceAll(" ").strip())
        .filter(statement -> !statement.isEmpty())
        .filter(statement -> !isAdditive(statement))
        .toList();
  }

  private static boolean isAdditive(String statement) {
    Matcher columns = ADDED_COLUMNS.matcher(statement);
    return ADDITIVE.matcher(statement).matches()
        || (columns.matches()
            && NEXT_CHANGE.splitAsStream(columns.group(1)).allMatch(Migrations::isOptional));
  }

  /** Whether it adds a column that a process may leave out. */
  private static boolean isOptional(String change) {
    return change.startsWith("add column ")
        && !change.contains(" unique")
        && (!change.contains(" not null") || change.contains(" default "));
  }

  private static String digest(Path file) throws IOException {
    try {
      String text = Files.readString(file).replace("\r\n", "\n");
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
