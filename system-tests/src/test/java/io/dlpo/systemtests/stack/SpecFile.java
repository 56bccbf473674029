package io.dlpo.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes specs for tests. */
public final class SpecFile {

  private SpecFile() {}

  /** A run that takes a few seconds, with the project's example dataset. */
  public static Path small(Dlpo dlpo, String name, int steps, long seed) {
    return write(dlpo, name, smallText(name, steps, seed));
  }

  /** The same run with a distinct prompt, so that none of its calls is cached. */
  public static Path distinct(Dlpo dlpo, String name, int steps, long seed) {
    return write(
        dlpo,
        name,
        smallText(name, steps, seed)
            .replace("a reasoning question.", "a reasoning question (%s).".formatted(name)));
  }

  /**
   * A distinct run whose candidates race, with a final choice, as its budget chooses.
   *
   * @param chains number of chains that make steps at the same time
   */
  public static Path racing(Dlpo dlpo, String name, int steps, int chains, long seed) {
    return write(
        dlpo,
        name,
        smallText(name, steps, seed)
                .replace("a reasoning question.", "a reasoning question (%s).".formatted(name))
                .replace(
                    "{batchSize: 4,",
                    "{profile: best-practice, annealing: {chains: %d},".formatted(chains))
            + "budget: {calls: 1000}\n");
  }

  /** Returns the text of {@link #small}, for tests that make it invalid. */
  public static String smallText(String name, int steps, long seed) {
    return """
        name: %s
        prompt: You will answer a reasoning question.
        dataset: {file: %s, format: jsonl, split: {train: 30, validation: 20, test: 30, seed: 7}}
        metric: {type: number}
        optimizer: {batchSize: 4, steps: %d}
        seed: %d
        """
        .formatted(name, Dlpo.inCheckout("examples/object-counting.jsonl"), steps, seed);
  }

  /** Writes a text to a spec file in a home. */
  public static Path write(Dlpo dlpo, String name, String text) {
    try {
      return Files.writeString(dlpo.home().resolve(name + ".yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the spec " + name, e);
    }
  }
}
