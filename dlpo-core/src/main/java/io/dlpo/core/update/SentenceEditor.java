package io.dlpo.core.update;

import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.core.prompt.Prompt;
import io.dlpo.core.prompt.SentenceSplitter;
import io.dlpo.core.prompt.SplitText;
import io.dlpo.core.update.Draft.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the edits of a script within limits, in order. An edit that would break a limit is
 * refused, and the next one is tried, so no reply can break a limit.
 *
 * <p>After each edit the new text is split into sentences again, and the result must match the
 * intended sentences. The counted edits are therefore the same as those found by comparing both
 * prompts.
 */
public final class SentenceEditor {

  private final Prompt prompt;
  private final EditLimits limits;
  private final int sentences;
  private final Set<Integer> edited = new HashSet<>();
  private final List<SentenceEdit> applied = new ArrayList<>();
  private final List<RefusedEdit> refused = new ArrayList<>();
  private Draft draft;
  private int spent;

  private SentenceEditor(Prompt prompt, EditLimits limits) {
    this.prompt = prompt;
    this.limits = limits;
    this.draft = Draft.of(prompt.split());
    this.sentences = draft.nodes().size();
  }

  /** Applies a script to a prompt. */
  public static EditedPrompt apply(Prompt prompt, EditScript.Edits script, EditLimits limits) {
    SentenceEditor editor = new SentenceEditor(prompt, limits);
    editor.refused.addAll(script.refused());
    List<EditCommand> commands = script.commands();
    for (int i = 0; i < commands.size(); i++) {
      EditCommand command = commands.get(i);
      Optional<String> problem =
          i < EditLimits.MAX_EDITS
              ? editor.apply(command)
              : Optional.of("a reply may have " + EditLimits.MAX_EDITS + " edits");
      problem.ifPresent(reason -> editor.refused.add(new RefusedEdit(command.toString(), reason)));
    }
    return new EditedPrompt(editor.draft.text(), editor.applied, editor.refused);
  }

  private Optional<String> apply(EditCommand command) {
    return switch (command) {
      case EditCommand.Add add -> add(new EditCommand.Add(prompt.within(add.after()), add.text()));
      case EditCommand.Modify modify -> modify(modify);
      case EditCommand.Delete delete -> delete(delete);
      case EditCommand.Move move ->
          move(new EditCommand.Move(move.sentence(), prompt.within(move.after())));
    };
  }

  private Optional<String> add(EditCommand.Add add) {
    if (add.after() > sentences) {
      return noSuch(add.after());
    }
    List<Node> added = newNodes(add.text());
    List<SentenceEdit> edits = new ArrayList<>();
    added.forEach(node -> edits.add(addition(add.after(), node.text())));
    return commit(draft.inserted(placeAfter(add.after()), added), added.size(), edits);
  }

  private Optional<String> modify(EditCommand.Modify modify) {
    Optional<String> problem = problemWithSentence(modify.sentence());
    if (problem.isPresent()) {
      return problem;
    }
    int index = draft.indexOf(modify.sentence());
    String before = draft.nodes().get(index).text();
    if (before.equals(modify.text())) {
      return Optional.of("it changes nothing");
    }
    List<Node> added = newNodes(modify.text());
    Node first = added.removeFirst();
    added.addFirst(new Node(modify.sentence(), first.text(), first.gap()));
    List<SentenceEdit> edits = new ArrayList<>();
    edits.add(
        new SentenceEdit(SentenceEdit.Op.MODIFY, modify.sentence(), null, before, first.text()));
    added.stream().skip(1).forEach(node -> edits.add(addition(modify.sentence(), node.text())));
    return touch(modify.sentence(), commit(draft.replaced(index, added), added.size(), edits));
  }

