package io.dlpo.events.topic;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What is known about the topics of a service. */
sealed interface TopicState {

  /** The broker has not answered since the start, so nothing is known. */
  record Unknown(String reason) implements TopicState {}

  /** All topics exist. */
  record Complete() implements TopicState {}

  /**
   * Some topics do not exist.
   *
   * @param names their names, at least one
   */
  record Incomplete(NavigableSet<String> names) implements TopicState {

    public Incomplete {
      if (names.isEmpty()) {
        throw new IllegalArgumentException("names is empty; must name a missing topic");
      }
      names = Collections.unmodifiableNavigableSet(new TreeSet<>(names));
    }
  }

  /** The state after the broker has said which topics are missing. */
  static TopicState of(NavigableSet<String> missing) {
    return missing.isEmpty() ? new Complete() : new Incomplete(missing);
  }

  /** The state after the broker has not answered: what was known stays known. */
  default TopicState unanswered(String reason) {
    return this instanceof Unknown ? new Unknown(reason) : this;
  }
}
