package io.dlpo.deployment.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test of another name is compiled, looks like one, and is never executed. */
class TestNamesTest {

  private static final SourceTree SOURCES = new SourceTree(Path.of(".."));
  private static final Predicate<String> HAS_TESTS =
      Pattern.compile(
              "^ *@(Test|ParameterizedTest|RepeatedTest|TestFactory|Property|Example|ArchTest)\\b",
              Pattern.MULTILINE)
          .asPredicate();
  private static final Predicate<String> IS_EXECUTED =
      Pattern.compile("(Test|IT|ST)\\.java$").asPredicate();

  @Test
  void shouldBeNamedAsTheBuildExecutesThem() throws IOException {
    for (String module : SOURCES.modules()) {
      // When
      List<String> tests = filesWithTests(module);

      // Then
      assertThat(tests).as("files of %s with tests", module).isNotEmpty().allMatch(IS_EXECUTED);
    }
  }

  private static List<String> filesWithTests(String module) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES.root().resolve(module).resolve("src/test/java"))) {
      return files
          .map(file -> SOURCES.root().relativize(file).toString())
          .filter(file -> file.endsWith(".java"))
          .filter(file -> HAS_TESTS.test(SOURCES.text(file)))
          .toList();
    }
  }
}
