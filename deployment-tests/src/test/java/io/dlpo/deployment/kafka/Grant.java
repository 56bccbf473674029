package io.dlpo.deployment.kafka;

/**
 * One right of a user. Kafka takes Read and Write to include Describe.
 *
 * @param resource {@code topic} or {@code group}
 * @param name of the topic or the group, literally
 * @param operation such as {@code Read}
 */
public record Grant(String resource, String name, String operation) implements Comparable<Grant> {

  @Override
  public int compareTo(Grant other) {
    return (resource + name + operation).compareTo(other.resource + other.name + other.operation);
  }

  @Override
  public String toString() {
    return operation + " on " + resource + " " + name;
  }
}
