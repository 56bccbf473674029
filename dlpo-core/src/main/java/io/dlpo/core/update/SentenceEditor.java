package io.dlpo.core.update;

import io.dlpo.contracts.event.SentenceEdit;
import io.dlpo.core.prompt.MarkdownBlock;
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
 * <p>After each edit the items of numbered lists are numbered again, which counts as no edit. Then
 * the new text is split into sentences again, and the result must match the intended sentences. The
 * counted edits are therefore the same as those found by comparing both prompts.
 */
public final class SentenceEditor {

  private final Prompt prompt;
  private final EditLimits limits;
  private final List<String> sentences;
  private final NumberedLists lists;
  private final Set<Integer> edited = new HashSet<>();
  private final List<AppliedEdit> applied = new ArrayList<>();
  private final List<RefusedEdit> refused = new ArrayList<>();
  private Draft draft;
  private int spent;
  private int created;

  /** An edit and the sentence that has its text. */
  private record AppliedEdit(SentenceEdit edit, int origin) {}

  private SentenceEditor(Prompt prompt, EditLimits limits) {
    this.prompt = prompt;
    this.limits = limits;
    this.draft = Draft.of(prompt.split());
    this.sentences = draft.sentences();
    this.lists = NumberedLists.of(draft);
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
    return new EditedPrompt(editor.draft.text(), editor.applied(), editor.refused);
  }

  /** Returns the applied edits with their texts as they are now, after later renumbering. */
  private List<SentenceEdit> applied() {
    return applied.stream().map(this::withPresentText).toList();
  }

  private SentenceEdit withPresentText(AppliedEdit done) {
    SentenceEdit edit = done.edit();
    return edit.text() == null
        ? edit
        : new SentenceEdit(
            edit.op(),
            edit.sentence(),
            edit.after(),
            edit.before(),
            draft.nodes().get(draft.indexOf(done.origin())).text());
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
    String text = EditText.withoutShownNumber(add.text(), sentences);
    Optional<String> problem =
        add.after() > sentences.size() ? noSuch(add.after()) : EditText.problemWith(text);
    if (problem.isPresent()) {
      return problem;
    }
    List<Node> added = newNodes(text);
    int place = placeAfter(add.after());
    if (added.isEmpty()) {
      return blank();
    }
    if (draft.splitsTable(place, added)) {
      return splitTable();
    }
    List<AppliedEdit> edits =
        added.stream()
            .map(node -> new AppliedEdit(addition(add.after(), node), node.origin()))
            .toList();
    return commit(draft.inserted(place, added), added.size(), edits, 0);
  }

  private Optional<String> modify(EditCommand.Modify modify) {
    int number = modify.sentence();
    Optional<String> problem = problemWithSentence(number);
    if (problem.isPresent()) {
      return problem;
    }
    String before = sentences.get(number - 1);
    String text = EditText.withoutShownNumber(modify.text(), sentences);
    text = lists.hold(number) ? EditText.withMarker(text, before) : text;
    List<Node> added = newNodes(text);
    if (added.isEmpty()) {
      return blank();
    }
    if (added.size() == 1 && added.getFirst().text().equals(before)) {
      return Optional.of("it changes nothing");
    }
    problem = EditText.problemWith(text).or(() -> problemWithRow(before, added));
    if (problem.isPresent()) {
      return problem;
    }
    Node first = added.removeFirst();
    added.addFirst(new Node(number, first.text(), first.gap()));
    List<AppliedEdit> edits = new ArrayList<>();
    edits.add(
        new AppliedEdit(
            new SentenceEdit(SentenceEdit.Op.MODIFY, number, null, before, first.text()), number));
    added.stream()
        .skip(1)
        .forEach(node -> edits.add(new AppliedEdit(addition(number, node), node.origin())));
    return commit(draft.replaced(draft.indexOf(number), added), added.size(), edits, number);
  }

  private static Optional<String> problemWithRow(String before, List<Node> added) {
    return MarkdownBlock.isRow(before)
            && !added.stream().allMatch(node -> MarkdownBlock.isRow(node.text()))
        ? Optional.of("a row of a table stays a row: | … |")
        : Optional.empty();
  }

