package io.dlpo.simulator.api;

import io.dlpo.simulator.statistics.Statistics;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What the endpoint was asked so far; no part of OpenAI's API. */
@Path("/simulator/statistics")
public class StatisticsResource {

  private final Statistics statistics;

  StatisticsResource(Statistics statistics) {
    this.statistics = statistics;
  }

  @GET
  public Statistics.Counts counts() {
    return statistics.counts();
  }
}
