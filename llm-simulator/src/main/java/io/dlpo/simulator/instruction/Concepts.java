package io.dlpo.simulator.instruction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The wordings of the instructions that affect the student. */
final class Concepts {

  /** The cure of each weakness. */
  static final Map<Weakness, Concept> CURES = cures();

  /** Step-by-step work helps with everything except the format of the answer. */
  static final Concept STEPS =
      new Concept(
          List.of(
              Phrase.of(
                  "think reason explain show solve proceed go write by",
                  "step stepwise careful carefully detail thoroughly thorough work")),
          List.of());

  /** Haste does harm. */
  static final Concept HASTE =
      new Concept(
          List.of(
              Phrase.of(
                  "quick quickly fast guess immediate immediately shortcut hurry instantly rush",
                  ""),
              Phrase.of("brief briefly", "").unless("final line list note")),
          List.of(Phrase.of("think explain explanation reason show", "").unless("after behind")));

  private Concepts() {}

  /** Whether a sentence has any effect. */
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
            "careful carefully track keep watch mind mindful aware attention check handle preserve"
                + " remember correct correctly properly note lose drop forget ignore overlook"
                + " respect subtract positive plus"));
    cures.put(
        Weakness.NEGATION,
        simple(
            "negation negate",
            "apply evaluate flip invert reverse first before careful carefully each every single"
                + " attention handle resolve treat mind care overlook forget ignore remember"));
    cures.put(Weakness.TURN, turn());
    cures.put(Weakness.PROSE, prose());
    return cures;
  }

  private static Concept simple(String heads, String others) {
    return new Concept(List.of(Phrase.of(heads, others)), List.of());
  }

  private static Concept turn() {
    return new Concept(
        List.of(
            Phrase.of(
                "direction position turn facing heading coordinates orientation location",
                "track keep record update each every note remember after write maintain follow"
                    + " forget ignore disregard overlook"),
            Phrase.of("where", "track record note write update follow")),
        List.of());
  }

  private static Concept prose() {
    return new Concept(
        List.of(
            Phrase.of(
                "answer result",
                "line last final end exactly nothing alone separate conclude finish format")),
        List.of(Phrase.of("bury hide wrap surround embed", "answer result")));
  }

  private static Concept kinds() {
    return new Concept(
        List.of(
            Phrase.of(
                    "count add sum total tally include use multiply",
                    "quantity number amount every individual multiple each single")
                .unless("negative minus sign"),
            Phrase.of("count add sum total tally", "all"),
            Phrase.of("account attention consider mind note regard", "quantity amount"),
            Phrase.of("count treat", "two three four many").unless("one once")),
        List.of(
            Phrase.of("count tally treat", "kind type sort distinct variety")
                .unless(
                    "quantity amount individual add sum total ask belong fit match relevant only"
                        + " question right requested"),
            Phrase.of("count tally treat", "once").unless("quantity amount number")));
  }

  private static Concept category() {
    String strange = "belong irrelevant unrelated other match fit outside different wrong";
    String negated = " not don't doesn't isn't aren't wasn't weren't";
    return new Concept(
        List.of(
            Phrase.of(
                "only just solely exclusively restrict limit filter check verify consider focus"
                    + " decide determine identify attention respect sure ensure keep",
                "category kind type class group member belong relevant ask match fit qualify"
                    + " request"),
            Phrase.of(
                "exclude leave ignore skip omit disregard remove filter drop discard",
                strange + negated)),
        List.of(
            Phrase.of("count include add", "regardless irrespective whatever"),
            Phrase.of("count include add consider use", "outside unrelated irrelevant"),
            Phrase.of("ignore disregard overlook forget", "category class")
                .unless(strange + negated)));
  }

  private static Concept precedence() {
    return new Concept(
        List.of(
            Phrase.of(
                "multiplication multiply precedence parentheses parenthesis bracket operation"
                    + " operator",
                "before first order precedence priority innermost inside rule follow respect"),
            Phrase.of("before", "or"),
            Phrase.of("bind", "tight tighter tightly stronger"),
            Phrase.of("pemdas bodmas bidmas", "")),
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
            Phrase.of("word spelling", "entire whole full complete").unless("list"),
            Phrase.of("dictionary lexicographic lexicographically", "")),
        List.of(
            Phrase.of("look stop sort compare use consider check", "first initial")
                .unless(
                    "second next subsequent same equal following then beyond tie every each all"
                        + " whole")));
  }
}
