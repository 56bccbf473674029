package io.dlpo.core.update;

import io.dlpo.core.prompt.CjkText;
import io.dlpo.core.prompt.MarkdownBlock;
import io.dlpo.core.prompt.SplitText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A prompt while edits are applied. Each operation returns several variants, the most natural
 * first. They differ in the white space around the sentences.
 *
 * @param lead white space before the first sentence
 * @param nodes the sentences
 * @param lineEnd the line end of the prompt
 */
record Draft(String lead, List<Node> nodes, String lineEnd) {

  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");
  private static final Pattern OWN_LINE =
      Pattern.compile(
          "(?:[-*+\u2022\u00b7#]|\\(?[\\p{L}\\d]{1,4}[.)])\\s.*|.*\\n.*|\\|.*\\|", Pattern.DOTALL);

  /**
   * A sentence.
   *
   * @param origin its number in the parent prompt; if new, a negative number of its own
   * @param text the sentence
   * @param gap white space after it
   */
  record Node(int origin, String text, String gap) {
    Node withGap(String newGap) {
      return new Node(origin, text, newGap);
    }

    Node withText(String newText) {
      return new Node(origin, newText, gap);
    }

    boolean isNew() {
      return origin < 0;
    }
  }

  Draft {
    nodes = List.copyOf(nodes);
  }

  static Draft of(SplitText split) {
    List<Node> nodes = new ArrayList<>();
    for (SplitText.Piece piece : split.pieces()) {
      nodes.add(new Node(nodes.size() + 1, piece.text(), piece.gap()));
    }
    return new Draft(split.lead(), nodes, lineEndOf(split.join()));
  }

