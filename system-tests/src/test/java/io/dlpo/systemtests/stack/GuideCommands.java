package io.dlpo.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;

/** The shell commands of a guide, as a reader copies them. */
public final class GuideCommands {

  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ ");

  private GuideCommands() {}

  /**
   * Returns the blocks of commands under a heading, up to the next heading.
   *
   * @param guide its path in the checkout
   */
  public static List<String> under(String guide, String heading) {
    try {
      String text = Files.readString(Dlpo.inCheckout(guide));
      int begin = text.indexOf("\n" + heading + "\n");
      if (begin < 0) {
        throw new AssertionError(guide + " has no heading '" + heading + "'");
      }
      String rest = text.substring(begin + heading.length() + 2);
      String section = HEADING.split(rest, 2)[0];
      return BLOCK.matcher(section).results().map(block -> block.group(1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + guide, e);
    }
  }
}
