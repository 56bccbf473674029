package io.dlpo.studies.estimate;

import static io.dlpo.studies.estimate.Assumption.CANDIDATE_NONE;
import static io.dlpo.studies.estimate.Assumption.CANDIDATE_NONE_END;
import static io.dlpo.studies.estimate.Assumption.EDIT_ADDS;
import static io.dlpo.studies.estimate.Assumption.EDIT_COUNT;
import static io.dlpo.studies.estimate.Assumption.EDIT_TOKENS;
import static io.dlpo.studies.estimate.Assumption.REGULARIZATION_REMOVES;
import static io.dlpo.studies.estimate.Assumption.REPLY_UNREADABLE;
import static io.dlpo.studies.estimate.Assumption.TOKENS_CONTRAST;

import io.dlpo.core.step.Draws;
import io.dlpo.core.update.UpdateRequest;
import io.dlpo.studies.estimate.Stage.Role;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what a backward model would, by assumption; no two texts are equal. Not thread-safe. */
final class AssumedTeacher {

  private static final Pattern SENTENCE = Pattern.compile("(?m)^\\[(\\d+)( frozen)?] ");
  private static final Pattern LIMIT = Pattern.compile("<LIMIT>(\\d+)</LIMIT>");
  private static final String UNREADABLE = "I would rather talk about it.";
  private static final String NO_EDITS = "{\"edits\":[]}";

  private final Assumptions assumptions;
  private final Meter meter;
  private final Draws draws;

  /** Some runs find nothing more to change, others go on for ever. */
  private final double noneAtTheEnd;

  private int written;

  AssumedTeacher(Assumptions assumptions, Meter meter, Draws draws) {
    this.assumptions = assumptions;
    this.meter = meter;
    this.draws = draws;
    this.noneAtTheEnd = Spread.around(assumptions.value(CANDIDATE_NONE_END), draws);
  }

  /** A text of as many tokens as the assumption says. */
  String words(Assumption length) {
    return words(assumptions.tokens(length));
  }

  /**
   * The reply to a request of an update.
   *
   * @param progress of the prompt to edit, 0 to 1
   */
  String reply(UpdateRequest request, double progress) {
    return switch (request.kind()) {
      case CONTRAST -> isUnreadable(request) ? UNREADABLE : contrast();
      case UPDATE -> isUnreadable(request) ? UNREADABLE : update(request.user(), progress);
      case REGULARIZATION -> regularization(request.user());
    };
  }

  private boolean isUnreadable(UpdateRequest request) {
    return request.attempt() == 0 && draws.uniform() < assumptions.value(REPLY_UNREADABLE);
  }

  private String contrast() {
    int half = Math.max(1, assumptions.tokens(TOKENS_CONTRAST) / 2);
    return "{\"positive\":\"" + words(half) + "\",\"negative\":\"" + words(half) + "\"}";
  }

  private String update(String user, double progress) {
    double none = assumptions.value(CANDIDATE_NONE) * (1 - progress) + noneAtTheEnd * progress;
    if (draws.uniform() < none) {
      return NO_EDITS;
    }
    List<Integer> open = sentences(user, true);
    int last = sentences(user, false).size();
    return IntStream.range(0, edits(user))
        .mapToObj(edit -> edit(open, last))
        .collect(Collectors.joining(",", "{\"edits\":[", "]}"));
  }

  /** The assumed count, up or down to a whole number by chance; no more than the limit. */
  private int edits(String user) {
    int count = Math.max(1, (int) (assumptions.value(EDIT_COUNT) + draws.uniform()));
    Matcher limit = LIMIT.matcher(user);
    return limit.find() ? Math.min(count, Integer.parseInt(limit.group(1))) : count;
  }

  private String edit(List<Integer> open, int last) {
    boolean adds = open.isEmpty() || draws.uniform() < assumptions.value(EDIT_ADDS);
    String place =
        adds
            ? "\"op\":\"add\",\"after\":" + last
            : "\"op\":\"modify\",\"sentence\":" + open.get(draws.below(open.size()));
    return "{" + place + ",\"text\":\"" + sentence() + "\"}";
  }

  private String regularization(String user) {
    List<Integer> open = sentences(user, true);
    return open.isEmpty() || draws.uniform() >= assumptions.value(REGULARIZATION_REMOVES)
        ? NO_EDITS
        : "{\"edits\":[{\"op\":\"delete\",\"sentence\":"
            + open.get(draws.below(open.size()))
            + "}]}";
  }

  private String sentence() {
    return words(assumptions.tokens(EDIT_TOKENS)) + ".";
  }

  private String words(int count) {
    written++;
    String number = "Note " + written + " ";
    String text = meter.text(Role.BACKWARD, count);
    // The number takes the place of some words, for the length is what counts.
    return number + text.substring(Math.min(number.length(), text.length())).strip();
  }

  private static List<Integer> sentences(String user, boolean openOnly) {
    return SENTENCE
        .matcher(user)
        .results()
        .filter(match -> !openOnly || match.group(2) == null)
        .map(match -> Integer.valueOf(match.group(1)))
        .toList();
  }
}
