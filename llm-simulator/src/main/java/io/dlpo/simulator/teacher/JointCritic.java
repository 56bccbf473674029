package io.dlpo.simulator.teacher;

import java.util.List;

/**
 * Critiques several wrong answers at once: each as {@link Critic} does, then merges the critiques
 * as {@link Merger} does. It is as often wrong as they are. Pure.
 */
final class JointCritic {

  private JointCritic() {}

  /**
   * The advice. What is said about a mistake depends on the mistake and on the prompt, but not on
   * the other mistakes.
   */
  static String critique(String message, String variation) {
    String prompt = message.substring(0, Math.max(0, message.indexOf("<MISTAKE")));
    List<String> critiques =
        Blocks.all(message, "MISTAKE").stream()
            .map(mistake -> Critic.critique(mistake + "\n" + prompt, variation))
            .toList();
    return Merger.merge(critiques, message, variation);
  }
}
