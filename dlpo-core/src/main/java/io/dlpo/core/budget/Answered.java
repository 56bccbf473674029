package io.dlpo.core.budget;

import io.dlpo.contracts.id.PromptId;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The examples that a run has requested for each prompt. An example is charged only once per
 * prompt, even if a redraw, the acceptance set or a repeated proposal requests it again.
 *
 * @param byPrompt bit set of example positions by prompt id, in hex
 */
public record Answered(Map<String, String> byPrompt) {

  public static final Answered NOTHING = new Answered(Map.of());

  public Answered {
    byPrompt = Collections.unmodifiableMap(new TreeMap<>(byPrompt));
  }

  /** Returns how many of the positions are new for the prompt. */
  public int fresh(PromptId prompt, Collection<Integer> positions) {
    BitSet known = of(prompt);
    return (int) positions.stream().distinct().filter(at -> !known.get(at)).count();
  }

  /** Adds positions for a prompt. */
  public Answered plus(PromptId prompt, Collection<Integer> positions) {
    BitSet known = of(prompt);
    positions.forEach(known::set);
    Map<String, String> all = new TreeMap<>(byPrompt);
    all.put(prompt.value(), HexFormat.of().formatHex(known.toByteArray()));
    return new Answered(all);
  }

  /** Adds the examples of another record. */
  Answered plus(Answered other) {
    Map<String, String> all = new TreeMap<>(byPrompt);
    other.byPrompt.forEach(
        (prompt, bits) ->
            all.merge(
                prompt,
                bits,
                (mine, others) -> {
                  BitSet both = bits(mine);
                  both.or(bits(others));
                  return HexFormat.of().formatHex(both.toByteArray());
                }));
    return new Answered(all);
  }

  private static BitSet bits(String hex) {
    return BitSet.valueOf(HexFormat.of().parseHex(hex));
  }

  private BitSet of(PromptId prompt) {
    return bits(byPrompt.getOrDefault(prompt.value(), ""));
  }
}
