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
      new Concept(
          List.of(
              Phrase.of(
                  "think reason explain show solve proceed go write by",
                  "step stepwise careful carefully detail thoroughly thorough work")),
          List.of());

  /** Haste harms. */
  static final Concept HASTE =
      new Concept(
          List.of(
              Phrase.of(
                  "quick quickly fast guess brief briefly immediate immediately shortcut hurry"
                      + " instantly rush",
                  "")),
          List.of(Phrase.of("think explain reason show", "")));

  private Concepts() {}

  /** Whether a sentence says anything that matters. */
  static boolean says(Sentence sentence) {
    return Stream.concat(CURES.values().stream(), Stream.of(STEPS, HASTE))
        .anyMatch(concept -> concept.stanceOf(sentence) != Stance.SILENT);
  }

  private static Map<Weakness, Concept> cures() {
    Map<Weakness, Concept> cures = new EnumMap<>(Weakness.class);
    cures.put(Weakness.KINDS, kinds());
    cures.put(Weakness.CATEGORY, category());
    cures.put(Weakness.PRECEDENCE, precedence());
    cures.put(Weakness.FIRST_LETTER, firstLetter());
    cures.put(
        Weakness.SIGN,
        simple(
            "sign negative minus",
            "careful carefully track keep watch mind attention check handle preserve remember"
                + " correct note lose drop forget ignore overlook respect"));
    cures.put(
        Weakness.NEGATION,
        simple(
            "negation negate",
            "apply evaluate flip invert reverse first before careful carefully each every single"
                + " attention handle resolve treat mind care overlook forget ignore"));
    cures.put(
        Weakness.TURN,
        simple(
            "direction position turn facing heading coordinates orientation location",
            "track keep record update each every note remember after write maintain follow"
                + " forget"));
    cures.put(
        Weakness.PROSE,
        simple(
            "answer result",
            "line last final end exactly nothing alone separate conclude finish format"));
    return cures;
  }

  private static Concept simple(String heads, String others) {
    return new Concept(List.of(Phrase.of(heads, others)), List.of());
  }

  private static Concept kinds() {
    return new Concept(
        List.of(
            Phrase.of(
                "count add sum total tally include use multiply",
                "quantity number amount every individual multiple each single")),
        List.of(
            Phrase.of("count tally treat", "kind type sort distinct variety once")
                .unless(
                    "quantity amount individual add sum total ask belong fit match relevant only"
                        + " question right requested")));
  }

  private static Concept category() {
    return new Concept(
        List.of(
            Phrase.of(
                "only just solely exclusively restrict limit filter check verify consider focus"
                    + " decide determine identify",
                "category kind type class belong relevant ask match fit qualify request"),
            Phrase.of(
                "exclude leave ignore skip omit disregard remove filter",
                "category belong irrelevant unrelated other match fit outside relevant ask")),
        List.of(Phrase.of("count include add", "regardless irrespective whatever")));
  }

  private static Concept precedence() {
    return new Concept(
        List.of(
            Phrase.of(
                "multiplication multiply precedence parentheses parenthesis bracket operation"
                    + " operator",
                "before first order precedence priority innermost inside rule follow respect"),
            Phrase.of("before", "or")),
        List.of(
            Phrase.of("work evaluate go proceed calculate compute read", "left")
                .unless("equal same precedence")));
  }

  private static Concept firstLetter() {
    return new Concept(
        List.of(
            Phrase.of(
                "letter character",
                "second next subsequent every each whole full all entire beyond tie compare"
                    + " following rest remaining"),
            Phrase.of("dictionary lexicographic lexicographically", "")),
        List.of(
            Phrase.of("look stop sort compare use consider check", "first initial")
                .unless(
                    "second next subsequent same equal following then beyond tie every each all"
                        + " whole")));
  }
}
