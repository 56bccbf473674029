package io.dlpo.cli.stack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a local stack, as its supervisor records it. It contains no secrets.
 *
 * @param supervisorPid pid of the supervisor
 * @param phase the current phase, as text
 * @param up whether the stack became ready
 * @param failure why the stack failed; null if it did not
 * @param scale number of processes of each service
 * @param rest base address of the optimizer
 * @param kafka the broker's {@code bootstrap.servers}
 * @param database JDBC URL of the database
 * @param modelEndpoint base address of the model endpoint
 * @param simulated whether the model endpoint is the simulator
 * @param services the processes of the services
 * @param processes pids of all processes by name
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

  /** The phase of a stack whose supervisor is stopping. */
  static final String ENDING = "ending";

  /**
   * A process of a service.
   *
   * @param name name of the service
   * @param index number of the process, from 1
   * @param pid its pid
   * @param http its HTTP address
   * @param ready whether it is ready
   */
  public record ServiceState(String name, int index, long pid, String http, boolean ready) {}

  /** The same state with other services. */
  StackState withServices(List<ServiceState> replacement) {
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
        replacement,
        processes);
  }
}
