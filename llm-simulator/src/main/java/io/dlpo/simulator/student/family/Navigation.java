package io.dlpo.simulator.student.family;

import io.dlpo.simulator.instruction.Weakness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * "If you follow these instructions, do you return to the starting point? Turn left. Take 4 steps."
 *
 * @param moves the moves, one instruction each
 */
record Navigation(List<String> moves) implements Question {

  private static final String START = "do you return to the starting point?";
  private static final Pattern MOVE =
      Pattern.compile(
          "Turn (left|right|around)|Take (\\d{1,9}) steps?(?: (forward|backward|left|right))?");

  static Optional<Navigation> read(String text) {
    int start = text.indexOf(START);
    if (start < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Navigation(
            MOVE.matcher(text.substring(start)).results().map(MatchResult::group).toList()));
  }

  @Override
  public Map<Weakness, Double> prone() {
    return Map.of(Weakness.TURN, 0.55, Weakness.PROSE, 0.4);
  }

  @Override
  public String answer(Set<Weakness> weaknesses) {
    // Losing track of the turns inverts the answer.
    boolean home = returns(moves) != weaknesses.contains(Weakness.TURN);
    return home ? "Yes" : "No";
  }

  @Override
  public String working(Set<Weakness> weaknesses) {
    return "After "
        + moves.size()
        + " instructions I am "
        + ("Yes".equals(answer(weaknesses)) ? "where I started." : "somewhere else.");
  }

  private static boolean returns(List<String> moves) {
    long x = 0;
    long y = 0;
    int heading = 0;
    for (String move : moves) {
      Matcher matcher = MOVE.matcher(move);
      if (!matcher.matches()) {
        continue;
      }
      if (matcher.group(1) != null) {
        heading = turned(heading, matcher.group(1));
      } else {
        int way = turned(heading, matcher.group(3) == null ? "forward" : matcher.group(3));
        long steps = Long.parseLong(matcher.group(2));
        x += steps * (way == 1 ? 1 : way == 3 ? -1 : 0);
        y += steps * (way == 0 ? 1 : way == 2 ? -1 : 0);
      }
    }
    return x == 0 && y == 0;
  }

  /** Headings are numbered clockwise, starting with forward. */
  private static int turned(int heading, String how) {
    return switch (how) {
      case "right" -> (heading + 1) % 4;
      case "around", "backward" -> (heading + 2) % 4;
      case "left" -> (heading + 3) % 4;
      default -> heading;
    };
  }

  @Override
  public String slip() {
    return returns(moves) ? "No" : "Yes";
  }
}
