package io.dlpo.core.signature;

import io.dlpo.core.step.DecisionKind;

/**
 * Updates that gave no candidate, so that annealing and its temperature had no part in them.
 *
 * @param unreadable number of updates that could not be read
 * @param unchanged number of updates that changed nothing
 */
public record LostUpdates(int unreadable, int unchanged) {

  static final LostUpdates NONE = new LostUpdates(0, 0);

  /** Adds the decision of a step. */
  LostUpdates plus(DecisionKind kind) {
    return switch (kind) {
      case UNREADABLE -> new LostUpdates(unreadable + 1, unchanged);
      case UNCHANGED -> new LostUpdates(unreadable, unchanged + 1);
      default -> this;
    };
  }

  int sum() {
    return unreadable + unchanged;
  }
}
