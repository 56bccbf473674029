package io.dlpo.studies.estimate;

import static io.dlpo.studies.estimate.Assumption.CANDIDATE_NONE;
import static io.dlpo.studies.estimate.Assumption.CANDIDATE_NONE_END;
import static io.dlpo.studies.estimate.Assumption.EDIT_ADDS;
import static io.dlpo.studies.estimate.Assumption.EDIT_COUNT;
import static io.dlpo.studies.estimate.Assumption.EDIT_TOKENS;
import static io.dlpo.studies.estimate.Assumption.REGULARIZATION_REMOVES;
import static io.dlpo.studies.estimate.Assumption.REPLY_UNREADABLE;
import static io.dlpo.studies.estimate.Assumption.TOKENS_CONTRAST;
import static io.dlpo.studies.estimate.Assumption.TOKENS_REDUCTION;

import io.dlpo.contracts.evaluation.CritiqueMode;
import io.dlpo.core.step.Draws;
import io.dlpo.core.update.EditScope;
import io.dlpo.core.update.UpdateRequest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Simulates the replies of a backward model. No two texts are equal. Not thread-safe. */
final class AssumedTeacher {

  private static final String UNREADABLE = "I would rather talk about it.";
  private static final String NO_EDITS = "{\"edits\":[]}";

  private final Assumptions assumptions;
  private final TokenMeter meter;
  private final Draws draws;

  /** Drawn per run: some runs stop proposing changes, others never do. */
  private final double noneAtTheEnd;

  private int written;

  AssumedTeacher(Assumptions assumptions, TokenMeter meter, Draws draws) {
    this.assumptions = assumptions;
    this.meter = meter;
    this.draws = draws;
    this.noneAtTheEnd = RandomShare.around(assumptions.value(CANDIDATE_NONE_END), draws);
  }

  /** A text with the assumed number of tokens. */
  String words(Assumption length) {
    return words(assumptions.tokens(length));
  }

  /**
   * The reply to an update request.
   *
   * @param progress progress of the prompt to edit, from 0 to 1
   */
  String reply(UpdateRequest request, double progress) {
    return switch (request.kind()) {
      case CONTRAST -> isUnreadable(request) ? UNREADABLE : contrast();
      case UPDATE -> isUnreadable(request) ? UNREADABLE : update(request, progress);
      case REGULARIZATION -> regularization(request.scope());
      default -> throw new IllegalArgumentException(request.kind() + " is not part of an update");
    };
  }

  private boolean isUnreadable(UpdateRequest request) {
    return request.attempt() == 0 && draws.uniform() < assumptions.value(REPLY_UNREADABLE);
  }

  private String contrast() {
    int half = Math.max(1, assumptions.tokens(TOKENS_CONTRAST) / 2);
    return "{\"positive\":\"" + words(half) + "\",\"negative\":\"" + words(half) + "\"}";
  }

  /** The edits, or several sets of them; with a gradient, if the request asks for one. */
  private String update(UpdateRequest request, double progress) {
    String gradient =
        request.form().critique() == CritiqueMode.JOINT
            ? "\"gradient\":\"" + words(TOKENS_REDUCTION) + "\","
            : "";
    int candidates = request.form().candidates();
    String edits =
        candidates == 1
            ? edits(request.scope(), progress)
            : IntStream.range(0, candidates)
                .mapToObj(candidate -> "{" + edits(request.scope(), progress) + "}")
                .collect(Collectors.joining(",", "\"candidates\":[", "]"));
    return "{" + gradient + edits + "}";
  }

  private String edits(EditScope scope, double progress) {
    double none = assumptions.value(CANDIDATE_NONE) * (1 - progress) + noneAtTheEnd * progress;
    if (draws.uniform() < none) {
      return "\"edits\":[]";
    }
    return IntStream.range(0, count(scope))
        .mapToObj(edit -> edit(scope))
        .collect(Collectors.joining(",", "\"edits\":[", "]"));
  }

  /** The assumed number of edits, randomly rounded to an integer and capped at the limit. */
  private int count(EditScope scope) {
    int count = Math.max(1, (int) (assumptions.value(EDIT_COUNT) + draws.uniform()));
    return scope.limit() == null ? count : Math.min(count, scope.limit());
  }

  private String edit(EditScope scope) {
    List<Integer> open = scope.open();
    boolean adds = open.isEmpty() || draws.uniform() < assumptions.value(EDIT_ADDS);
    String place =
        adds
            ? "\"op\":\"add\",\"after\":" + (open.isEmpty() ? scope.sentences() : open.getLast())
            : "\"op\":\"modify\",\"sentence\":" + open.get(draws.below(open.size()));
    return "{" + place + ",\"text\":\"" + sentence() + "\"}";
  }

  private String regularization(EditScope scope) {
    List<Integer> open = scope.open();
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
    String text = meter.text(ModelRole.BACKWARD, count);
    // The number replaces the beginning of the text, so that the length stays the same.
    return number + text.substring(Math.min(number.length(), text.length())).strip();
  }
}
