package io.dlpo.systemtests;

import io.dlpo.cli.Dlpo;
import io.dlpo.systemtests.bench.BenchCommand;
import io.dlpo.systemtests.soak.SoakCommand;
import picocli.CommandLine;

/**
 * The commands {@code dlpo soak} and {@code dlpo bench}. The script {@code dlpo} starts this class;
 * everything else about them, such as how failures are reported, is as in the command line.
 */
public final class Trials {

  private Trials() {}

  /** Runs a command and ends the process with its exit status. */
  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return Dlpo.commandLine(new SoakCommand(), new BenchCommand());
  }
}
