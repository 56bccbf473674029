package io.dlpo.cli.stack;

import io.dlpo.cli.stack.StackState.ServiceState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One of the processes of a service.
 *
 * @param service the service
 * @param index the number of the process, from 1
 * @param port its HTTP port
 * @param process the process
 */
record ServiceInstance(DlpoService service, int index, int port, SupervisedProcess process) {

  /** Tuned for a laptop: little memory and a fast start, in place of the highest peak speed. */
  private static final List<String> FLAGS =
      List.of(
          "-Xmx320m",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=0.1");

  static ServiceInstance start(
      DlpoHome home,
      Installation installation,
      DlpoService service,
      int index,
      int port,
      Map<String, String> environment) {
    String name = service.label() + "-" + index;
    Map<String, String> own = new HashMap<>(environment);
    own.put("DLPO_EVENTS_WORKER", name);
    SupervisedProcess process =
        SupervisedProcess.start(
            name,
            () -> command(home, installation, service.module()),
            atPort(own, port),
            home.log(name));
    return new ServiceInstance(service, index, port, process);
  }

  /** The command that starts a packaged module. */
  static List<String> command(DlpoHome home, Installation installation, String module) {
    return Stream.of(
            List.of(Installation.java(), home.mark()),
            FLAGS,
            installation.archive(module).flags(),
            List.of("-jar", installation.runnable(module).toString()))
        .flatMap(List::stream)
        .toList();
  }

  /** An environment in which a module listens on a port of the loopback interface. */
  static Map<String, String> atPort(Map<String, String> environment, int port) {
    Map<String, String> at = new HashMap<>(environment);
    at.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    at.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    return at;
  }

  String http() {
    return "http://127.0.0.1:" + port;
  }

  ServiceState state(boolean ready) {
    return new ServiceState(service.label(), index, process.pid(), http(), ready);
  }
}
