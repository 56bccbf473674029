package io.dlpo.simulator.teacher;

/**
 * Replies to requests for critique, reduction, update, contrast, regularization and judgement,
 * which it recognizes by their text. Pure.
 */
public final class Teacher {

  private Teacher() {}

  /**
   * The reply.
   *
   * @param variation distinguishes samples of the same request; empty at temperature 0
   */
  public static String reply(String system, String user, String variation) {
    if (system.startsWith("You critique one wrong answer")) {
      return Critic.critique(user, variation);
    }
    if (system.startsWith("You critique several wrong answers")) {
      return JointCritic.critique(user, variation);
    }
    if (system.startsWith("You merge critiques")) {
      return Merger.merge(user, variation);
    }
    if (system.startsWith("You edit a prompt sentence by sentence")) {
      return Updater.update(user, variation);
    }
    if (system.startsWith("You compare prompts")) {
      return Comparer.compare(user, variation);
    }
    if (system.startsWith("You make a prompt shorter and simpler")) {
      return Shortener.shorten(user, variation);
    }
    if (system.startsWith("You judge one answer of a language model by a rubric")) {
      return Grader.grade(system, user, variation);
    }
    return "I teach: ask me for a critique, for advice, for edits, for a comparison of prompts or"
        + " for a judgement.";
  }
}
