package io.dlpo.core.update;

import io.dlpo.core.update.Draft.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lists of a prompt whose items are numbered one after the other. Edits keep them so: they
 * renumber the items.
 *
 * @param lists the lists, in order of their first items
 * @param listOf index of the list that holds a sentence, by the sentence's number
 */
record NumberedLists(List<ItemList> lists, Map<Integer, Integer> listOf) {

  private static final int NONE = -1;

  /**
   * A list.
   *
   * @param style style of its items
   * @param first number of the first item
   */
  record ItemList(String style, int first) {}

  NumberedLists {
    lists = List.copyOf(lists);
    listOf = Map.copyOf(listOf);
  }

  /** Finds the lists of a prompt with at least two items. */
  static NumberedLists of(Draft prompt) {
    List<ItemList> lists = new ArrayList<>();
    Map<Integer, Integer> listOf = new HashMap<>();
    for (FoundList found : FoundList.in(prompt)) {
      if (found.isConsecutive()) {
        found.sentences().forEach(number -> listOf.put(number, lists.size()));
        lists.add(new ItemList(found.style(), found.first()));
      }
    }
    return new NumberedLists(lists, listOf);
  }

  /** Whether a sentence of the prompt is an item. */
  boolean hold(int sentence) {
    return listOf.containsKey(sentence);
  }

  /**
   * Numbers the items of every list in their present order.
   *
   * @param edited numbers of the sentences that were moved or modified. Like new sentences, they
   *     belong to the list that they stand in
   */
  Draft renumbered(Draft draft, Set<Integer> edited) {
    if (lists.isEmpty()) {
      return draft;
    }
    int[] places = places(draft, edited);
    int[] next = lists.stream().mapToInt(ItemList::first).toArray();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      Node node = draft.nodes().get(i);
      Optional<NumberedItem> item = NumberedItem.of(node.text());
      nodes.add(
          places[i] == NONE || item.isEmpty()
              ? node
              : node.withText(item.get().numbered(next[places[i]]++)));
    }
    return draft.with(nodes);
  }

  /** Returns the index of the list that each sentence is an item of. */
  private int[] places(Draft draft, Set<Integer> edited) {
    List<Node> nodes = draft.nodes();
    int[] places = new int[nodes.size()];
    Arrays.fill(places, NONE);
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      Node node = nodes.get(i);
      if (node.isNew() || edited.contains(node.origin())) {
        open.add(i);
      } else if (isItemOf(home(node), node)) {
        places[i] = home(node);
      }
    }
    open.removeIf(i -> NumberedItem.of(nodes.get(i).text()).isEmpty());
    for (int i : open) {
      places[i] = behind(nodes, places, i);
    }
    for (int i : open.reversed()) {
      if (places[i] == NONE && i + 1 < places.length && isItemOf(places[i + 1], nodes.get(i))) {
        places[i] = places[i + 1];
      }
    }
    for (int i : open) {
      if (places[i] == NONE) {
        places[i] = around(nodes, places, i);
      }
      if (places[i] == NONE && isItemOf(home(nodes.get(i)), nodes.get(i))) {
        places[i] = home(nodes.get(i));
      }
    }
    return places;
  }

  private int home(Node node) {
    return listOf.getOrDefault(node.origin(), NONE);
  }

  private boolean isItemOf(int list, Node node) {
    return list != NONE
        && NumberedItem.of(node.text())
            .filter(item -> item.style().equals(lists.get(list).style()))
            .isPresent();
  }

  /** The list whose item ends directly before a sentence. */
  private int behind(List<Node> nodes, int[] places, int index) {
    if (index == 0 || Draft.lines(nodes.get(index - 1).gap()) > 1) {
      return NONE;
    }
    for (int i = index - 1; i >= 0; i--) {
      if (places[i] != NONE) {
        return isItemOf(places[i], nodes.get(index)) ? places[i] : NONE;
      }
      if (i == 0 || !goesOn(nodes.get(i - 1).gap())) {
        return NONE;
      }
    }
    return NONE;
  }

  /** Whether the next sentence belongs to the same item: on the same line or indented. */
  private static boolean goesOn(String gap) {
    return Draft.lines(gap) == 0 || (Draft.lines(gap) == 1 && !gap.endsWith("\n"));
  }

  /** The list that has items on both sides of a sentence. */
  private int around(List<Node> nodes, int[] places, int index) {
    for (int i = index - 1; i >= 0; i--) {
      if (isItemOf(places[i], nodes.get(index))) {
        for (int j = index + 1; j < places.length; j++) {
          if (places[j] == places[i]) {
            return places[i];
          }
        }
        return NONE;
      }
    }
    return NONE;
  }
}
