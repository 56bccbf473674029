package io.dlpo.core.update;

import io.dlpo.core.update.Draft.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list of numbered items while it is read from a prompt. */
final class FoundList {

  private final String style;
  private final int first;
  private final List<Integer> sentences = new ArrayList<>();
  private int last;
  private int paragraph;
  private boolean broken;

  private FoundList(String style, int first) {
    this.style = style;
    this.first = first;
    this.last = first - 1;
  }

  /** Items of one style and indentation; the indentation is -1 if the first starts no line. */
  private record Level(int indent, String style) {}

  /** Reads all lists. A number that does not follow starts a list, or breaks one within it. */
  static List<FoundList> in(Draft prompt) {
    List<FoundList> found = new ArrayList<>();
    Map<Level, FoundList> open = new HashMap<>();
    String gap = "\n" + prompt.lead();
    int paragraph = 0;
    Level latest = null;
    for (Node node : prompt.nodes()) {
      paragraph += Draft.lines(gap) > 1 ? 1 : 0;
      int indent = indent(gap);
      gap = node.gap();
      Optional<NumberedItem> item = NumberedItem.of(node.text());
      if (item.isEmpty()) {
        continue;
      }
      boolean inline = indent < 0 && latest != null && latest.style().equals(item.get().style());
      Level level = inline ? latest : new Level(indent, item.get().style());
      latest = level;
      open.keySet().removeIf(other -> indent >= 0 && other.indent() > indent);
      FoundList list = open.get(level);
      if (list == null || list.endsBefore(item.get().number(), paragraph)) {
        list = new FoundList(level.style(), item.get().number());
        open.put(level, list);
        found.add(list);
      }
      list.add(node.origin(), item.get().number(), paragraph);
    }
    return found;
  }

  private boolean endsBefore(int number, int atParagraph) {
    return number != last + 1 && (number <= 1 || atParagraph != paragraph);
  }

  private void add(int sentence, int number, int atParagraph) {
    broken |= number != last + 1;
    sentences.add(sentence);
    last = number;
    paragraph = atParagraph;
  }

  private static int indent(String gap) {
    int line = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'));
    return line < 0 ? -1 : gap.length() - line - 1;
  }

  boolean isConsecutive() {
    return !broken && sentences.size() > 1;
  }

  String style() {
    return style;
  }

  int first() {
    return first;
  }

  /** Numbers of the sentences that are items. */
  List<Integer> sentences() {
    return sentences;
  }
}
