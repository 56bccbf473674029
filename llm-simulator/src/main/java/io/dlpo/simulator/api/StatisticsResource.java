package io.dlpo.simulator.api;

import io.dlpo.simulator.statistics.Arrivals;
import io.dlpo.simulator.statistics.Statistics;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.SortedMap;

/** Statistics of the requests so far. Not part of OpenAI's API. */
@Path("/simulator/statistics")
public class StatisticsResource {

  private final Statistics statistics;
  private final Arrivals arrivals;

  StatisticsResource(Statistics statistics, Arrivals arrivals) {
    this.statistics = statistics;
    this.arrivals = arrivals;
  }

  @GET
  public Statistics.Counts counts() {
    return statistics.counts();
  }

  /** The arrival time of each request in milliseconds since 1970, by model. */
  @GET
  @Path("/arrivals")
  public SortedMap<String, List<Long>> arrivals() {
    return arrivals.times();
  }
}
