package io.dlpo.core.update;

import io.dlpo.contracts.event.SentenceEdit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sentence-level difference of two prompts, based on a longest common subsequence. Sentences
 * that differ only in the number of a list item are equal. Between two common sentences, differing
 * sentences are paired as modifications. Any left over on one side are deletions or additions.
 *
 * @param edits edits from the parent to the child, with the parent's numbers
 * @param kept number in the child for each sentence of the parent; 0 if it is not kept
 */
record SentenceDiff(List<SentenceEdit> edits, List<Integer> kept) {

  SentenceDiff {
    edits = List.copyOf(edits);
    kept = List.copyOf(kept);
  }

  static SentenceDiff of(List<String> parent, List<String> child) {
    List<String> parentKeys = keys(parent);
    List<String> childKeys = keys(child);
    int[][] common = common(parentKeys, childKeys);
    List<SentenceEdit> edits = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    int i = 0;
    int j = 0;
    int begunI = 0;
    int begunJ = 0;
    while (i < parent.size() || j < child.size()) {
      if (i < parent.size() && j < child.size() && parentKeys.get(i).equals(childKeys.get(j))) {
        gap(edits, parent.subList(begunI, i), child.subList(begunJ, j), begunI);
        i++;
        j++;
        kept.add(j);
        begunI = i;
        begunJ = j;
      } else if (j == child.size() || (i < parent.size() && common[i + 1][j] >= common[i][j + 1])) {
        kept.add(0);
        i++;
      } else {
        j++;
      }
    }
    gap(edits, parent.subList(begunI, i), child.subList(begunJ, j), begunI);
    return new SentenceDiff(edits, kept);
  }

  private static List<String> keys(List<String> sentences) {
    return sentences.stream().map(NumberedItem::masked).toList();
  }

  /** Returns the lengths of the longest common subsequences of the suffixes from i and from j. */
  private static int[][] common(List<String> parent, List<String> child) {
    int[][] common = new int[parent.size() + 1][child.size() + 1];
    for (int i = parent.size() - 1; i >= 0; i--) {
      for (int j = child.size() - 1; j >= 0; j--) {
        common[i][j] =
            parent.get(i).equals(child.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /** Adds the edits between two common sentences. */
  private static void gap(
      List<SentenceEdit> edits, List<String> gone, List<String> come, int before) {
    for (int k = 0; k < Math.max(gone.size(), come.size()); k++) {
      String old = k < gone.size() ? gone.get(k) : null;
      String text = k < come.size() ? come.get(k) : null;
      edits.add(edit(old, text, before + Math.min(k + 1, gone.size())));
    }
  }

  /**
   * The number is that of the old sentence, or of the sentence after which the new one is added.
   */
  private static SentenceEdit edit(@Nullable String old, @Nullable String text, int number) {
    if (old == null) {
      return new SentenceEdit(SentenceEdit.Op.ADD, null, number, null, text);
    }
    return text == null
        ? new SentenceEdit(SentenceEdit.Op.DELETE, number, null, old, null)
        : new SentenceEdit(SentenceEdit.Op.MODIFY, number, null, old, text);
  }
}
