package io.dlpo.deployment.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The meters of the project's own, read from the classes {@code …Meters}, which alone make any. */
final class Meters {

  private static final Pattern BUILDER =
      Pattern.compile(
          "(Counter|Timer|Gauge)\\s*\\.builder\\(\\s*\"(dlpo[^\"]+)\"(.*?)\\.register\\(",
          Pattern.DOTALL);
  private static final Pattern LABEL = Pattern.compile("\\.tag\\(\\s*\"(\\w+)\"");

  private Meters() {}

  /** All meters under the project's folder. */
  static List<Meter> read(Path root) {
    return sources(root, "Meters.java").stream()
        .flatMap(source -> BUILDER.matcher(source).results())
        .map(Meters::meter)
        .toList();
  }

  /** The main sources whose file names end in something. */
  static List<String> sources(Path root, String ending) {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(Meters::files)
          .filter(file -> file.toString().endsWith(ending))
          .map(Meters::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Meter meter(MatchResult match) {
    Set<String> labels = new TreeSet<>();
    LABEL.matcher(match.group(3)).results().forEach(label -> labels.add(label.group(1)));
    if (match.group(3).contains(".tags(model(")) {
      labels.add("model");
    }
    return new Meter(match.group(1), match.group(2), labels);
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
