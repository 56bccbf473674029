package io.dlpo.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.run.PromotionWatcher;
import io.dlpo.cli.run.RunIdResolver;
import io.dlpo.cli.terminal.Console;
import io.dlpo.cli.view.PromptTable;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlpo promote}. */
@Command(
    name = "promote",
    description = {
      "Promote the best prompt of a run: applications read it by name and label.",
      "The run must have ended, and its test split must show an improvement.",
      "To roll back, move the label to an earlier version."
    },
    footer = {
      "  ./dlpo promote latest --as counting --label production",
      "  ./dlpo promote --version 2 --as counting --label production"
    })
public final class PromoteCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "NAME",
      description = "The name of the prompt. Each run gets the next version of it.")
  private String name;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "Move this label to the version, such as production.")
  private @Nullable String label;

  @Option(
      names = "--force",
      description = "Promote a run without a shown improvement, too. The evidence says so.")
  private boolean force;

  @Spec private CommandSpec spec;

  /** What is promoted. */
  static final class Source {

    @Parameters(paramLabel = "RUN", description = "A run: its id, a unique prefix, or latest.")
    private @Nullable String run;

    @Option(
        names = "--version",
        paramLabel = "N",
        description = "A version of the prompt, which gets the label.")
    private @Nullable Integer version;
  }

  @Override
  public Integer call() {
    if (source.version != null && (label == null || force)) {
      throw new ParameterException(
          spec.commandLine(),
          "--version needs --label and no --force, since it moves a label to a promoted version");
    }
    JsonNode version = promoted(OptimizerConnection.open());
    PromptTable.printPromoted(version, Console.stdout(spec));
    return ExitStatus.DONE;
  }

  private JsonNode promoted(OptimizerClient optimizer) {
    PromotionWatcher watcher = new PromotionWatcher(optimizer, name, label);
    if (source.version != null && label != null) {
      optimizer.label(name, label, source.version);
      return watcher.awaitVersion(source.version);
    }
    String runId = RunIdResolver.resolve(optimizer, String.valueOf(source.run));
    optimizer.promote(runId, name, label, force);
    return watcher.awaitRun(runId);
  }
}
