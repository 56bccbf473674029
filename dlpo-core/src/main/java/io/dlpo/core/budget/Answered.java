package io.dlpo.core.budget;

import io.dlpo.contracts.id.PromptId;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which examples a run has asked about under which prompt. The same question under the same prompt
 * costs a run once, whoever asks again: a redraw, the acceptance set or a repeated proposal.
 *
 * @param byPrompt by id of the prompt, a bit for each example at its position in the splits, in hex
 */
public record Answered(Map<String, String> byPrompt) {

  public static final Answered NOTHING = new Answered(Map.of());

  public Answered {
    byPrompt = Collections.unmodifiableMap(new TreeMap<>(byPrompt));
  }

  /** How many of the positions are new under the prompt. */
  public int fresh(PromptId prompt, Collection<Integer> positions) {
    BitSet known = of(prompt);
    return (int) positions.stream().distinct().filter(at -> !known.get(at)).count();
  }

  /** With positions under a prompt. */
  public Answered plus(PromptId prompt, Collection<Integer> positions) {
    BitSet known = of(prompt);
    positions.forEach(known::set);
    Map<String, String> all = new TreeMap<>(byPrompt);
    all.put(prompt.value(), HexFormat.of().formatHex(known.toByteArray()));
    return new Answered(all);
  }

  private BitSet of(PromptId prompt) {
    return BitSet.valueOf(HexFormat.of().parseHex(byPrompt.getOrDefault(prompt.value(), "")));
  }
}
