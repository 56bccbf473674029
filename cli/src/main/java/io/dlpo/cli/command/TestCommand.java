package io.dlpo.cli.command;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dlpo test}, for its help and completion: the script {@code dlpo} runs Maven itself. */
@Command(
    name = "test",
    description = "Run the tests of this checkout with Maven.",
    footer = {"  ./dlpo test", "  ./dlpo test --nightly -pl system-tests -am -Dit.test=KillST"})
public final class TestCommand implements Callable<Integer> {

  @Option(
      names = "--nightly",
      description = "Run the tests that take minutes: soak, storm, large loads. First argument.")
  private boolean nightly;

  @Option(
      names = "--images",
      description = "Run the tests of the images; needs a Docker engine. First argument.")
  private boolean images;

  @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "Passed on to Maven.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() {
    throw new CliException(
        ExitStatus.USAGE,
        "only the script dlpo runs %s; arguments for Maven: %s"
            .formatted(
                nightly ? "the nightly tests" : images ? "the tests of the images" : "all tests",
                arguments));
  }
}
