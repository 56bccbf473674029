package io.dlpo.events.topic;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The topics that the incoming channels of a service consume, and their dead-letter topics.
 *
 * @param names names of the topics, in order
 */
record ChannelTopics(NavigableSet<String> names) {

  private static final Pattern TOPIC =
      Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.(topic|dead-letter-queue\\.topic)");

  /**
   * Reads the topics of all enabled channels.
   *
   * @param properties names of all settings
   * @param value the value of a setting
   */
  static ChannelTopics of(Iterable<String> properties, Function<String, Optional<String>> value) {
    NavigableSet<String> names = new TreeSet<>();
    for (String property : properties) {
      Matcher matcher = TOPIC.matcher(property);
      if (matcher.matches() && isEnabled(matcher.group(1), value)) {
        value.apply(property).ifPresent(names::add);
      }
    }
    return new ChannelTopics(names);
  }

  private static boolean isEnabled(String channel, Function<String, Optional<String>> value) {
    return value
        .apply("mp.messaging.incoming." + channel + ".enabled")
        .map(Boolean::parseBoolean)
        .orElse(true);
  }
}