  private Optional<String> delete(EditCommand.Delete delete) {
    Optional<String> problem = problemWithSentence(delete.sentence());
    if (problem.isPresent()) {
      return problem;
    }
    int index = draft.indexOf(delete.sentence());
    String before = draft.nodes().get(index).text();
    SentenceEdit edit =
        new SentenceEdit(SentenceEdit.Op.DELETE, delete.sentence(), null, before, null);
    return touch(delete.sentence(), commit(draft.removed(index), 1, List.of(edit)));
  }

  private Optional<String> move(EditCommand.Move move) {
    Optional<String> problem =
        move.after() > sentences ? noSuch(move.after()) : problemWithSentence(move.sentence());
    if (problem.isPresent()) {
      return problem;
    }
    Node node = draft.nodes().get(draft.indexOf(move.sentence()));
    List<String> before = draft.sentences();
    List<Draft> ways = new ArrayList<>();
    for (Draft without : draft.removed(draft.indexOf(move.sentence()))) {
      int place = placeAfter(without, move.after(), move.sentence());
      ways.addAll(without.inserted(place, List.of(node.withGap(""))));
    }
    if (ways.getFirst().sentences().equals(before)) {
      return Optional.of("it changes nothing");
    }
    SentenceEdit edit =
        new SentenceEdit(SentenceEdit.Op.MOVE, move.sentence(), move.after(), node.text(), null);
    return touch(move.sentence(), commit(ways, 2, List.of(edit)));
  }

  /** Applies the first variant of an edit that stays within every limit. */
  private Optional<String> commit(List<Draft> ways, int cost, List<SentenceEdit> edits) {
    if (!limits.allows(spent + cost)) {
      return Optional.of(
          "it spends %d of the %d edits of a step, %d are spent"
              .formatted(cost, limits.most(), spent));
    }
    Optional<String> problem = Optional.empty();
    for (Draft way : ways) {
      Optional<String> found = problemWith(way);
      if (found.isEmpty()) {
        draft = way;
        spent += cost;
        applied.addAll(edits);
        return Optional.empty();
      }
      problem = problem.or(() -> found);
    }
    return problem;
  }

  private Optional<String> problemWith(Draft way) {
    String text = way.text();
    return prompt
        .problemWith(text)
        .or(
            () ->
                SentenceSplitter.split(text).texts().equals(way.sentences())
                    ? Optional.empty()
                    : Optional.of("its text does not stand as a sentence of its own"));
  }

  private Optional<String> problemWithSentence(int number) {
    if (number < 1 || number > sentences) {
      return noSuch(number);
    }
    if (limits.untouchable().contains(number)) {
      return Optional.of("sentence " + number + " is protected");
    }
    return edited.contains(number)
        ? Optional.of("sentence " + number + " is edited already")
        : Optional.empty();
  }

  private Optional<String> noSuch(int number) {
    return Optional.of("there is no sentence " + number + "; the last one is " + sentences);
  }

  private Optional<String> touch(int number, Optional<String> problem) {
    if (problem.isEmpty()) {
      edited.add(number);
    }
    return problem;
  }

  private int placeAfter(int origin) {
    return placeAfter(draft, origin, 0);
  }

  /**
   * Returns the index after a sentence and after everything already added there. If the sentence
   * was deleted, uses the nearest earlier one.
   */
  private static int placeAfter(Draft draft, int origin, int without) {
    int place = 0;
    for (int number = origin; number > 0; number--) {
      int index = number == without ? -1 : draft.indexOf(number);
      if (index >= 0) {
        place = index + 1;
        break;
      }
    }
    while (place < draft.nodes().size() && draft.nodes().get(place).origin() == 0) {
      place++;
    }
    return place;
  }

  private static List<Node> newNodes(String text) {
    List<Node> nodes = new ArrayList<>();
    for (SplitText.Piece piece : SentenceSplitter.split(text).pieces()) {
      nodes.add(new Node(0, piece.text(), piece.gap()));
    }
    return nodes;
  }

  private static SentenceEdit addition(int after, String text) {
    return new SentenceEdit(SentenceEdit.Op.ADD, null, after, null, text);
  }
}
