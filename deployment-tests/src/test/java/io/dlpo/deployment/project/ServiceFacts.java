package io.dlpo.deployment.project;

import java.util.List;
import java.util.Set;

/**
 * A messaging service, as its sources describe it.
 *
 * @param name such as {@code forward-engine}
 * @param module such as {@code forward-engine-service}
 * @param channels that it reads
 * @param publishes topics that it writes, without dead letters
 * @param callsModels whether it has the gateway
 * @param ownPool connections to its own schema at most
 * @param ledgerPool connections to the ledger at most
 * @param schedules whether it has work that begins without a record
 */
public record ServiceFacts(
    String name,
    String module,
    List<Channel> channels,
    Set<String> publishes,
    boolean callsModels,
    int ownPool,
    int ledgerPool,
    boolean schedules) {

  public ServiceFacts {
    channels = List.copyOf(channels);
    publishes = Set.copyOf(publishes);
  }
}
