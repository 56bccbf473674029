package io.dlpo.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dlpo.cli.CliException;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.StubOptimizer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private @TempDir Path folder;
  private StubOptimizer stub;

  @BeforeEach
  void start() throws IOException {
    stub =
        StubOptimizer.start()
            .on("GET /api/experiments/e/report", 200, "{\"runs\":3}")
            .on("GET /api/experiments/e/report/csv", 200, "a,b")
            .on("GET /api/experiments/e/report/html", 200, "<p>–</p>");
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void shouldWriteEachRequestedFormat() throws IOException {
    // Given
    Path html = folder.resolve("r.html");
    Path csv = folder.resolve("r.csv");
    Path json = folder.resolve("r.json");
    ReportFiles files = new ReportFiles().with("html", html).with("csv", csv).with("json", json);

    // When
    write(files);

    // Then
    assertThat(html).hasContent("<p>–</p>");
    assertThat(csv).hasContent("a,b");
    assertThat(json).hasContent("{\"runs\":3}");
    assertThat(err.toString()).contains("wrote " + html, "wrote " + csv, "wrote " + json);
    assertThat(files.takeStdout()).isFalse();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void shouldPrintAFormatOnStandardOutput() {
    // Given
    ReportFiles files = new ReportFiles().with("json", Path.of("-"));

    // When
    write(files);

    // Then
    assertThat(files.takeStdout()).isTrue();
    assertThat(out.toString().strip()).isEqualTo("{\"runs\":3}");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldNotFetchFormatsThatAreNotRequested() {
    // When
    write(new ReportFiles().with("html", null).with("csv", null));

    // Then
    assertThat(stub.requests()).isEmpty();
  }

  @Test
  void shouldRefuseAFileThatCannotBeWrittenBeforeTheExperimentStarts() throws IOException {
    // Given
    Path nowhere = folder.resolve("none").resolve("r.html");
    Path taken = Files.createDirectory(folder.resolve("taken"));

    // Then
    assertThatThrownBy(() -> new ReportFiles().with("html", nowhere))
        .isInstanceOfSatisfying(
            CliException.class, refused -> assertThat(refused.exitStatus()).isEqualTo(2))
        .hasMessage(
            "--html is '%s', which cannot be written; must be a file in an existing folder",
            nowhere);
    assertThatThrownBy(() -> new ReportFiles().with("csv", taken))
        .isInstanceOf(CliException.class)
        .hasMessageContaining("--csv");
  }

  private void write(ReportFiles files) {
    OptimizerClient rest = new OptimizerClient(stub.base());
    files.write(form -> rest.report("e", form), new PrintWriter(out), new PrintWriter(err));
  }
}
