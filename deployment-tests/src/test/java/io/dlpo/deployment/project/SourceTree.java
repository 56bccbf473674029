package io.dlpo.deployment.project;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The project's source files.
 *
 * @param root the folder of the parent POM
 */
record SourceTree(Path root) {

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  /** Names of the modules, in the parent's order. */
  List<String> modules() {
    Matcher matcher = MODULE.matcher(text("pom.xml"));
    return matcher.results().map(result -> result.group(1)).toList();
  }

  /** The first group of a pattern's first match in a file. */
  String find(String file, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text(file));
    if (!matcher.find()) {
      throw new IllegalStateException(file + " has nothing that matches " + pattern);
    }
    return matcher.group(1);
  }

  /** Whether a module depends on an artifact itself. */
  boolean depends(String module, String artifact) {
    return text(module + "/pom.xml").contains("<artifactId>" + artifact + "</artifactId>");
  }

  String text(String file) {
    try {
      return Files.readString(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String file) {
    return Files.exists(root.resolve(file));
  }

  Properties properties(String file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** Texts of all Java sources of a module whose names end in something. */
  List<String> sources(String module, String ending) {
    Path sources = root.resolve(module).resolve("src/main/java");
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted(Comparator.naturalOrder())
          .map(file -> text(root.relativize(file).toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