  private Optional<String> delete(EditCommand.Delete delete) {
    int number = delete.sentence();
    Optional<String> problem = problemWithSentence(number);
    if (problem.isPresent()) {
      return problem;
    }
    SentenceEdit edit =
        new SentenceEdit(SentenceEdit.Op.DELETE, number, null, sentences.get(number - 1), null);
    return commit(
        draft.removed(draft.indexOf(number)), 1, List.of(new AppliedEdit(edit, number)), number);
  }

  private Optional<String> move(EditCommand.Move move) {
    int number = move.sentence();
    Optional<String> problem =
        move.after() > sentences.size() ? noSuch(move.after()) : problemWithSentence(number);
    if (problem.isPresent()) {
      return problem;
    }
    Node node = draft.nodes().get(draft.indexOf(number));
    List<Node> block = List.of(node.withGap(""));
    List<Draft> ways = new ArrayList<>();
    for (Draft without : draft.removed(draft.indexOf(number))) {
      int place = placeAfter(without, move.after(), number);
      if (without.splitsTable(place, block)) {
        return splitTable();
      }
      ways.addAll(without.inserted(place, block));
    }
    if (ways.getFirst().sentences().equals(draft.sentences())) {
      return Optional.of("it changes nothing");
    }
    SentenceEdit edit =
        new SentenceEdit(
            SentenceEdit.Op.MOVE, number, move.after(), sentences.get(number - 1), null);
    return commit(ways, 2, List.of(new AppliedEdit(edit, number)), number);
  }

  private static Optional<String> blank() {
    return Optional.of("its text is blank");
  }

  private static Optional<String> splitTable() {
    return Optional.of("it would stand between two rows of a table");
  }

  /**
   * Applies the first variant of an edit that stays within every limit.
   *
   * @param touched number of the sentence that it edits; 0 if it only adds
   */
  private Optional<String> commit(
      List<Draft> ways, int cost, List<AppliedEdit> edits, int touched) {
    if (!limits.allows(spent + cost)) {
      return Optional.of(
          "it spends %d of the %d edits of a step, %d are spent"
              .formatted(cost, limits.most(), spent));
    }
    Set<Integer> fresh = new HashSet<>(edited);
    fresh.add(touched);
    Optional<String> problem = Optional.empty();
    for (Draft way : ways) {
      Draft numbered = lists.renumbered(way, fresh);
      Optional<String> found = problemWith(numbered);
      if (found.isEmpty()) {
        draft = numbered;
        spent += cost;
        edited.add(touched);
        applied.addAll(edits);
        return Optional.empty();
      }
      problem = problem.or(() -> found);
    }
    return problem;
  }

  private Optional<String> problemWith(Draft way) {
    String text = way.text();
    if (text.equals(draft.text())) {
      return Optional.of("it changes nothing");
    }
    return prompt
        .problemWith(text)
        .or(
            () ->
                SentenceSplitter.split(text).texts().equals(way.sentences())
                    ? Optional.empty()
                    : Optional.of("its text does not stand as a sentence of its own"));
  }

  private Optional<String> problemWithSentence(int number) {
    if (number < 1 || number > sentences.size()) {
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
    return Optional.of("there is no sentence " + number + "; the last one is " + sentences.size());
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
    while (place < draft.nodes().size() && draft.nodes().get(place).isNew()) {
      place++;
    }
    return place;
  }

  private List<Node> newNodes(String text) {
    List<Node> nodes = new ArrayList<>();
    String lines = text.replace("\r\n", "\n").replace("\n", draft.lineEnd());
    for (SplitText.Piece piece : SentenceSplitter.split(lines).pieces()) {
      nodes.add(new Node(--created, piece.text(), piece.gap()));
    }
    return nodes;
  }

  private static SentenceEdit addition(int after, Node added) {
    return new SentenceEdit(SentenceEdit.Op.ADD, null, after, null, added.text());
  }
}
