package io.dlpo.simulator.teacher;

import java.util.List;
import java.util.regex.Pattern;

/** Reads the tagged blocks of a request. */
final class Blocks {

  private Blocks() {}

  /** The text of a block; empty if there is none. */
  static String text(String message, String name) {
    return all(message, name).stream().findFirst().orElse("");
  }

  /** The texts of all blocks with the given name. */
  static List<String> all(String message, String name) {
    return Pattern.compile("<" + name + "(?: [^>]*)?>\n?(.*?)\n?</" + name + ">", Pattern.DOTALL)
        .matcher(message)
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
