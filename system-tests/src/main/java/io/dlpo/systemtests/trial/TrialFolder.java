package io.dlpo.systemtests.trial;

import io.dlpo.cli.stack.DlpoHome;
import io.dlpo.cli.stack.Installation;
import io.dlpo.cli.stack.StackManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder with a home for each stack. Stops the stacks when it is closed or the process exits, so
 * that Ctrl-C leaves none running. Keeps their logs.
 */
public final class TrialFolder implements AutoCloseable {

  private final Path path;
  private final List<String> stacks;
  private final Thread atExit = new Thread(this::end, "end of the stacks");

  private TrialFolder(Path path, List<String> stacks) {
    this.path = path;
    this.stacks = List.copyOf(stacks);
  }

  /**
   * Creates an empty folder.
   *
   * @param name the name of the trial
   * @param stacks the names of the stacks that may be started in it
   */
  public static TrialFolder of(String name, List<String> stacks) {
    try {
      TrialFolder folder = new TrialFolder(Files.createTempDirectory("dlpo-" + name + "-"), stacks);
      Runtime.getRuntime().addShutdownHook(folder.atExit);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("no folder for the stacks", e);
    }
  }

  /** The path of the folder. */
  public Path path() {
    return path;
  }

  private void end() {
    stacks.forEach(
        stack ->
            new StackManager(new DlpoHome(path.resolve(stack)), Installation.ofEnvironment())
                .down());
  }

  @Override
  public void close() {
    end();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }
}
