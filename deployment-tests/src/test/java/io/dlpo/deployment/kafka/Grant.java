package io.dlpo.deployment.kafka;

/**
 * One right of a user. Kafka takes Read and Write to include Describe.
 *
 * @param resource {@code topic} or {@code group}
 * @param name of the topic or the group, literally, or marked as the beginning of names
 * @param operation such as {@code Read}
 */
public record Grant(String resource, String name, String operation) implements Comparable<Grant> {

  /** Stands before the beginning of a name; no name of Kafka's has it. */
  private static final String PREFIX = "prefix:";

  /** A right on everything whose name begins so. */
  static Grant prefixed(String resource, String beginning, String operation) {
    return new Grant(resource, PREFIX + beginning, operation);
  }

  /** {@code literal} or {@code prefix}, as Strimzi calls it. */
  String pattern() {
    return name.startsWith(PREFIX) ? "prefix" : "literal";
  }

  /** The name, or its beginning. */
  String text() {
    return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
  }

  @Override
  public int compareTo(Grant other) {
    return (resource + name + operation).compareTo(other.resource + other.name + other.operation);
  }

  @Override
  public String toString() {
    return operation + " on " + resource + " " + name;
  }
}