  private static String lineEndOf(String text) {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  /** A draft with other sentences. */
  Draft with(List<Node> others) {
    return new Draft(lead, others, lineEnd);
  }

  String text() {
    return lead + nodes.stream().map(n -> n.text() + n.gap()).collect(Collectors.joining());
  }

  List<String> sentences() {
    return nodes.stream().map(Node::text).toList();
  }

  /** Returns the index of the sentence with the given number in the parent, or -1 if deleted. */
  int indexOf(int origin) {
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).origin() == origin) {
        return i;
      }
    }
    return -1;
  }

  /** Inserts sentences at an index. */
  List<Draft> inserted(int index, List<Node> added) {
    boolean first = index == 0;
    boolean startsList = startsList(index, added.getLast().text());
    String behind = first ? "" : behind(index, added.getLast().text());
    List<Draft> ways = new ArrayList<>();
    for (String joiner : joiners(index, added)) {
      List<Node> all = new ArrayList<>(nodes);
      List<Node> block = new ArrayList<>(added);
      String end = first && !all.isEmpty() ? joiner : behind;
      block.add(block.removeLast().withGap(startsList ? lineEnd : end));
      if (!first && !startsList) {
        all.set(index - 1, all.get(index - 1).withGap(joiner));
      }
      all.addAll(index, block);
      ways.add(with(all));
    }
    return ways;
  }

  /** Whether a new item comes before the first one of a list that starts a line. */
  private boolean startsList(int index, String added) {
    return index > 0
        && index < nodes.size()
        && lines(nodes.get(index - 1).gap()) > 0
        && NumberedItem.alike(added, nodes.get(index).text())
        && !NumberedItem.alike(added, nodes.get(index - 1).text());
  }

  /** The white space behind a new sentence: a code block or row of a table ends its line. */
  private String behind(int index, String added) {
    String gap = nodes.get(index - 1).gap();
    if (index == nodes.size()) {
      return gap;
    }
    if (MarkdownBlock.isRow(added) && !MarkdownBlock.isRow(nodes.get(index).text())) {
      return lines(gap) > 1 ? gap : lineEnd + lineEnd;
    }
    return MarkdownBlock.isRow(added) || MarkdownBlock.isFence(added) ? broken(gap) : gap;
  }

  /** Returns white space to separate a new sentence from its neighbour, the most natural first. */
  private List<String> joiners(int index, List<Node> block) {
    if (nodes.isEmpty()) {
      return List.of("");
    }
    int beside = Math.max(0, index - 1);
    String neighbour = nodes.get(beside).text();
    String added = block.getFirst().text();
    if (NumberedItem.alike(added, neighbour)) {
      return List.of(itemGap(beside, neighbour));
    }
    if (index > 0 && MarkdownBlock.isRow(neighbour) && !MarkdownBlock.isRow(added)) {
      return List.of(lineEnd + lineEnd);
    }
    if (OWN_LINE.matcher(added).matches() || OWN_LINE.matcher(neighbour).matches()) {
      return List.of(lineEnd);
    }
    boolean atEnd = index == nodes.size();
    int like = atEnd ? index - 2 : beside;
    String gap = like < 0 ? "" : nodes.get(like).gap();
    if (lines(gap) == 1) {
      return List.of(lineEnd);
    }
    if (gap.isEmpty() || lines(gap) > 0) {
      boolean cjk =
          index == 0
              ? CjkText.joins(block.getLast().text(), neighbour)
              : CjkText.joins(neighbour, added);
      return List.of(cjk ? "" : " ", lineEnd);
    }
    return List.of(gap, lineEnd);
  }

  /** The white space between the items of the list that an item belongs to. */
  private String itemGap(int index, String item) {
    if (index + 1 < nodes.size() && NumberedItem.alike(item, nodes.get(index + 1).text())) {
      return nodes.get(index).gap();
    }
    return index > 0 && NumberedItem.alike(item, nodes.get(index - 1).text())
        ? nodes.get(index - 1).gap()
        : lineEnd;
  }

  /** Whether sentences at an index would stand between two rows of a table. */
  boolean splitsTable(int index, List<Node> added) {
    return index > 0
        && index < nodes.size()
        && MarkdownBlock.isRow(nodes.get(index - 1).text())
        && MarkdownBlock.isRow(nodes.get(index).text())
        && lines(nodes.get(index - 1).gap()) == 1
        && !added.stream().allMatch(node -> MarkdownBlock.isRow(node.text()));
  }

  /** Replaces a sentence. */
  List<Draft> replaced(int index, List<Node> added) {
    List<Draft> ways = new ArrayList<>();
    String own = nodes.get(index).gap();
    for (boolean breakBefore : new boolean[] {false, true}) {
      for (boolean breakBehind : new boolean[] {false, true}) {
        List<Node> all = new ArrayList<>(nodes);
        List<Node> block = new ArrayList<>(added);
        boolean last = index == nodes.size() - 1;
        block.add(block.removeLast().withGap(breakBehind && !last ? broken(own) : own));
        if (breakBefore && index > 0) {
          all.set(index - 1, all.get(index - 1).withGap(broken(all.get(index - 1).gap())));
        }
        all.remove(index);
        all.addAll(index, block);
        ways.add(with(all));
      }
    }
    return ways;
  }

  /** Removes a sentence. Keeps the wider of the gaps around it, and the white space at the end. */
  List<Draft> removed(int index) {
    List<Node> all = new ArrayList<>(nodes);
    Node gone = all.remove(index);
    if (index == 0) {
      return List.of(with(all));
    }
    Node before = all.get(index - 1);
    boolean wider = lines(gone.gap()) > lines(before.gap());
    boolean last = index == all.size();
    all.set(index - 1, last || wider ? before.withGap(gone.gap()) : before);
    Draft natural = with(all);
    List<Node> split = new ArrayList<>(all);
    split.set(index - 1, split.get(index - 1).withGap(broken(split.get(index - 1).gap())));
    return List.of(natural, with(split));
  }

  /** Returns the number of line ends in white space. */
  static long lines(String gap) {
    return LINE_END.matcher(gap).results().count();
  }

  private String broken(String gap) {
    return lines(gap) > 0 ? gap : lineEnd;
  }
}
