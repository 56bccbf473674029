package io.dlpo.cli.command;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.terminal.Console;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlpo completion}. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in a shell.",
    footer = {
      "  source <(./dlpo completion bash)",
      "  ./dlpo completion bash > ~/.local/share/bash-completion/completions/dlpo",
      "  source <(./dlpo completion zsh)                # in ~/.zshrc, after compinit"
    })
public final class CompletionCommand implements Callable<Integer> {

  private static final List<String> SHELLS = List.of("bash", "zsh");

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private String shell = "";

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!SHELLS.contains(shell)) {
      throw new CliException(
          ExitStatus.USAGE,
          "SHELL is '%s'; must be %s".formatted(shell, String.join(" or ", SHELLS)));
    }
    // One script for both: in zsh it uses zsh's own emulation of bash's completion.
    Console.stdout(spec).printData(AutoComplete.bash("dlpo", spec.root().commandLine()).strip());
    return ExitStatus.DONE;
  }
}
