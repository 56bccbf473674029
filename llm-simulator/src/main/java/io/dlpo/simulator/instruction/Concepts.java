package io.dlpo.simulator.instruction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The words by which a prompt's instructions are told. */
final class Concepts {

  /** What cures each weakness. */
  static final Map<Weakness, Concept> CURES = cures();

  /** Working step by step helps with everything but the form of the answer. */
  static final Concept STEPS =
      Concept.of(
          "think explain show solve proceed go by",
          "step steps stepwise careful carefully details thoroughly work");

  /** Haste harms. */
  static final Concept HASTE =
      Concept.of(
          "quick quickly fast guess brief briefly immediately shortcut shortcuts hurry instantly",
          "");

  private Concepts() {}

  private static Map<Weakness, Concept> cures() {
    Map<Weakness, Concept> cures = new EnumMap<>(Weakness.class);
    cures.put(
        Weakness.KINDS,
        Concept.of(
            "count add sum total tally include",
            "quantity quantities number numbers amount amounts every individual multiple each"));
    cures.put(
        Weakness.CATEGORY,
        Concept.of(
            "only exclude leave skip restrict filter check just",
            "category categories kind type types belong belongs relevant asked match matching fit"));
    cures.put(
        Weakness.PRECEDENCE,
        Concept.of(
            "multiplication multiply precedence parentheses parenthesis brackets operations operators",
            "before first order precedence priority innermost inside rules"));
    cures.put(
        Weakness.SIGN,
        Concept.of(
            "sign signs negative minus",
            "careful carefully track keep watch mind attention check handle preserve"));
    cures.put(
        Weakness.NEGATION,
        Concept.of(
            "negation negations negate negated",
            "apply evaluate flip invert first before careful carefully each every single"));
    cures.put(
        Weakness.FIRST_LETTER,
        Concept.of(
            "letter letters character characters",
            "second next subsequent every each whole full all entire beyond ties compare"));
    cures.put(
        Weakness.TURN,
        Concept.of(
            "direction position turn turns facing heading coordinates orientation",
            "track keep record update each every note remember after"));
    cures.put(
        Weakness.PROSE,
        Concept.of("answer result", "line last final end separate conclude finish"));
    return cures;
  }

  /** Whether a sentence says anything that matters. */
  static boolean says(Sentence sentence) {
    return Stream.concat(CURES.values().stream(), Stream.of(STEPS, HASTE))
        .anyMatch(concept -> concept.stanceOf(List.of(sentence)) != Concept.Stance.SILENT);
  }
}
