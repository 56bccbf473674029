package io.dlpo.cli.command;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.stack.StackManager;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The optimizer that the commands talk to. */
final class OptimizerConnection {

  private static final String ADDRESS = "DLPO_REST";
  private static final Pattern ALLOWED = Pattern.compile("(https?://[^/\\s]+)/?");

  private OptimizerConnection() {}

  /**
   * The REST interface that {@code DLPO_REST} names, or else that of the local stack.
   *
   * @throws CliException if the stack is not up, or the variable is no address
   */
  static OptimizerClient rest() {
    return new OptimizerClient(
        address(System.getenv()).orElseGet(() -> StackManager.ofEnvironment().required().rest()));
  }

  /**
   * The address in an environment, without a slash at its end; empty if it has none.
   *
   * @throws CliException if it is no address
   */
  static Optional<String> address(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(ADDRESS))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(OptimizerConnection::checked);
  }

  private static String checked(String value) {
    var matcher = ALLOWED.matcher(value);
    if (!matcher.matches()) {
      throw new CliException(
          ExitStatus.USAGE,
          "%s is '%s'; allowed is an address without a path, such as http://127.0.0.1:8080"
              .formatted(ADDRESS, value));
    }
    return matcher.group(1);
  }
}
