package io.dlpo.cli.stack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A local stack, as its supervisor writes it down. There is no secret in it.
 *
 * @param supervisorPid the process that owns all others
 * @param phase what it is doing, in words
 * @param up whether everything was ready once
 * @param failure why it gave up; null if it did not
 * @param scale processes of each service
 * @param rest base address of the optimizer
 * @param kafka the broker's {@code bootstrap.servers}
 * @param database JDBC address
 * @param modelEndpoint where the models are
 * @param simulated whether that is the simulator
 * @param services the services' processes
 * @param processes pids of all children with what they are
 */
public record StackState(
    long supervisorPid,
    String phase,
    boolean up,
    @Nullable String failure,
    Map<String, Integer> scale,
    String rest,
    String kafka,
    String database,
    String modelEndpoint,
    boolean simulated,
    List<ServiceState> services,
    Map<String, Long> processes) {

  public StackState {
    scale = Map.copyOf(scale);
    services = List.copyOf(services);
    processes = Map.copyOf(processes);
  }

  /** The phase of a stack whose supervisor is about to end. */
  static final String ENDING = "ending";

  /**
   * A service's process.
   *
   * @param name of the service
   * @param index which of several, from 1
   * @param pid its process
   * @param http its own address
   * @param ready whether it says that it is ready
   */
  public record ServiceState(String name, int index, long pid, String http, boolean ready) {}

  /** The same with what the services say now. */
  StackState withServices(List<ServiceState> now) {
    return new StackState(
        supervisorPid,
        phase,
        up,
        failure,
        scale,
        rest,
        kafka,
        database,
        modelEndpoint,
        simulated,
        now,
        processes);
  }
}
