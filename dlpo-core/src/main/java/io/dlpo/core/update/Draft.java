package io.dlpo.core.update;

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
 */
record Draft(String lead, List<Node> nodes) {

  private static final Pattern OWN_LINE =
      Pattern.compile(
          "(?:[-*+\u2022\u00b7#]|\\(?[\\p{L}\\d]{1,4}[.)])\\s.*|.*\\n.*", Pattern.DOTALL);

  /**
   * A sentence.
   *
   * @param origin its number in the parent prompt; 0 if new
   * @param text the sentence
   * @param gap white space after it
   */
  record Node(int origin, String text, String gap) {
    Node withGap(String newGap) {
      return new Node(origin, text, newGap);
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
    return new Draft(split.lead(), nodes);
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
    String behind = first ? "" : nodes.get(index - 1).gap();
    List<Draft> ways = new ArrayList<>();
    for (String joiner : joiners(index, added.getFirst().text())) {
      List<Node> all = new ArrayList<>(nodes);
      List<Node> block = new ArrayList<>(added);
      block.add(block.removeLast().withGap(first && !all.isEmpty() ? joiner : behind));
      if (!first) {
        all.set(index - 1, all.get(index - 1).withGap(joiner));
      }
      all.addAll(index, block);
      ways.add(new Draft(lead, all));
    }
    return ways;
  }

  /** Returns white space to separate a new sentence from its neighbour, the most natural first. */
  private List<String> joiners(int index, String added) {
    if (nodes.isEmpty()) {
      return List.of("");
    }
    String neighbour = nodes.get(Math.max(0, index - 1)).text();
    if (OWN_LINE.matcher(added).matches() || OWN_LINE.matcher(neighbour).matches()) {
      return List.of("\n");
    }
    boolean atEnd = index == nodes.size();
    int like = atEnd ? index - 2 : Math.max(0, index - 1);
    String gap = like < 0 ? "" : nodes.get(like).gap();
    if (lines(gap) == 1) {
      return List.of("\n");
    }
    return gap.isEmpty() || lines(gap) > 0 ? List.of(" ", "\n") : List.of(gap, "\n");
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
        ways.add(new Draft(lead, all));
      }
    }
    return ways;
  }

  /** Removes a sentence. Keeps the wider of the gaps around it, and the white space at the end. */
  List<Draft> removed(int index) {
    List<Node> all = new ArrayList<>(nodes);
    Node gone = all.remove(index);
    if (index == 0) {
      return List.of(new Draft(lead, all));
    }
    Node before = all.get(index - 1);
    boolean wider = lines(gone.gap()) > lines(before.gap());
    boolean last = index == all.size();
    all.set(index - 1, last || wider ? before.withGap(gone.gap()) : before);
    Draft natural = new Draft(lead, all);
    List<Node> split = new ArrayList<>(all);
    split.set(index - 1, split.get(index - 1).withGap(broken(split.get(index - 1).gap())));
    return List.of(natural, new Draft(lead, split));
  }

  private static long lines(String gap) {
    return gap.chars().filter(c -> c == '\n').count();
  }

  private static String broken(String gap) {
    return gap.contains("\n") ? gap : "\n";
  }
}
