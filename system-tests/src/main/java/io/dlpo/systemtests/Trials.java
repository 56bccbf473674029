package io.dlpo.systemtests;

import io.dlpo.cli.Dlpo;
import io.dlpo.systemtests.bench.BenchCommand;
import io.dlpo.systemtests.soak.SoakCommand;
import picocli.CommandLine;

/**
 * Entry point of {@code dlpo soak} and {@code dlpo bench}, which the script {@code dlpo} starts.
 * Options and error reports work as in the command line.
 */
public final class Trials {

  private Trials() {}

  /** Runs a command and exits with its status. */
  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return Dlpo.commandLine(new SoakCommand(), new BenchCommand());
  }
}
