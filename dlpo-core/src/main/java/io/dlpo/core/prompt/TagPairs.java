package io.dlpo.core.prompt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The tags of a text, such as {@code <role>…</role>}.
 *
 * @param paired names of the tags that stand in pairs
 * @param alone the tags without partner
 */
record TagPairs(Set<String> paired, List<Tag> alone) {

  private static final Pattern TAG =
      Pattern.compile(
          "<(/?)([A-Za-z][\\w.:-]{0,63})"
              + "((?:\\s+[\\w.:-]+\\s*=\\s*(?:\"[^\"<>]*\"|'[^'<>]*')){0,20})\\s*(/?)>");

  /** Tags of HTML that have no partner. */
  private static final Set<String> SINGLE =
      Set.of("br", "hr", "img", "input", "meta", "link", "wbr", "col", "source", "track");

  private static final String STOPS = ".!?>\u3002\uff01\uff1f";

  /**
   * A tag.
   *
   * @param text the tag without attributes
   * @param name its name
   * @param atEdge whether it stands like a part of the structure: an opening tag where a sentence
   *     begins, a closing one where a sentence ends
   */
  record Tag(String text, String name, boolean atEdge) {}

  TagPairs {
    paired = Set.copyOf(paired);
    alone = List.copyOf(alone);
  }

  static TagPairs of(String text) {
    Set<String> paired = new HashSet<>();
    List<Tag> alone = new ArrayList<>();
    Deque<Tag> open = new ArrayDeque<>();
    Map<String, Integer> opened = new HashMap<>();
    for (MatchResult found : TAG.matcher(text).results().toList()) {
      String name = found.group(2);
      boolean closes = !found.group(1).isEmpty();
      if (!found.group(4).isEmpty() || SINGLE.contains(name)) {
        continue;
      }
      if (!closes) {
        open.push(new Tag("<" + name + ">", name, begins(text, found.start())));
        opened.merge(name, 1, Integer::sum);
      } else if (opened.getOrDefault(name, 0) == 0) {
        alone.add(new Tag("</" + name + ">", name, ends(text, found)));
      } else {
        paired.add(name);
        Tag last = open.pop();
        opened.merge(last.name(), -1, Integer::sum);
        while (!last.name().equals(name)) {
          alone.add(last);
          last = open.pop();
          opened.merge(last.name(), -1, Integer::sum);
        }
      }
    }
    alone.addAll(open);
    return new TagPairs(paired, alone);
  }

  /**
   * Returns a tag that an edit of this text has left alone. The mere mention of a tag within a
   * sentence counts only if the text has pairs of that name.
   */
  Optional<String> brokenIn(TagPairs edited) {
    Map<String, Integer> before = new HashMap<>();
    alone.forEach(tag -> before.merge(tag.text(), 1, Integer::sum));
    return edited.alone().stream()
        .filter(tag -> tag.atEdge() || paired.contains(tag.name()))
        .map(Tag::text)
        .filter(tag -> before.merge(tag, -1, Integer::sum) < 0)
        .findFirst();
  }

  private static boolean begins(String text, int start) {
    int last = before(text, start);
    return last < 0 || text.charAt(last) == '\n' || STOPS.indexOf(text.charAt(last)) >= 0;
  }

  private static boolean ends(String text, MatchResult tag) {
    boolean last = tag.end() == text.length() || Character.isWhitespace(text.charAt(tag.end()));
    return last && begins(text, tag.start());
  }

  /** Returns the place of the last line break or other character that is no white space. */
  private static int before(String text, int start) {
    int at = start - 1;
    while (at >= 0 && text.charAt(at) != '\n' && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at;
  }
}
