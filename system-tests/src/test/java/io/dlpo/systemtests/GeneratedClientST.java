package io.dlpo.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dlpo.systemtests.stack.CommandResult;
import io.dlpo.systemtests.stack.Dlpo;
import io.dlpo.systemtests.stack.SchemathesisRun;
import io.dlpo.systemtests.stack.SharedStack;
import io.dlpo.systemtests.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The programs of {@code docs/clients.md} do what it says. */
@Tag("nightly")
@ExtendWith(SharedStack.class)
class GeneratedClientST {

  private static final int MAX_STATEMENTS = 10;

  private final Stack stack;
  private final String page;

  GeneratedClientST(Stack stack) throws IOException {
    this.stack = stack;
    this.page = Files.readString(Dlpo.inCheckout("docs/clients.md"));
  }

  @Test
  void shouldStartARunWithAGeneratedClientInTenLines() throws IOException {
    // Given
    SchemathesisRun python = SchemathesisRun.install();
    Path folder = folderWithRows("python");
    String document = stack.rest() + "/api/openapi.json";
    assertThat(python.generateClient(document, folder.resolve("client")).expect(0).text())
        .contains("Generating");
    Path generated = folder.resolve("dlpo_optimizer_client");
    Files.move(folder.resolve("client").resolve("dlpo_optimizer_client"), generated);
    List<String> program = block("python").lines().toList();

    // When
    Path file = Files.write(folder.resolve("start.py"), program);
    String runId = python.python(file, folder, stack.rest()).expect(0).out().strip();

    // Then
    assertThat(program.stream().filter(line -> !line.isBlank() && !line.contains("import")))
        .hasSizeLessThanOrEqualTo(MAX_STATEMENTS);
    assertThat(stack.dlpo().run("follow", runId).exitStatus()).isZero();
    assertThat(stack.runNow(runId).status()).isEqualTo("FINISHED");
  }

  @Test
  void shouldStartARunWithCurl() throws IOException {
    // Given
    String script =
        block("sh").replaceFirst("REST=.*", "REST=" + stack.rest()).replace("first", "by-curl");

    // When
    CommandResult result = SchemathesisRun.shell(script, folderWithRows("curl")).expect(0);

    // Then
    assertThat(result.out()).contains("\"runId\":\"by-curl\"", "event:step", "event:status");
    assertThat(stack.runNow("by-curl").status()).isEqualTo("FINISHED");
  }

  private Path folderWithRows(String name) throws IOException {
    Path folder = Files.createDirectories(stack.dlpo().home().resolve(name));
    Files.copy(
        Dlpo.inCheckout("examples/object-counting.jsonl"), folder.resolve("object-counting.jsonl"));
    return folder;
  }

  private String block(String language) {
    String start = "```" + language + "\n";
    int from = page.indexOf(start) + start.length();
    return page.substring(from, page.indexOf("```", from));
  }
}
